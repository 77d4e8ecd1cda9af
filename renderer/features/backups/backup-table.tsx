import {
  Button,
  makeStyles,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowCounterclockwise20Regular,
  CheckmarkCircle16Filled,
  DocumentSearch20Regular,
  ErrorCircle16Filled,
} from '@fluentui/react-icons';
import type { BackupRecord } from '../../../shared/ipc';
import { fileSize, relativeTime, useWords, wholeNumber } from '../../i18n';
import type { BackupPlace } from '../../state';

const useStyles = makeStyles({
  table: { marginTop: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground1 },
  time: { width: '150px' },
  size: { width: '80px', fontVariantNumeric: 'tabular-nums' },
  place: { width: '96px' },
  check: { width: '26%' },
  action: { width: '236px' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
  found: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    fontVariantNumeric: 'tabular-nums',
    '& > svg': { flexShrink: 0, alignSelf: 'center' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  damaged: { color: tokens.colorStatusDangerForeground1 },
});

interface BackupTableProps {
  backups: readonly BackupRecord[];
  now: Date;
  busy: boolean;
  /** The one that is being looked at. */
  verifying: BackupPlace | null;
  onVerify: (backup: BackupRecord) => void;
  onRestore: (backup: BackupRecord) => void;
}

const isSame = (a: BackupPlace, b: BackupPlace | null): boolean =>
  a.name === b?.name && a.place === b.place;

/** Newest first, of both places; each with what the last look at it has found. */
export const BackupTable = ({
  backups,
  now,
  busy,
  verifying,
  onVerify,
  onRestore,
}: BackupTableProps) => {
  const t = useWords();
  const styles = useStyles();
  if (backups.length === 0) return null;

  const found = ({ lastCheck }: BackupRecord) => {
    if (lastCheck === undefined) {
      return <Text className={styles.quiet}>{t('backups.checkedWhenMade')}</Text>;
    }
    const time = relativeTime(lastCheck.at, now, t);
    return lastCheck.problem === '' ? (
      <span className={styles.found}>
        <CheckmarkCircle16Filled className={styles.fine} aria-hidden="true" />
        <span>{t('backups.checkedSound', { time, rows: wholeNumber(lastCheck.rows) })}</span>
      </span>
    ) : (
      <span className={styles.found}>
        <ErrorCircle16Filled className={styles.damaged} aria-hidden="true" />
        <span className={styles.damaged}>
          {t('backups.checkedBroken', { time, problem: lastCheck.problem })}
        </span>
      </span>
    );
  };

  return (
    <Table className={styles.table} aria-label={t('backups.list')} size="small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.time}>{t('backups.columnTime')}</TableHeaderCell>
          <TableHeaderCell>{t('backups.columnReason')}</TableHeaderCell>
          <TableHeaderCell className={styles.place}>{t('backups.columnPlace')}</TableHeaderCell>
          <TableHeaderCell className={styles.size}>{t('backups.columnSize')}</TableHeaderCell>
          <TableHeaderCell className={styles.check}>{t('backups.columnCheck')}</TableHeaderCell>
          <TableHeaderCell className={styles.action}>{t('backups.columnActions')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {backups.map((backup) => {
          const time = relativeTime(backup.at, now, t);
          const place = t(`backups.place_${backup.place}`);
          const named = { time: `${time}, ${place.toLowerCase()}` };
          const isVerifying = isSame(backup, verifying);
          return (
            <TableRow key={`${backup.place}-${backup.name}`} data-backup-place={backup.place}>
              <TableCell className={styles.time} title={backup.name}>
                {time}
              </TableCell>
              <TableCell>{t(`backups.reason_${backup.reason}`)}</TableCell>
              <TableCell className={styles.place}>{place}</TableCell>
              <TableCell className={styles.size}>{fileSize(backup.bytes)}</TableCell>
              <TableCell className={styles.check} data-last-check="">
                {found(backup)}
              </TableCell>
              <TableCell className={styles.action}>
                <div className={styles.actions}>
                  <Button
                    size="small"
                    icon={isVerifying ? <Spinner size="extra-tiny" /> : <DocumentSearch20Regular />}
                    disabledFocusable={busy}
                    title={t('backups.verifyTip')}
                    aria-label={t('backups.verifyOf', named)}
                    onClick={() => {
                      if (!busy) onVerify(backup);
                    }}
                  >
                    {t('backups.verify')}
                  </Button>
                  <Button
                    size="small"
                    icon={<ArrowCounterclockwise20Regular />}
                    disabledFocusable={busy}
                    aria-label={t('backups.restoreOf', named)}
                    onClick={() => {
                      if (!busy) onRestore(backup);
                    }}
                  >
                    {t('backups.restore')}
                  </Button>
                </div>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};
