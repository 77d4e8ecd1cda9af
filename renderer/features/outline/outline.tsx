import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  Circle16Regular,
  CircleHalfFill16Regular,
  ErrorCircle16Filled,
  PanelLeftContract20Regular,
  PanelLeftExpand20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../../i18n';
import {
  goToField,
  type SectionStatus,
  sectionStatus,
  useChecks,
  useOpenProposal,
  usePageCount,
} from '../../state';
import { shortHeading } from '../../ui';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexShrink: 0,
    height: '40px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  headSmall: { justifyContent: 'center', paddingInline: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalM}`,
    overflowY: 'auto',
    flex: 1,
  },
  item: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '16px 28px 1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  itemSmall: {
    gridTemplateColumns: '1fr',
    justifyItems: 'center',
    rowGap: 0,
    padding: '2px 0',
    minHeight: '36px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  numeral: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  heading: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    lineHeight: '18px',
  },
  share: {
    minWidth: '34px',
    textAlign: 'right',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { display: 'inline-flex' },
  empty: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  writing: { color: tokens.colorBrandForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
});

const ICONS: Readonly<Record<SectionStatus, ReactNode>> = {
  empty: <Circle16Regular />,
  writing: <CircleHalfFill16Regular />,
  done: <CheckmarkCircle16Regular />,
  error: <ErrorCircle16Filled />,
};

interface OutlineProps {
  /** Numerals and dots only, where the window is narrow. */
  small: boolean;
  onToggle: (() => void) | null;
  current: string | null;
}

/** The parts of the form: what is empty, begun or wrong, and how much room each one takes. */
export const Outline = ({ small, onToggle, current }: OutlineProps) => {
  const t = useWords();
  const styles = useStyles();
  const template = useOpenProposal((state) => state.template);
  const { findings } = useChecks();
  // Drawn again when a status changes, not at each key.
  const statuses = useOpenProposal(
    useShallow(({ values }) =>
      (template?.sections ?? []).map((section) =>
        sectionStatus(section, values[section.id], findings),
      ),
    ),
  );
  const shares = usePageCount(({ sections }) => sections);
  if (template === null) return null;
  const toggleLabel = small ? t('workspace.expandOutline') : t('workspace.collapseOutline');
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.head, small && styles.headSmall)}>
        {!small && t('workspace.outline')}
        {onToggle !== null && (
          <Button
            appearance="subtle"
            size="small"
            icon={small ? <PanelLeftExpand20Regular /> : <PanelLeftContract20Regular />}
            aria-label={toggleLabel}
            title={toggleLabel}
            aria-expanded={!small}
            onClick={onToggle}
          />
        )}
      </div>
      <ol className={styles.list}>
        {template.sections.map((section, at) => {
          const status = statuses[at] ?? 'empty';
          const share = shares.find((one) => one.section === section.id);
          const percent = Math.round((share?.share ?? 0) * 100);
          const heading = shortHeading(section.heading);
          const words = t('outline.item', {
            numeral: section.numeral,
            heading,
            status: t(`outline.${status}`),
          });
          const button = (
            <button
              type="button"
              className={mergeClasses(
                styles.item,
                small && styles.itemSmall,
                section.id === current && styles.current,
              )}
              aria-label={words}
              {...(section.id === current ? { 'aria-current': 'true' as const } : {})}
              onClick={() => goToField(section.id)}
            >
              <span className={mergeClasses(styles.icon, styles[status])} aria-hidden="true">
                {ICONS[status]}
              </span>
              <span className={styles.numeral}>{section.numeral}</span>
              {!small && <span className={styles.heading}>{heading}</span>}
              {!small && share !== undefined && (
                <span
                  className={styles.share}
                  title={t('outline.shareLabel', { lines: share.lines, percent })}
                >
                  {t('outline.share', { percent })}
                </span>
              )}
            </button>
          );
          return (
            <li key={section.id}>
              {small ? (
                <Tooltip content={words} relationship="inaccessible" positioning="after">
                  {button}
                </Tooltip>
              ) : (
                button
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
};
