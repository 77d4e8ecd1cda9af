import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { decimal, useWords } from '../../i18n';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXS, margin: 0 },
  track: {
    display: 'flex',
    gap: '2px',
    height: '8px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  part: { minWidth: '2px', '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
  state: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  matching: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  dot: { width: '8px', height: '8px', borderRadius: '2px' },
});

/** Which part of the money comes from where; the words carry it, the bar helps the eye. */
export const BudgetRatio = ({ state, matching }: { state: number; matching: number }) => {
  const t = useWords();
  const styles = useStyles();
  const sum = state + matching;
  if (sum <= 0 || state < 0 || matching < 0) return null;
  const parts = [
    { key: 'state', amount: state, name: t('money.state'), look: styles.state },
    { key: 'matching', amount: matching, name: t('money.matching'), look: styles.matching },
  ];
  return (
    <figure className={styles.root} aria-label={t('money.ratio')}>
      <div className={styles.track} aria-hidden="true">
        {parts
          .filter(({ amount }) => amount > 0)
          .map(({ key, amount, look }) => (
            <div
              key={key}
              className={mergeClasses(styles.part, look)}
              style={{ flexGrow: amount }}
            />
          ))}
      </div>
      <figcaption className={styles.legend}>
        {parts.map(({ key, amount, name, look }) => (
          <span key={key} className={styles.name}>
            <span className={mergeClasses(styles.dot, look)} aria-hidden="true" />
            {t('money.ratioPart', { name, percent: decimal((amount / sum) * 100, 1) })}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};
