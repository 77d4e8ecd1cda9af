import { Field, Input } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { FormDialog, isComposingKey } from '../../ui';

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
    <FormDialog
      title={t('home.renameTitle')}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label={t('home.renameField')} hint={t('home.renameHint')}>
        <Input
          input={{ ref: input }}
          defaultValue={title}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposingKey(event.nativeEvent)) void save();
          }}
        />
      </Field>
    </FormDialog>
  );
};
