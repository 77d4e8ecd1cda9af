import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Fullness } from '../../ui';

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: '2px', flexShrink: 0 },
  cell: {
    position: 'relative',
    width: '8px',
    height: '12px',
    overflow: 'hidden',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  part: {
    position: 'absolute',
    insetInline: 0,
    bottom: 0,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  room: { backgroundColor: tokens.colorBrandBackground },
  near: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  over: { backgroundColor: tokens.colorPaletteRedBackground3 },
});

interface PageSegmentsProps {
  fill: number;
  limit: number;
  fullness: Fullness;
}

/** One small sheet a page, filled from the bottom; only a picture of what is written beside it. */
export const PageSegments = ({ fill, limit, fullness }: PageSegmentsProps) => {
  const styles = useStyles();
  return (
    <span className={styles.root} aria-hidden="true">
      {Array.from({ length: limit }, (_, page) => {
        const part = Math.min(1, Math.max(0, fill - page));
        return (
          // A page's place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={page} className={styles.cell}>
            <span
              className={mergeClasses(styles.part, styles[fullness])}
              style={{ height: `${part * 100}%` }}
            />
          </span>
        );
      })}
    </span>
  );
};
