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
import { useWords } from '../../i18n';
import { useDossier } from '../../state';
import { FailureBar } from '../../ui';
import { useKeptFocus } from './use-kept-focus';

const useStyles = makeStyles({
  wide: { maxWidth: '860px' },
  widest: { maxWidth: 'min(1180px, calc(100vw - 48px))' },
  part: { outlineStyle: 'none' },
  content: {
    display: 'grid',
    // As high as its words: a bar that hides its overflow would be pressed together otherwise.
    gridAutoRows: 'max-content',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
  },
});

interface DossierDialogProps {
  title: string;
  /** Word on the button that does it; null: the dialog only shows. */
  action: string | null;
  /** `widest`: for tables. */
  wide?: boolean | 'widest';
  isOff?: boolean;
  onDo?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog of the dossier: what was refused is said in it, not behind it. */
export const DossierDialog = ({
  title,
  action,
  wide = false,
  isOff = false,
  onDo,
  onClose,
  children,
}: DossierDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const { busy, refusal } = useDossier();
  const part = useKeptFocus();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface
        {...(wide === false ? {} : { className: wide === true ? styles.wide : styles.widest })}
      >
        <div ref={part} tabIndex={-1} className={styles.part}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {refusal !== null && (
                <div data-refusal={refusal.code}>
                  <FailureBar failure={refusal} />
                </div>
              )}
              {children}
            </DialogContent>
            <DialogActions>
              <Button appearance={action === null ? 'primary' : 'secondary'} onClick={onClose}>
                {action === null ? t('common.close') : t('common.cancel')}
              </Button>
              {action !== null && (
                <Button
                  appearance="primary"
                  disabledFocusable={isOff || busy !== null}
                  onClick={() => !isOff && busy === null && onDo?.()}
                >
                  {action}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </div>
      </DialogSurface>
    </Dialog>
  );
};
