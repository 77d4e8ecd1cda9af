import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { fileSize, useWords } from '../i18n';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface JobProgressProps {
  label: string;
  /** Undefined: not told yet. `total` is null where it is not known. */
  progress: { readonly bytes: number; readonly total: number | null } | undefined;
  onStop: () => void;
}

/** How far long work is, and the way to stop it. */
export const JobProgress = ({ label, progress, onStop }: JobProgressProps) => {
  const t = useWords();
  const styles = useStyles();
  const total = progress?.total ?? null;
  const share =
    progress === undefined || total === null || total === 0
      ? undefined
      : Math.min(1, progress.bytes / total);
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <Text role="status">{label}</Text>
        <Button size="small" onClick={onStop}>
          {t('transfer.stop')}
        </Button>
      </div>
      <ProgressBar aria-label={label} {...(share === undefined ? {} : { value: share })} />
      {progress !== undefined && (
        <Text className={styles.quiet}>
          {total === null
            ? fileSize(progress.bytes)
            : t('transfer.progress', { done: fileSize(progress.bytes), total: fileSize(total) })}
        </Text>
      )}
    </div>
  );
};
