import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { BackupRecord } from '../../../shared/ipc';
import { relativeTime, useWords } from '../../i18n';

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
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('backups.restoreTitle')}</DialogTitle>
          <DialogContent>{t('backups.restoreText', { time })}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onRestore}>
              {t('backups.restoreConfirm')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
