import { useWords } from '../../i18n';
import { ConfirmDialog } from '../../ui';

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
    <ConfirmDialog
      title={t('history.restoreTitle', { number })}
      confirm={t('history.restoreConfirm')}
      onConfirm={onRestore}
      onClose={onClose}
    >
      {t('history.restoreText', { time })}
    </ConfirmDialog>
  );
};
