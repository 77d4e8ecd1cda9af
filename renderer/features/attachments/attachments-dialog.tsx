import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular, Attach24Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../shared/base';
import type { AttachmentRecord, IpcFailure } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import {
  addAttachment,
  cancelJob,
  listAttachments,
  newJob,
  notify,
  openAttachment,
  removeAttachment,
  saveAttachmentAs,
  useOpenProposal,
  useTransfers,
} from '../../state';
import { EmptyState, FailureBar, JobProgress } from '../../ui';
import { AttachmentItem } from './attachment-item';
import { RemoveDialog } from './remove-dialog';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Running {
  readonly job: string;
  readonly label: string;
}

/** Files that belong to the proposal: taken in, looked at, written out again. */
export const AttachmentsDialog = ({
  proposalId,
  onClose,
}: {
  proposalId: string;
  onClose: () => void;
}) => {
  const t = useWords();
  const styles = useStyles();
  const readOnly = useOpenProposal((state) => state.readOnly);
  const [list, setList] = useState<readonly AttachmentRecord[] | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [removed, setRemoved] = useState<AttachmentRecord | null>(null);
  const progress = useTransfers((state) =>
    running === null ? undefined : state.progress[running.job],
  );

  const load = useCallback(async (): Promise<void> => {
    const answer = await listAttachments(proposalId);
    if (answer.ok) setList(answer.value);
    else setFailure(answer.error);
  }, [proposalId]);
  useEffect(() => void load(), [load]);

  /** The value, or null where it failed (told) or the person thought better of it. */
  const long = async <T,>(
    label: string,
    work: (job: string) => Promise<Result<T, IpcFailure>>,
  ): Promise<T | null> => {
    const job = newJob();
    setFailure(null);
    setRunning({ job, label });
    const answer = await work(job);
    setRunning(null);
    if (answer.ok) return answer.value;
    if (answer.error.code !== 'cancelled') setFailure(answer.error);
    return null;
  };

  const add = async (): Promise<void> => {
    const added = await long(t('attached.adding'), (job) => addAttachment(proposalId, job));
    if (added === null) return;
    notify({ intent: 'success', text: t('attached.added', { name: added.name }) });
    await load();
  };
  const open = (file: AttachmentRecord): Promise<unknown> =>
    long(t('attached.open'), (job) => openAttachment(file, job));
  const saveAs = async (file: AttachmentRecord): Promise<void> => {
    const written = await long(t('attached.saveAs'), (job) => saveAttachmentAs(file, job));
    if (written === null) return;
    const { fileName: name, folder } = written;
    notify({ intent: 'success', text: t('attached.savedAs', { name, folder }) });
  };
  const remove = async ({ id, name }: AttachmentRecord): Promise<void> => {
    setRemoved(null);
    const answer = await removeAttachment(id);
    if (!answer.ok) return setFailure(answer.error);
    notify({ intent: 'success', text: t('attached.removed', { name }) });
    await load();
  };

  const busy = running !== null;
  return (
    <>
      <Dialog open onOpenChange={(_, data) => !data.open && !busy && onClose()}>
        <DialogSurface className={styles.surface}>
          <DialogBody>
            <DialogTitle>{t('attached.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text className={styles.quiet}>{t('attached.intro')}</Text>
              {failure !== null && <FailureBar failure={failure} />}
              {running !== null && (
                <JobProgress
                  label={running.label}
                  progress={progress}
                  onStop={() => cancelJob(running.job)}
                />
              )}
              {list?.length === 0 && !busy && (
                <EmptyState
                  icon={<Attach24Regular />}
                  title={t('attached.empty')}
                  text={t('attached.emptyText')}
                />
              )}
              <ul className={styles.list}>
                {(list ?? []).map((file) => (
                  <AttachmentItem
                    key={file.id}
                    file={file}
                    busy={busy}
                    readOnly={readOnly}
                    onOpen={() => void open(file)}
                    onSaveAs={() => void saveAs(file)}
                    onRemove={() => setRemoved(file)}
                  />
                ))}
              </ul>
            </DialogContent>
            <DialogActions>
              {!readOnly && (
                <Button
                  icon={<Add20Regular />}
                  disabledFocusable={busy}
                  onClick={() => {
                    if (!busy) void add();
                  }}
                >
                  {t('attached.add')}
                </Button>
              )}
              <Button appearance="primary" disabledFocusable={busy} onClick={onClose}>
                {t('common.close')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
      {removed !== null && (
        <RemoveDialog
          name={removed.name}
          onClose={() => setRemoved(null)}
          onRemove={() => void remove(removed)}
        />
      )}
    </>
  );
};
