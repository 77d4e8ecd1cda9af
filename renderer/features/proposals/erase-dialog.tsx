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

interface EraseDialogProps {
  name: string;
  onErase: () => void;
  onClose: () => void;
}

/** The one act that cannot be undone, so the one that asks. */
export const EraseDialog = ({ name, onErase, onClose }: EraseDialogProps) => {
  const t = useWords();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('home.eraseTitle')}</DialogTitle>
          <DialogContent>{t('home.eraseText', { name })}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onErase();
                onClose();
              }}
            >
              {t('home.eraseConfirm')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
