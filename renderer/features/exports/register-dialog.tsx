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
import {
  Copy20Regular,
  FolderOpen20Regular,
  History24Regular,
  Open20Regular,
} from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { ExportRecord } from '../../../shared/ipc';
import { fileSize, relativeTime, useWords } from '../../i18n';
import { loadRegister, openExport, revealExport, useExports } from '../../state';
import { announce, copyText, EmptyState, FailureBar } from '../../ui';
import { formatName } from './export-words';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  digest: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'text' },
  actions: { display: 'flex', alignItems: 'flex-start' },
});

const RegisterItem = ({ record, now }: { record: ExportRecord; now: Date }) => {
  const t = useWords();
  const styles = useStyles();
  const copy = async (): Promise<void> => {
    announce((await copyText(record.sha256)) ? t('common.copied') : t('common.copyFailed'));
  };
  const isFile = record.format !== 'print';
  const facts = [
    relativeTime(record.at, now, t),
    ...(isFile ? [formatName(record.format, t)] : []),
    t('export.registerPages', { pages: record.pages }),
    ...(record.bytes > 0 ? [fileSize(record.bytes)] : []),
  ];
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          {isFile ? record.fileName : formatName(record.format, t)}
        </span>
        <span className={styles.quiet}>{facts.join(' · ')}</span>
        {record.folder !== '' && <span className={styles.quiet}>{record.folder}</span>}
        {record.sha256 !== '' && (
          <span className={styles.quiet}>
            {t('export.registerDigest')}{' '}
            <span className={styles.digest} translate="no">
              {record.sha256}
            </span>
          </span>
        )}
      </div>
      <div className={styles.actions}>
        {record.sha256 !== '' && (
          <Button
            appearance="subtle"
            icon={<Copy20Regular />}
            title={t('export.copyDigest')}
            aria-label={`${t('export.copyDigest')}: ${record.fileName}`}
            onClick={() => void copy()}
          />
        )}
        {isFile && (
          <>
            <Button
              appearance="subtle"
              icon={<Open20Regular />}
              title={t('export.openFile')}
              aria-label={`${t('export.openFile')}: ${record.fileName}`}
              onClick={() => void openExport(record)}
            />
            <Button
              appearance="subtle"
              icon={<FolderOpen20Regular />}
              title={t('export.openFolder')}
              aria-label={`${t('export.openFolder')}: ${record.fileName}`}
              onClick={() => void revealExport(record)}
            />
          </>
        )}
      </div>
    </li>
  );
};

/** Every file written and every print of this proposal, newest first. */
export const RegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const styles = useStyles();
  const { register, registerFailure, outcomes } = useExports();
  useEffect(() => {
    void loadRegister();
  }, []);
  // Opening a file that is gone fails; the person must see that here, not behind the dialog.
  const failed = outcomes.findLast((outcome) => outcome.kind === 'failed');
  const now = new Date();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('export.registerTitle')}</DialogTitle>
          <DialogContent>
            {registerFailure !== null && <FailureBar failure={registerFailure} />}
            {failed?.kind === 'failed' && <FailureBar failure={failed.failure} />}
            {registerFailure === null && register.length === 0 ? (
              <EmptyState
                icon={<History24Regular />}
                title={t('export.registerEmpty')}
                text={t('export.registerEmptyText')}
              />
            ) : (
              <ul className={styles.list}>
                {register.map((record) => (
                  <RegisterItem key={record.id} record={record} now={now} />
                ))}
              </ul>
            )}
            <Text className={styles.quiet}>{t('export.registerNote')}</Text>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
