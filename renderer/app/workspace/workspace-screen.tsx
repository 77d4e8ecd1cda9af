import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../../i18n';
import {
  closeProposal,
  forgetExports,
  navigate,
  openProposal,
  setPreferences,
  useLookOnly,
  useOpenProposal,
} from '../../state';
import { Delayed, FailureBar } from '../../ui';
import { Workspace } from './workspace';

const useStyles = makeStyles({
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
  failed: {
    maxWidth: '720px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
});

/** Leaving with words that are on no disk would lose them: then the person stays where they are. */
const stay = (id: string): void => navigate({ screen: 'proposal', id });

const open = async (id: string): Promise<void> => {
  forgetExports();
  if (await openProposal(id)) return;
  const { record } = useOpenProposal.getState();
  if (record !== null) stay(record.id);
};

const leave = async (id: string): Promise<void> => {
  const { record } = useOpenProposal.getState();
  if (record?.id === id && !(await closeProposal())) stay(id);
};

/** Opens a proposal while it is shown and closes it, saved, when the person goes elsewhere. */
export const WorkspaceScreen = ({ id }: { id: string }) => {
  const t = useWords();
  const styles = useStyles();
  const lookOnly = useLookOnly();
  const { phase, failure, record } = useOpenProposal(
    useShallow((state) => ({ phase: state.phase, failure: state.failure, record: state.record })),
  );
  useEffect(() => {
    void open(id);
    setPreferences({ lastProposalId: id });
    return () => void leave(id);
  }, [id]);

  if (phase === 'open' && record?.id === id) return <Workspace key={record.id} record={record} />;
  if (phase === 'failed' && failure !== null) {
    return (
      <main id="main" data-pane="main" tabIndex={-1} className={styles.failed}>
        <FailureBar title={t('workspace.openFailed')} failure={failure}>
          <Button onClick={() => void open(id)}>{t('common.retry')}</Button>
          <Button onClick={() => navigate({ screen: 'home', trash: false })}>
            {t('nav.backToList')}
          </Button>
          {failure.code === 'row-damaged' && !lookOnly && (
            <Button appearance="primary" onClick={() => navigate({ screen: 'backups' })}>
              {t('home.damagedRestore')}
            </Button>
          )}
        </FailureBar>
      </main>
    );
  }
  return (
    <main id="main" className={styles.waiting}>
      <Delayed>
        <Spinner label={t('workspace.opening')} />
      </Delayed>
    </main>
  );
};
