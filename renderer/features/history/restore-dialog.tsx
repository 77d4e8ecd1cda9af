import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useWords } from '../../i18n';

interface RestoreDialogProps {
  number: number;
  time: string;
  onClose: () => void;
  onRestore: () => void;
}

/** Says what comes back and that nothing goes. */
export const RestoreDialog = ({ number, time, onClose, onRestore }: RestoreDialogProps) => {
  const t = useWords();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('history.restoreTitle', { number })}</DialogTitle>
          <DialogContent>{t('history.restoreText', { time })}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onRestore}>
              {t('history.restoreConfirm')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
