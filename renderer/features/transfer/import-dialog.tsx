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
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowImport20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { GivenPackage, IpcFailure, PackagePlanRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import {
  cancelJob,
  choosePackage,
  importPackage,
  inspectPackage,
  newJob,
  notify,
  useTransfers,
} from '../../state';
import { FailureBar, isComposingKey, JobProgress } from '../../ui';
import { isIdle, PlanView } from './plan-view';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  wide: { whiteSpace: 'nowrap' },
  file: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

type Step = 'choose' | 'looking' | 'sealed' | 'plan' | 'importing';

interface ImportDialogProps {
  /** A file that was opened with the program; null: ask for one. */
  given: GivenPackage | null;
  onClose: () => void;
}

/** First what the file holds and what would happen, then, if the person wants, it happens. */
export const ImportDialog = ({ given, onClose }: ImportDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const [file, setFile] = useState<GivenPackage | null>(null);
  const [step, setStep] = useState<Step>('choose');
  const [plan, setPlan] = useState<PackagePlanRecord | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const secret = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const began = useRef(false);
  const progress = useTransfers((state) => (job === null ? undefined : state.progress[job]));

  const look = useCallback(async (chosen: GivenPackage, passphrase: string | null) => {
    const own = newJob();
    setFile(chosen);
    setJob(own);
    setFailure(null);
    setStep('looking');
    const answer = await inspectPackage(chosen.ticket, passphrase, own);
    setJob(null);
    if (answer.ok) {
      secret.current = passphrase;
      setPlan(answer.value);
      setStep('plan');
      return;
    }
    const { code } = answer.error;
    if (code !== 'package-sealed') setFailure(answer.error);
    setStep(code === 'package-sealed' || code === 'package-passphrase' ? 'sealed' : 'choose');
  }, []);

  const choose = useCallback(async () => {
    const answer = await choosePackage();
    if (answer.ok) await look(answer.value, null);
    else if (answer.error.code !== 'cancelled') setFailure(answer.error);
  }, [look]);

  useEffect(() => {
    if (began.current) return;
    began.current = true;
    if (given === null) void choose();
    else void look(given, null);
  }, [given, choose, look]);

  const bringIn = async (): Promise<void> => {
    if (file === null) return;
    const own = newJob();
    setJob(own);
    setFailure(null);
    setStep('importing');
    const answer = await importPackage(file.ticket, secret.current, own);
    setJob(null);
    if (!answer.ok) {
      setPlan(null);
      setStep('choose');
      if (answer.error.code !== 'cancelled') setFailure(answer.error);
      else notify({ intent: 'info', text: t('transfer.stopped') });
      return;
    }
    const taken = answer.value.proposals.filter(({ action }) =>
      ['new', 'update', 'copy'].includes(action),
    );
    notify({ intent: 'success', text: t('transfer.imported', { proposals: taken.length }) });
    onClose();
  };

  const unlock = (): void => {
    const typed = (input.current?.value ?? '').normalize('NFC');
    if (file !== null && typed !== '') void look(file, typed);
  };

  const idle = plan !== null && isIdle(plan);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && job === null && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('transfer.importTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            {file !== null && <Text className={styles.file}>{file.fileName}</Text>}
            {failure !== null && <FailureBar failure={failure} />}
            {job !== null && (
              <JobProgress
                label={step === 'importing' ? t('transfer.importing') : t('transfer.looking')}
                progress={progress}
                onStop={() => cancelJob(job)}
              />
            )}
            {step === 'sealed' && (
              <Field label={t('transfer.passphrase')} hint={t('transfer.sealed')}>
                <Input
                  type="password"
                  input={{ ref: input }}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && !isComposingKey(event.nativeEvent)) unlock();
                  }}
                />
              </Field>
            )}
            {plan !== null && step !== 'choose' && (
              <>
                <PlanView plan={plan} now={new Date()} />
                <Text className={styles.quiet}>
                  {idle ? t('transfer.nothingToDo') : t('transfer.untouched')}
                </Text>
              </>
            )}
          </DialogContent>
          <DialogActions position="start">
            {job === null && (
              <Button className={styles.wide} onClick={() => void choose()}>
                {t('transfer.another')}
              </Button>
            )}
          </DialogActions>
          <DialogActions>
            {step === 'sealed' && (
              <Button appearance="primary" onClick={unlock}>
                {t('transfer.unlock')}
              </Button>
            )}
            {step === 'plan' && !idle && (
              <Button
                appearance="primary"
                icon={<ArrowImport20Regular />}
                onClick={() => void bringIn()}
              >
                {t('transfer.import')}
              </Button>
            )}
            <Button disabledFocusable={job !== null} onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
