import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  Circle16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import { BackupStatusItem } from '../../features/backups';
import { PageMeter } from '../../features/page-meter';
import { clockTime, useWords, wholeNumber } from '../../i18n';
import {
  missingParts,
  proposalWords,
  useChecks,
  useLookOnly,
  useLookOnlyReason,
  useOpenProposal,
} from '../../state';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'stretch',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '28px',
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  group: { display: 'flex', alignItems: 'stretch', minWidth: 0 },
  item: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    whiteSpace: 'nowrap',
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { '@media (max-width: 760px)': { display: 'none' } },
  icon: { display: 'inline-flex' },
  quiet: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

interface StatusBarProps {
  onPreview: () => void;
  onFit: () => void;
  onChecks: () => void;
  onSave: () => void;
  onWords: () => void;
}

/** Pages, words, problems, saved: what one wants to know without asking. Each leads to more. */
export const StatusBar = ({ onPreview, onFit, onChecks, onSave, onWords }: StatusBarProps) => {
  const t = useWords();
  const styles = useStyles();
  const save = useOpenProposal((state) => state.save);
  const words = useOpenProposal(({ template, values }) =>
    template === null ? 0 : proposalWords(template.sections, values),
  );
  const { groups, checked } = useChecks();
  const lookOnly = useLookOnly();
  const reason = useLookOnlyReason();
  const { error, warning } = groups;
  const button = mergeClasses(styles.item, styles.button);

  const missing = missingParts(groups);
  const counted = [
    { count: error.length, text: t('status.errors', { errors: error.length }) },
    { count: missing, text: t('status.missing', { parts: missing }) },
    { count: warning.length, text: t('status.warnings', { warnings: warning.length }) },
  ].filter(({ count }) => count > 0);
  const problems =
    counted.length === 0 ? t('status.noProblems') : counted.map(({ text }) => text).join(' · ');
  const icon = () => {
    if (error.length > 0) return <ErrorCircle16Filled className={styles.error} />;
    if (warning.length > 0) return <Warning16Filled className={styles.warning} />;
    if (missing > 0) return <Circle16Regular className={styles.quiet} />;
    return <CheckmarkCircle16Regular className={styles.quiet} />;
  };
  const saved = () => {
    switch (save.kind) {
      case 'saved':
        return save.savedAt === null
          ? t('save.unchanged')
          : t('save.saved', { time: clockTime(save.savedAt) });
      case 'pending':
        return t('save.pending');
      case 'saving':
        return t('save.saving');
      case 'failed':
        return t('save.failed');
    }
  };

  return (
    <section className={styles.root} aria-label={t('workspace.status')} data-pane="status">
      <div className={styles.group}>
        <PageMeter className={button} onPreview={onPreview} onFit={onFit} />
        <button
          type="button"
          className={mergeClasses(button, styles.words)}
          title={t('status.wordsLabel', { words: wholeNumber(words) })}
          onClick={onWords}
        >
          {t('status.words', { words: wholeNumber(words) })}
        </button>
        {checked && (
          <button
            type="button"
            className={button}
            title={t('status.problemsLabel')}
            onClick={onChecks}
          >
            <span aria-hidden="true" className={styles.icon}>
              {icon()}
            </span>
            {problems}
          </button>
        )}
      </div>
      {lookOnly ? (
        <div className={styles.group}>
          <span className={mergeClasses(styles.item, styles.quiet)} title={reason}>
            {t('lookOnly.status')}
          </span>
        </div>
      ) : (
        <div className={styles.group}>
          <BackupStatusItem
            className={mergeClasses(button, styles.words)}
            troubleClassName={mergeClasses(button, styles.error)}
          />
          <button
            type="button"
            className={mergeClasses(button, save.kind === 'failed' && styles.error)}
            title={t('save.saveNow')}
            data-save={save.kind}
            onClick={onSave}
          >
            {saved()}
          </button>
        </div>
      )}
    </section>
  );
};
