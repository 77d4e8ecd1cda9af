import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { BookmarkAdd20Regular } from '@fluentui/react-icons';
import { type FormEvent, useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { keepVersion, notify } from '../../state';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flex: 1, minWidth: 0 },
});

interface MilestoneFieldProps {
  proposalId: string;
  onMarked: () => Promise<void>;
}

/** Gives the present words a name; they are kept for ever. */
export const MilestoneField = ({ proposalId, onMarked }: MilestoneFieldProps) => {
  const t = useWords();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const mark = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = input.current?.value.normalize('NFC').trim() ?? '';
    if (name === '') return input.current?.focus();
    const answer = await keepVersion(proposalId, name);
    if (!answer.ok) return setFailure(answer.error);
    setFailure(null);
    if (input.current !== null) input.current.value = '';
    notify({ intent: 'success', text: t('history.marked', { name }) });
    await onMarked();
  };
  return (
    <form onSubmit={(event) => void mark(event)}>
      <Field
        label={t('history.markName')}
        {...(failure === null
          ? {}
          : { validationState: 'error' as const, validationMessage: failure.message })}
      >
        <div className={styles.row}>
          <Input
            className={styles.input}
            input={{ ref: input }}
            placeholder={t('history.markHint')}
          />
          <Button
            type="submit"
            icon={<BookmarkAdd20Regular />}
            title={t('history.markNow')}
            aria-label={t('history.markNow')}
          />
        </div>
      </Field>
    </form>
  );
};
