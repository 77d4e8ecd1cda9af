import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowExportUp20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { fileSize, useWords } from '../../i18n';
import {
  cancelJob,
  newJob,
  notify,
  useProposalList,
  useTransfers,
  writePackage,
} from '../../state';
import { FailureBar, JobProgress } from '../../ui';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  list: {
    display: 'grid',
    maxHeight: '220px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  sealed: { display: 'grid', gap: tokens.spacingVerticalS },
});

const SHORTEST = 8;

interface WriteDialogProps {
  /** Chosen to begin with. */
  ids: readonly string[];
  onClose: () => void;
}

/** Proposals with everything that belongs to them, in one file, locked if the person wants. */
export const WriteDialog = ({ ids, onClose }: WriteDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const { active } = useProposalList();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ids));
  const [sealed, setSealed] = useState(false);
  const [wrong, setWrong] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const progress = useTransfers((state) => (job === null ? undefined : state.progress[job]));

  const toggle = (id: string, on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));

  const passphrase = (): string | null | undefined => {
    if (!sealed) return null;
    const typed = (first.current?.value ?? '').normalize('NFC');
    const again = (second.current?.value ?? '').normalize('NFC');
    const problem =
      typed.length < SHORTEST
        ? t('transfer.short')
        : typed !== again
          ? t('transfer.different')
          : '';
    setWrong(problem);
    return problem === '' ? typed : undefined;
  };

  const write = async (): Promise<void> => {
    const secret = passphrase();
    if (secret === undefined) return first.current?.focus();
    const own = newJob();
    setJob(own);
    setFailure(null);
    const written = await writePackage([...chosen], secret, own);
    setJob(null);
    if (written.ok) {
      const { proposals, fileName, bytes } = written.value;
      notify({
        intent: 'success',
        text: t('transfer.written', { proposals, file: fileName, size: fileSize(bytes) }),
      });
      onClose();
    } else if (written.error.code !== 'cancelled') setFailure(written.error);
  };

  const isOff = chosen.size === 0 || job !== null;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && job === null && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('transfer.writeTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text className={styles.quiet}>{t('transfer.writeIntro')}</Text>
            {failure !== null && <FailureBar failure={failure} />}
            <fieldset className={styles.list}>
              <legend>{t('transfer.which')}</legend>
              {active.map(({ id, title }) => (
                <Checkbox
                  key={id}
                  label={title.trim() === '' ? t('common.untitled') : title}
                  checked={chosen.has(id)}
                  onChange={(_, data) => toggle(id, data.checked === true)}
                />
              ))}
            </fieldset>
            <div className={styles.sealed}>
              <Checkbox
                label={t('transfer.seal')}
                checked={sealed}
                onChange={(_, data) => setSealed(data.checked === true)}
              />
              {sealed && (
                <>
                  <Text className={styles.quiet}>{t('transfer.sealHint')}</Text>
                  <Field
                    label={t('transfer.passphrase')}
                    {...(wrong === ''
                      ? {}
                      : { validationState: 'error' as const, validationMessage: wrong })}
                  >
                    <Input type="password" input={{ ref: first }} autoComplete="new-password" />
                  </Field>
                  <Field label={t('transfer.repeat')}>
                    <Input type="password" input={{ ref: second }} autoComplete="new-password" />
                  </Field>
                </>
              )}
            </div>
            {job !== null && (
              <JobProgress
                label={t('transfer.writing')}
                progress={progress}
                onStop={() => cancelJob(job)}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              icon={<ArrowExportUp20Regular />}
              disabledFocusable={isOff}
              onClick={() => {
                if (!isOff) void write();
              }}
            >
              {t('transfer.write')}
            </Button>
            <Button disabledFocusable={job !== null} onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
