import { useWords } from '../../i18n';
import { ConfirmDialog } from '../../ui';

interface EraseDialogProps {
  name: string;
  onErase: () => void;
  onClose: () => void;
}

/** The one act that cannot be undone, so the one that asks. */
export const EraseDialog = ({ name, onErase, onClose }: EraseDialogProps) => {
  const t = useWords();
  return (
    <ConfirmDialog
      title={t('home.eraseTitle')}
      confirm={t('home.eraseConfirm')}
      onConfirm={() => {
        onErase();
        onClose();
      }}
      onClose={onClose}
    >
      {t('home.eraseText', { name })}
    </ConfirmDialog>
  );
};
