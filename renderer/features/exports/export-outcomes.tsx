import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useWords } from '../../i18n';
import {
  dismissOutcome,
  type ExportOutcome,
  openExport,
  revealExport,
  useExports,
} from '../../state';
import { formatName } from './export-words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  bar: { borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
  running: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const Outcome = ({ outcome }: { outcome: ExportOutcome }) => {
  const t = useWords();
  const styles = useStyles();
  const dismiss = (
    <Button
      appearance="transparent"
      icon={<Dismiss20Regular />}
      aria-label={t('toast.dismiss')}
      onClick={() => dismissOutcome(outcome)}
    />
  );
  if (outcome.kind === 'done') {
    const { record } = outcome;
    const { fileName: file, pages } = record;
    return (
      <MessageBar intent="success" className={styles.bar}>
        <MessageBarBody>
          {t('export.done', { format: formatName(record.format, t), file, pages })}
        </MessageBarBody>
        <MessageBarActions containerAction={dismiss}>
          <Button onClick={() => void openExport(record)}>{t('export.openFile')}</Button>
          <Button onClick={() => void revealExport(record)}>{t('export.openFolder')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  const { format, failure } = outcome;
  const title =
    format === 'print'
      ? t('export.printFailed')
      : t('export.failed', { format: formatName(format, t) });
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {[failure.where, failure.message, failure.hint].filter(Boolean).join(' ')}
      </MessageBarBody>
      <MessageBarActions containerAction={dismiss} />
    </MessageBar>
  );
};

/** What is being written, was written, or could not be; stands until it is put away. */
export const ExportOutcomes = () => {
  const t = useWords();
  const styles = useStyles();
  const { running, outcomes } = useExports();
  const sentence =
    running === null
      ? null
      : running === 'print'
        ? t('export.printing')
        : t('export.running', { format: formatName(running, t) });
  if (sentence === null && outcomes.length === 0) return null;
  return (
    <section className={styles.root} aria-label={t('toast.label')}>
      {sentence !== null && (
        <div className={styles.running}>
          <Text role="status">{sentence}</Text>
          <ProgressBar aria-label={sentence} />
        </div>
      )}
      {outcomes.map((outcome) => (
        <Outcome
          key={
            outcome.kind === 'done'
              ? `done-${outcome.record.id}`
              : `failed-${outcome.format}-${outcome.failure.code}`
          }
          outcome={outcome}
        />
      ))}
    </section>
  );
};
