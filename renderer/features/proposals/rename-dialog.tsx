import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { FailureBar, isComposingKey } from '../../ui';

interface RenameDialogProps {
  title: string;
  /** Answers with what went wrong, or null when the new name is kept. */
  onRename: (title: string) => Promise<IpcFailure | null>;
  onClose: () => void;
}

export const RenameDialog = ({ title, onRename, onClose }: RenameDialogProps) => {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const save = async (): Promise<void> => {
    const failed = await onRename(input.current?.value ?? title);
    if (failed === null) onClose();
    else setFailure(failed);
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('home.renameTitle')}</DialogTitle>
          <DialogContent>
            {failure !== null && <FailureBar failure={failure} />}
            <Field label={t('home.renameField')} hint={t('home.renameHint')}>
              <Input
                input={{ ref: input }}
                defaultValue={title}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !isComposingKey(event.nativeEvent)) void save();
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void save()}>
              {t('common.save')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
