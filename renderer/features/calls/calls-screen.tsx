import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowDownload20Regular,
  Edit20Regular,
  MegaphoneLoud24Regular,
  MoreHorizontal20Regular,
  Share20Regular,
} from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { IpcFailure, PackPreview } from '../../../shared/ipc';
import { call as ask } from '../../bridge';
import { useWords } from '../../i18n';
import {
  type CallEntry,
  notify,
  removeRecord,
  resetRecord,
  saveCall,
  standingOf,
  templatesOf,
  useCallEntries,
  useLibrary,
  useProgram,
  vietnamDay,
} from '../../state';
import { EmptyState, FailureBar } from '../../ui';
import { editCall, enterCall, hideDraft, useCallDraft } from './call-draft';
import { CallForm } from './call-form';
import { CallList } from './call-list';
import { CallReading } from './call-reading';
import { PackDialog } from './pack-dialog';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', outlineStyle: 'none' },
  list: {
    boxSizing: 'border-box',
    flex: '0 0 340px',
    minWidth: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1000px)': { flexBasis: '260px' },
    '@media (max-width: 720px)': { flexBasis: '200px' },
  },
  heading: { display: 'block', padding: `0 ${tokens.spacingHorizontalM}` },
  intro: {
    display: 'block',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  reading: { flex: 1, minWidth: 0, overflowY: 'auto' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  meta: { color: tokens.colorNeutralForeground2 },
});

interface CallsScreenProps {
  id: string | null;
  onCreate: (callId: string) => void;
}

export const CallsScreen = ({ id, onCreate }: CallsScreenProps) => {
  const t = useWords();
  const styles = useStyles();
  const entries = useCallEntries();
  const templates = useProgram((state) => state.templates);
  const failure = useProgram((state) => state.failure);
  const standings = useLibrary((state) => state.standings);
  const { draft, isNew, isShown } = useCallDraft();
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const [refusal, setRefusal] = useState<IpcFailure | null>(null);
  const chosen = entries.find(({ call }) => call.id === id) ?? entries[0];

  const chosenId = chosen?.call.id ?? null;
  const lastId = useRef(chosenId);
  useEffect(() => {
    // Another call was chosen in the list: it is shown, and what was begun waits.
    if (lastId.current !== chosenId) hideDraft();
    lastId.current = chosenId;
  }, [chosenId]);

  const choosePack = async (): Promise<void> => {
    setRefusal(null);
    const answer = await ask('packs.choose', undefined);
    if (answer.ok) setPreview(answer.value);
    else if (answer.error.code !== 'cancelled') setRefusal(answer.error);
  };
  const exportPack = async (callId: string): Promise<void> => {
    const answer = await ask('calls.exportPack', { id: callId });
    if (answer.ok) {
      notify({ intent: 'success', text: t('packs.exported', answer.value) });
    } else if (answer.error.code !== 'cancelled') setRefusal(answer.error);
  };
  const remove = async ({ call }: CallEntry): Promise<void> => {
    const answer = await removeRecord('calls', call.id);
    if (!answer.ok) {
      setRefusal(answer.error);
      return;
    }
    notify({
      intent: 'success',
      text: t('calls.removed', { name: call.title }),
      action: { label: t('common.undo'), run: () => void saveCall(call) },
    });
  };
  const reset = async ({ call }: CallEntry): Promise<void> => {
    const answer = await resetRecord('calls', call.id);
    if (answer.ok) notify({ intent: 'success', text: t('calls.resetDone', { name: call.title }) });
    else setRefusal(answer.error);
  };

  const standing = chosen && standingOf(standings, 'calls', chosen.call.id);
  const actionsOf = (entry: CallEntry) => (
    <div className={styles.actions}>
      {templatesOf(entry.call, templates).length > 0 ? (
        <Button
          appearance="primary"
          icon={<Add20Regular />}
          onClick={() => onCreate(entry.call.id)}
        >
          {t('calls.create')}
        </Button>
      ) : (
        <Text className={styles.meta}>{t('calls.noTemplate')}</Text>
      )}
      <Button icon={<Edit20Regular />} onClick={() => editCall(entry.call)}>
        {t('common.edit')}
      </Button>
      <Button icon={<Share20Regular />} onClick={() => void exportPack(entry.call.id)}>
        {t('calls.exportPack')}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={t('common.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {standing !== undefined && !standing.own && (
              <MenuItem onClick={() => void reset(entry)}>{t('calls.reset')}</MenuItem>
            )}
            <MenuItem onClick={() => void remove(entry)}>{t('calls.remove')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
  const standingWords = (): string => {
    if (standing === undefined) return '';
    return standing.own ? t('calls.ownCall') : t('calls.editedCall');
  };
  const reading = () => {
    if (draft !== null && isShown) return <CallForm key={draft.id} draft={draft} isNew={isNew} />;
    if (chosen !== undefined) {
      return (
        <CallReading
          key={chosen.call.id}
          entry={chosen}
          actions={actionsOf(chosen)}
          standing={standingWords()}
        />
      );
    }
    return (
      <EmptyState
        icon={<MegaphoneLoud24Regular />}
        title={t('calls.emptyTitle')}
        text={t('calls.emptyText')}
      />
    );
  };
  return (
    <main id="main" data-pane="main" className={styles.root} tabIndex={-1}>
      <section className={styles.list} aria-label={t('calls.list')}>
        <Text as="h1" size={700} weight="semibold" className={styles.heading}>
          {t('calls.title')}
        </Text>
        <Text className={styles.intro}>{t('calls.intro')}</Text>
        <div className={styles.tools}>
          <Button
            size="small"
            icon={<Add20Regular />}
            onClick={() => enterCall(vietnamDay(new Date().toISOString()))}
          >
            {t('calls.add')}
          </Button>
          <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => void choosePack()}>
            {t('calls.importPack')}
          </Button>
        </div>
        {failure !== null && <FailureBar failure={failure} />}
        <CallList entries={entries} chosen={isShown ? null : chosenId} />
      </section>
      <section
        className={styles.reading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read by the arrow keys
        tabIndex={0}
        aria-label={chosen?.call.title ?? t('calls.title')}
      >
        {refusal !== null && <FailureBar failure={refusal} />}
        {reading()}
      </section>
      {preview !== null && <PackDialog preview={preview} onClose={() => setPreview(null)} />}
    </main>
  );
};
