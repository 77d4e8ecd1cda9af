import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Style } from '../../../shared/model';
import { decimal, pagesText, useWords } from '../../i18n';
import type { FitChoice } from './choose-fits';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr max-content 116px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '@media (max-width: 620px)': { gridTemplateColumns: '1fr auto' },
  },
  used: { backgroundColor: tokens.colorBrandBackground2 },
  order: {
    color: tokens.colorNeutralForeground2,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 620px)': { display: 'none' },
  },
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  changed: { fontWeight: tokens.fontWeightSemibold },
  pages: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  badge: { whiteSpace: 'nowrap' },
  unsure: { color: tokens.colorStatusWarningForeground1 },
  action: { display: 'flex', justifyContent: 'flex-end' },
});

const sameStyle = (a: Style, b: Style): boolean => JSON.stringify(a) === JSON.stringify(b);

interface StyleChoicesProps {
  choices: readonly FitChoice[];
  /** The style in use now. */
  now: Style;
  onApply: (choice: FitChoice) => void;
}

/** Styles that fit, the most readable first, each with its exact count. */
export const StyleChoices = ({ choices, now, onApply }: StyleChoicesProps) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {choices.map((choice, index) => {
        const { style, trial, most } = choice;
        const used = sameStyle(style, now);
        return (
          <li
            key={JSON.stringify(style)}
            className={mergeClasses(styles.row, used && styles.used)}
            {...(used ? { 'aria-current': 'true' as const } : {})}
          >
            <span className={styles.order}>{index + 1}</span>
            <StyleParts style={style} now={now} />
            <span className={styles.pages}>
              {t('fit.pages', { pages: pagesText(trial.fill) })}
              {most > trial.pages && (
                <Text block size={200} className={styles.unsure}>
                  {t('fit.elsewhere', { most })}
                </Text>
              )}
            </span>
            <span className={styles.action}>
              {used ? (
                <Badge
                  className={styles.badge}
                  size="large"
                  appearance="tint"
                  color="brand"
                  icon={<CheckmarkCircle20Filled />}
                >
                  {t('fit.inUse')}
                </Badge>
              ) : (
                <Button size="small" onClick={() => onApply(choice)}>
                  {t('fit.apply')}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
};

/** '14 pt · giãn dòng 1,15 …'; what differs from the style in use stands out. */
const StyleParts = ({ style, now }: { style: Style; now: Style }) => {
  const t = useWords();
  const styles = useStyles();
  const piece = (key: string, isSame: boolean, text: ReactNode) => (
    <Text key={key} size={300} className={isSame ? styles.quiet : styles.changed}>
      {text}
    </Text>
  );
  const { margins } = style;
  const sameMargins = JSON.stringify(margins) === JSON.stringify(now.margins);
  return (
    <span className={styles.parts}>
      {piece(
        'size',
        style.fontSize === now.fontSize,
        t('fit.size', { size: decimal(style.fontSize, 1) }),
      )}
      {piece(
        'spacing',
        style.lineSpacing === now.lineSpacing,
        t('fit.spacing', { spacing: decimal(style.lineSpacing, 2) }),
      )}
      {piece(
        'gap',
        style.spaceAfter === now.spaceAfter,
        t('fit.gap', { gap: decimal(style.spaceAfter, 1) }),
      )}
      {piece('margins', sameMargins, t('fit.margins', margins))}
    </span>
  );
};
