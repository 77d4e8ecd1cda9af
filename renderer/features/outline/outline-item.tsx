import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  Circle16Regular,
  CircleHalfFill16Regular,
  ErrorCircle16Filled,
} from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../i18n';
import { goToField, type SectionStatus } from '../../state';
import { VisuallyHidden } from '../../ui';

const useStyles = makeStyles({
  item: {
    boxSizing: 'border-box',
    position: 'relative',
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
  small: {
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
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
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

interface OutlineItemProps {
  section: string;
  numeral: string;
  heading: string;
  status: SectionStatus;
  /** Of the whole proposal; null before the first count. */
  percent: number | null;
  lines: number;
  isCurrent: boolean;
  /** Numeral and dot only. */
  small: boolean;
}

const Item = ({
  section,
  numeral,
  heading,
  status,
  percent,
  lines,
  isCurrent,
  small,
}: OutlineItemProps) => {
  const t = useWords();
  const styles = useStyles();
  const button = (
    <button
      type="button"
      className={mergeClasses(styles.item, small && styles.small, isCurrent && styles.current)}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onClick={() => goToField(section)}
    >
      <span className={mergeClasses(styles.icon, styles[status])} aria-hidden="true">
        {ICONS[status]}
      </span>
      <span className={styles.numeral}>{numeral}</span>
      {small ? (
        <VisuallyHidden>{heading}</VisuallyHidden>
      ) : (
        <span className={styles.heading} lang="vi">
          {heading}
        </span>
      )}
      {!small && percent !== null && (
        <span className={styles.share} title={t('outline.shareLabel', { lines, percent })}>
          {t('outline.share', { percent })}
        </span>
      )}
      <VisuallyHidden>{t(`outline.${status}`)}</VisuallyHidden>
    </button>
  );
  if (!small) return button;
  const words = t('outline.item', { numeral, heading, status: t(`outline.${status}`) });
  return (
    <Tooltip content={words} relationship="inaccessible" positioning="after">
      {button}
    </Tooltip>
  );
};

/** One part in the outline; drawn again only when something of its own changes. */
export const OutlineItem = memo(Item);
