import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../i18n';
import { FailureBar } from './failure-bar';

const useStyles = makeStyles({
  content: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalM },
});

interface FormDialogProps {
  title: string;
  /** Why the last try to save did not work; what was typed stays. */
  failure: Parameters<typeof FailureBar>[0]['failure'] | null;
  children: ReactNode;
  onSave: () => void;
  onClose: () => void;
}

/** A few fields one below the other, "Ghi" and "Huỷ". Closes only when its owner takes it away. */
export const FormDialog = ({ title, failure, children, onSave, onClose }: FormDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure !== null && <FailureBar failure={failure} />}
            {children}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onSave}>
              {t('common.save')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
