import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle24Regular,
  Circle20Regular,
  ErrorCircle20Filled,
  Lightbulb20Regular,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Finding } from '../../../shared/model';
import { useWords } from '../../i18n';
import { type FindingGroup, goToField, useChecks, useOpenProposal } from '../../state';
import { Delayed, EmptyState } from '../../ui';

const useStyles = makeStyles({
  root: {
    height: '100%',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    outlineStyle: 'none',
  },
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
  },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    width: '100%',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  link: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { display: 'inline-flex' },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  where: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  hint: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorStatusDangerForeground1 },
  missing: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  advice: { color: tokens.colorBrandForeground1 },
});

const ICONS: Readonly<Record<FindingGroup, ReactNode>> = {
  error: <ErrorCircle20Filled />,
  missing: <Circle20Regular />,
  warning: <Warning20Filled />,
  advice: <Lightbulb20Regular />,
};

const GROUPS = [
  ['error', 'checks.errors'],
  ['missing', 'checks.missing'],
  ['warning', 'checks.warnings'],
  ['advice', 'checks.advice'],
] as const;

const FindingItem = ({ finding, group }: { finding: Finding; group: FindingGroup }) => {
  const t = useWords();
  const styles = useStyles();
  const { section, field, where, message, hint } = finding;
  const content = (
    <>
      <span className={mergeClasses(styles.icon, styles[group])} aria-hidden="true">
        {ICONS[group]}
      </span>
      <span className={styles.words}>
        <span className={styles.where}>{where}</span>
        <span>{message}</span>
        {hint !== '' && <span className={styles.hint}>{hint}</span>}
      </span>
    </>
  );
  if (section === null) return <div className={styles.item}>{content}</div>;
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, styles.link)}
      title={t('checks.goTo', { where })}
      onClick={() => goToField(section, field)}
    >
      {content}
    </button>
  );
};

/** What the checks have to say, worst first; each line leads to its place. */
export const ChecksPanel = () => {
  const t = useWords();
  const styles = useStyles();
  const { findings, groups, checked } = useChecks();
  const limit = useOpenProposal(({ template }) => template?.pageLimit.max ?? 0);
  if (!checked) {
    return (
      <div className={styles.root}>
        <Delayed>
          <Spinner label={t('checks.running')} />
        </Delayed>
      </div>
    );
  }
  return (
    // Focused by F7, so that the arrow keys scroll and Tab enters the first finding.
    <div className={styles.root} tabIndex={-1} data-checks="">
      {findings.length === 0 && (
        <EmptyState
          icon={<CheckmarkCircle24Regular />}
          title={t('checks.clear')}
          text={t('checks.clearText', { max: limit })}
        />
      )}
      {GROUPS.filter(([group]) => groups[group].length > 0).map(([group, name]) => (
        <section
          key={group}
          aria-label={t('checks.count', { name: t(name), number: groups[group].length })}
        >
          <div className={styles.heading}>
            <Text as="h3" weight="semibold">
              {t(name)}
            </Text>
            <Text className={styles.count}>{groups[group].length}</Text>
          </div>
          <ul className={styles.list}>
            {groups[group].map((finding) => (
              <li key={[finding.code, finding.where, finding.field, finding.message].join('|')}>
                <FindingItem finding={finding} group={group} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
