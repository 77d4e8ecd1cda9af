import type { BackupRecord } from '../../../shared/ipc';
import { relativeTime, useWords } from '../../i18n';
import { ConfirmDialog } from '../../ui';

interface RestoreBackupDialogProps {
  backup: BackupRecord;
  now: Date;
  onClose: () => void;
  onRestore: () => void;
}

/** The whole of the person's work goes back: said before, with what happens to the present. */
export const RestoreBackupDialog = ({
  backup,
  now,
  onClose,
  onRestore,
}: RestoreBackupDialogProps) => {
  const t = useWords();
  const time = relativeTime(backup.at, now, t).toLowerCase();
  return (
    <ConfirmDialog
      title={t('backups.restoreTitle')}
      confirm={t('backups.restoreConfirm')}
      onConfirm={onRestore}
      onClose={onClose}
    >
      {t('backups.restoreText', { time })}
    </ConfirmDialog>
  );
};
