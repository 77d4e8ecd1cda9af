import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { ArrowCounterclockwise20Regular } from '@fluentui/react-icons';
import type { BackupRecord } from '../../../shared/ipc';
import { fileSize, relativeTime, useWords } from '../../i18n';

const useStyles = makeStyles({
  table: { marginTop: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground1 },
  size: { width: '110px', fontVariantNumeric: 'tabular-nums' },
  place: { width: '140px' },
  action: { width: '150px' },
});

interface BackupTableProps {
  backups: readonly BackupRecord[];
  now: Date;
  busy: boolean;
  onRestore: (backup: BackupRecord) => void;
}

/** Newest first, of both places. */
export const BackupTable = ({ backups, now, busy, onRestore }: BackupTableProps) => {
  const t = useWords();
  const styles = useStyles();
  if (backups.length === 0) return null;
  return (
    <Table className={styles.table} aria-label={t('backups.list')} size="small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('backups.columnTime')}</TableHeaderCell>
          <TableHeaderCell>{t('backups.columnReason')}</TableHeaderCell>
          <TableHeaderCell className={styles.place}>{t('backups.columnPlace')}</TableHeaderCell>
          <TableHeaderCell className={styles.size}>{t('backups.columnSize')}</TableHeaderCell>
          <TableHeaderCell className={styles.action}>{t('backups.columnActions')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {backups.map((backup) => (
          <TableRow key={`${backup.place}-${backup.name}`}>
            <TableCell title={backup.name}>{relativeTime(backup.at, now, t)}</TableCell>
            <TableCell>{t(`backups.reason_${backup.reason}`)}</TableCell>
            <TableCell className={styles.place}>{t(`backups.place_${backup.place}`)}</TableCell>
            <TableCell className={styles.size}>{fileSize(backup.bytes)}</TableCell>
            <TableCell className={styles.action}>
              <Button
                size="small"
                icon={<ArrowCounterclockwise20Regular />}
                disabledFocusable={busy}
                aria-label={t('backups.restoreOf', { time: relativeTime(backup.at, now, t) })}
                onClick={() => {
                  if (!busy) onRestore(backup);
                }}
              >
                {t('backups.restore')}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
