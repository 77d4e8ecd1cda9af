import {
  Button,
  makeStyles,
  SearchBox,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowImport20Regular,
  Delete24Regular,
  DocumentText24Regular,
  Search24Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProposalSummary } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import {
  askToImport,
  loadProposals,
  navigate,
  renameProposal,
  searchProposals,
  useLookOnly,
  useLookOnlyReason,
  useProposalList,
} from '../../state';
import { Delayed, EmptyState, FailureBar, Screen } from '../../ui';
import { EraseDialog } from './erase-dialog';
import { erase, nameOf } from './proposal-actions';
import { ProposalTable } from './proposal-table';
import { RenameDialog } from './rename-dialog';
import { newestFirst, nextOrder, sortProposals } from './sort-proposals';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flexBasis: '320px', maxWidth: '420px' },
  tabs: { marginLeft: '-10px' },
});

interface ProposalsScreenProps {
  trash: boolean;
  onCreate: () => void;
}

export const ProposalsScreen = ({ trash, onCreate }: ProposalsScreenProps) => {
  const t = useWords();
  const styles = useStyles();
  const { phase, active, trashed, failure } = useProposalList();
  const lookOnly = useLookOnly();
  const reason = useLookOnlyReason();
  const [search, setSearch] = useState('');
  const [renamed, setRenamed] = useState<ProposalSummary | null>(null);
  const [erased, setErased] = useState<ProposalSummary | null>(null);
  const all = trash ? trashed : active;
  const [order, setOrder] = useState(newestFirst);
  const shown = sortProposals(searchProposals(all, search), order);

  const body = () => {
    if (phase === 'loading') {
      return (
        <Delayed>
          <Spinner label={t('home.loading')} />
        </Delayed>
      );
    }
    if (phase === 'failed') return null;
    if (all.length === 0 && trash) {
      return (
        <EmptyState
          icon={<Delete24Regular />}
          title={t('home.trashEmptyTitle')}
          text={t('home.trashEmptyText')}
        />
      );
    }
    if (all.length === 0) {
      return (
        <EmptyState
          icon={<DocumentText24Regular />}
          title={t('home.emptyTitle')}
          text={lookOnly ? reason : t('home.emptyText')}
        >
          {!lookOnly && (
            <>
              <Button appearance="primary" icon={<Add20Regular />} onClick={onCreate}>
                {t('home.emptyAction')}
              </Button>
              <Button onClick={() => navigate({ screen: 'calls', id: null })}>
                {t('home.emptyCalls')}
              </Button>
            </>
          )}
        </EmptyState>
      );
    }
    if (shown.length === 0) {
      return (
        <EmptyState
          icon={<Search24Regular />}
          title={t('home.noMatchTitle', { search })}
          text={t('home.noMatchText')}
        />
      );
    }
    return (
      <ProposalTable
        proposals={shown}
        trashed={trash}
        label={trash ? t('home.trashTab') : t('home.title')}
        now={new Date()}
        order={order}
        onSort={(column) => setOrder(nextOrder(order, column))}
        onRename={setRenamed}
        onErase={setErased}
      />
    );
  };

  return (
    <Screen
      title={t('home.title')}
      actions={
        !lookOnly && (
          <>
            <Button icon={<ArrowImport20Regular />} onClick={askToImport}>
              {t('home.import')}
            </Button>
            <Button appearance="primary" icon={<Add20Regular />} onClick={onCreate}>
              {t('home.new')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.bar}>
        <TabList
          className={styles.tabs}
          aria-label={t('home.views')}
          selectedValue={trash ? 'trash' : 'list'}
          onTabSelect={(_, data) => navigate({ screen: 'home', trash: data.value === 'trash' })}
        >
          <Tab value="list">{t('home.listTab')}</Tab>
          <Tab value="trash">{t('home.trashTab')}</Tab>
        </TabList>
        <SearchBox
          className={styles.search}
          placeholder={t('home.search')}
          aria-label={t('home.search')}
          dismiss={{ 'aria-label': t('home.clearSearch') }}
          onChange={(_, data) => setSearch(data.value)}
        />
      </div>
      {failure !== null && (
        <FailureBar failure={failure}>
          <Button onClick={() => void loadProposals()}>{t('common.retry')}</Button>
        </FailureBar>
      )}
      {body()}
      {renamed !== null && (
        <RenameDialog
          title={renamed.title}
          onClose={() => setRenamed(null)}
          onRename={async (title) => {
            const answer = await renameProposal(renamed.id, title);
            return answer.ok ? null : answer.error;
          }}
        />
      )}
      {erased !== null && (
        <EraseDialog
          name={nameOf(erased)}
          onClose={() => setErased(null)}
          onErase={() => void erase(erased)}
        />
      )}
    </Screen>
  );
};
