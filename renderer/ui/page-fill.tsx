import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    minWidth: '64px',
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorPaletteRedForeground1 },
  track: {
    height: '4px',
    maxWidth: '88px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  bar: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  barOver: { backgroundColor: tokens.colorPaletteRedBackground3 },
});

interface PageFillProps {
  /** Parts of the whole, 0 … above 1 when too much. */
  part: number;
  text: string;
  label: string;
}

/** A number with a small bar under it; the words carry the meaning, the bar only helps the eye. */
export const PageFill = ({ part, text, label }: PageFillProps) => {
  const styles = useStyles();
  const over = part > 1;
  return (
    <span className={mergeClasses(styles.root, over && styles.over)}>
      <span aria-hidden="true">{text}</span>
      <span role="img" aria-label={label} className={styles.track}>
        <span
          className={mergeClasses(styles.bar, over && styles.barOver)}
          style={{ width: `${Math.min(100, Math.max(0, part * 100))}%` }}
        />
      </span>
    </span>
  );
};
