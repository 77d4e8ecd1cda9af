import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { DossierEmail, DossierParts, DossierRecord, WrittenFolder } from '../../../shared/ipc';
import { call, on } from '../../bridge';
import { fileSize, useWords } from '../../i18n';
import { askDossier, useDossier } from '../../state';
import { DossierDialog } from './dossier-dialog';
import { EmailPart } from './email-part';
import { PictureWarning } from './picture-warning';

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalXXS },
  written: { display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3, paddingInlineStart: '36px' },
  nested: { paddingInlineStart: '28px' },
  files: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    maxHeight: '200px',
    overflowY: 'auto',
  },
  file: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  folder: { overflowWrap: 'anywhere' },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** How far it is; null: it has not begun. */
interface Progress {
  readonly done: number;
  readonly total: number;
  readonly title: string;
}

const Running = ({ progress }: { progress: Progress | null }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <div className={styles.written} data-writing>
      <Text role="status">
        {progress === null
          ? t('dossier.writingSoon')
          : t('dossier.writingFile', {
              n: progress.done + 1,
              total: progress.total,
              title: progress.title,
            })}
      </Text>
      <ProgressBar
        aria-label={t('dossier.writingSoon')}
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
      />
      <div>
        <Button onClick={() => void call('dossier.stopWriting', undefined)}>
          {t('transfer.stop')}
        </Button>
      </div>
    </div>
  );
};

const Written = ({ result }: { result: WrittenFolder }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <div className={styles.written} data-written={result.files.length}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody className={styles.folder}>
          {t('dossier.allWritten', { count: result.files.length, folder: result.folder })}
        </MessageBarBody>
      </MessageBar>
      {result.stale.length > 0 && (
        <MessageBar intent="warning" layout="multiline" data-stale>
          <MessageBarBody>
            {t('dossier.staleLeftOut', { titles: result.stale.join('; ') })}
          </MessageBarBody>
        </MessageBar>
      )}
      {result.warnings.length > 0 && <PictureWarning warning={result.warnings[0]} />}
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<FolderOpen20Regular />}
          onClick={() => void askDossier('dossier.reveal', undefined)}
        >
          {t('dossier.openFolder')}
        </Button>
        <Text>{t('dossier.writtenSize', { size: fileSize(result.bytes) })}</Text>
      </div>
      <ul
        className={styles.files}
        aria-label={t('dossier.writtenFiles')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keyboard, too
        tabIndex={0}
      >
        {result.files.map(({ fileName, bytes }) => (
          <li key={fileName} className={styles.file}>
            <Text size={200} className={styles.folder}>
              {fileName}
            </Text>
            <Text size={200}>{fileSize(bytes)}</Text>
          </li>
        ))}
      </ul>
      {result.email !== null && <EmailPart email={result.email} />}
    </div>
  );
};

interface ExportDialogProps {
  record: DossierRecord;
  /** Pictures of a signature or seal are kept. */
  hasPictures: boolean;
  onClose: () => void;
}

/** The whole dossier as files: what is wanted, how far it is, what was written and where. */
export const ExportDialog = ({ record, hasPictures, onClose }: ExportDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const isWriting = useDossier((state) => state.busy === 'dossier.exportAll');
  const [parts, setParts] = useState<DossierParts>({
    separate: true,
    bound: true,
    email: 'none',
    pictures: false,
  });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<WrittenFolder | null>(null);
  const [email, setEmail] = useState<DossierEmail | null>(null);
  useEffect(
    () =>
      on('dossier.progress', ({ lead, ...rest }) => {
        if (lead === record.lead) setProgress(rest);
      }),
    [record.lead],
  );
  const wantsEmail = parts.email !== 'none';
  useEffect(() => {
    if (!wantsEmail) return;
    void call('dossier.email', { id: record.lead }).then((answer) => {
      if (answer.ok) setEmail(answer.value);
    });
  }, [wantsEmail, record.lead]);
  const set = (more: Partial<DossierParts>): void => setParts({ ...parts, ...more });
  const write = async (): Promise<void> => {
    setProgress(null);
    const answer = await askDossier('dossier.exportAll', { id: record.lead, parts });
    if (answer.ok) setResult(answer.value);
  };
  const close = (): void => {
    if (isWriting) void call('dossier.stopWriting', undefined);
    onClose();
  };
  const choices = (
    <>
      <Text>
        {record.freeze === null
          ? t('dossier.writeDraft')
          : t('dossier.writeFrozen', { code: record.freeze.code })}
      </Text>
      <div className={styles.group}>
        <Checkbox
          label={t('dossier.writeSeparate')}
          checked={parts.separate}
          onChange={(_, { checked }) => set({ separate: checked === true })}
        />
        <Text size={200} className={styles.quiet}>
          {t('dossier.writeSeparateHint')}
        </Text>
        <Checkbox
          label={t('dossier.writeBound')}
          checked={parts.bound}
          onChange={(_, { checked }) => set({ bound: checked === true })}
        />
        <Text size={200} className={styles.quiet}>
          {t('dossier.writeBoundHint')}
        </Text>
        <Checkbox
          label={t('dossier.writeEmail')}
          checked={wantsEmail}
          onChange={(_, { checked }) => set({ email: checked === true ? 'folder' : 'none' })}
        />
        <Text size={200} className={styles.quiet}>
          {t('dossier.writeEmailHint')}
        </Text>
        {wantsEmail && (
          <Field label={t('dossier.emailAs')} className={styles.nested}>
            <RadioGroup
              layout="horizontal"
              value={parts.email}
              onChange={(_, { value }) => set({ email: value === 'zip' ? 'zip' : 'folder' })}
            >
              <Radio value="folder" label={t('dossier.emailFolder')} />
              <Radio value="zip" label={t('dossier.emailZip')} />
            </RadioGroup>
          </Field>
        )}
        {hasPictures && (
          <Checkbox
            label={t('dossier.withPictures')}
            checked={parts.pictures === true}
            onChange={(_, { checked }) => set({ pictures: checked === true })}
          />
        )}
        {parts.pictures === true && <PictureWarning />}
      </div>
      {wantsEmail && email !== null && <EmailPart email={email} />}
    </>
  );
  const isNothing = !parts.separate && !parts.bound && !wantsEmail;
  return (
    <DossierDialog
      wide
      title={t('dossier.exportTitle')}
      action={result === null ? t('dossier.chooseFolder') : null}
      isOff={isNothing || isWriting}
      onDo={() => void write()}
      onClose={close}
    >
      {result !== null ? (
        <Written result={result} />
      ) : isWriting ? (
        <Running progress={progress} />
      ) : (
        choices
      )}
    </DossierDialog>
  );
};
