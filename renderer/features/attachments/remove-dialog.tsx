import { useWords } from '../../i18n';
import { ConfirmDialog } from '../../ui';

interface RemoveDialogProps {
  name: string;
  onClose: () => void;
  onRemove: () => void;
}

/** The one thing here that cannot be taken back, so it is asked for twice. */
export const RemoveDialog = ({ name, onClose, onRemove }: RemoveDialogProps) => {
  const t = useWords();
  return (
    <ConfirmDialog
      title={t('attached.removeTitle', { name })}
      confirm={t('attached.remove')}
      onConfirm={onRemove}
      onClose={onClose}
    >
      {t('attached.removeText')}
    </ConfirmDialog>
  );
};
