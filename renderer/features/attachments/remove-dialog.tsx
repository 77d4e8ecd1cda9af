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

interface RemoveDialogProps {
  name: string;
  onClose: () => void;
  onRemove: () => void;
}

/** The one thing here that cannot be taken back, so it is asked for twice. */
export const RemoveDialog = ({ name, onClose, onRemove }: RemoveDialogProps) => {
  const t = useWords();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('attached.removeTitle', { name })}</DialogTitle>
          <DialogContent>{t('attached.removeText')}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onRemove}>
              {t('attached.remove')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
