import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { BackupRecord } from '../../../shared/ipc';
import { relativeTime, useWords, wholeNumber } from '../../i18n';
import {
  loadBackupState,
  loadBackups,
  notify,
  restoreBackup,
  useBackups,
  verifyBackup,
} from '../../state';
import { announce, FailureBar, Screen } from '../../ui';
import { BackupTable } from './backup-table';
import { NewestCard } from './newest-card';
import { RestoreBackupDialog } from './restore-backup-dialog';
import { SecondPlaceCard } from './second-place-card';
import { TransferCard } from './transfer-card';

const useStyles = makeStyles({
  bars: { display: 'grid', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalM },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalXL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Where the copies are, whether they are proven, and how to go back to one. */
export const BackupsScreen = () => {
  const t = useWords();
  const styles = useStyles();
  const { state, list, failure, working, verifying } = useBackups();
  const [chosen, setChosen] = useState<BackupRecord | null>(null);
  const now = new Date();
  useEffect(() => {
    void loadBackupState();
    void loadBackups();
  }, []);

  const restore = async (backup: BackupRecord): Promise<void> => {
    setChosen(null);
    if (!(await restoreBackup(backup))) return;
    const time = relativeTime(backup.at, new Date(), t).toLowerCase();
    notify({ intent: 'success', text: t('backups.restored', { time }) });
  };

  const verify = async (backup: BackupRecord): Promise<void> => {
    const answer = await verifyBackup(backup);
    if (!answer.ok) return;
    const { problem, rows } = answer.value;
    const time = relativeTime(backup.at, new Date(), t).toLowerCase();
    // The table shows it beside the copy; a bad one must not be missed.
    if (problem === '') announce(t('backups.verifiedFine', { time, rows: wholeNumber(rows) }));
    else notify({ intent: 'error', text: t('backups.verifiedBroken', { time, problem }) });
  };

  return (
    <Screen title={t('backups.title')} intro={t('backups.intro')}>
      <div className={styles.bars}>
        {failure !== null && <FailureBar failure={failure} />}
        {state !== null && state.folderWarning !== '' && (
          <FailureBar
            intent="warning"
            title={t('backups.folderTitle')}
            failure={{ message: state.folderWarning }}
          />
        )}
        {state !== null && state.trouble !== '' && (
          <FailureBar
            intent="warning"
            title={t('backups.troubleTitle')}
            failure={{ message: state.trouble }}
          />
        )}
      </div>
      <div className={styles.cards}>
        <NewestCard now={now} />
        <SecondPlaceCard />
        <TransferCard />
      </div>
      <Text as="h2" size={500} weight="semibold" block>
        {t('backups.list')}
      </Text>
      <Text className={styles.quiet}>{t('backups.restoreOne')}</Text>
      <BackupTable
        backups={list}
        now={now}
        busy={working !== null}
        verifying={verifying}
        onVerify={(backup) => void verify(backup)}
        onRestore={(backup) => setChosen(backup)}
      />
      {chosen !== null && (
        <RestoreBackupDialog
          backup={chosen}
          now={now}
          onClose={() => setChosen(null)}
          onRestore={() => void restore(chosen)}
        />
      )}
    </Screen>
  );
};
