import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import type { Line, Page } from '../../shared/model';
import { usePaperFurniture } from '../state';
import { FurnitureBehind, FurnitureInFront } from './furniture-drawing';
import { goToLine } from './go-to-line';
import { lineAt } from './line-place';
import { PageDrawing } from './page-drawing';
import { OVER_BAND } from './sheet-positions';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    left: 0,
    overflow: 'hidden',
    backgroundColor: '#fff',
    // Paper is white in every theme, also in high contrast: it shows what will be printed.
    forcedColorAdjust: 'none',
    boxShadow: '0 1px 3px rgb(0 0 0 / 22%), 0 0 0 1px rgb(0 0 0 / 8%)',
    cursor: 'text',
  },
  over: { backgroundColor: '#e4e4e4', cursor: 'text' },
  faded: { opacity: 0.55 },
  drawing: { position: 'relative', width: '100%', height: '100%' },
  // Over the mark of a draft, which lies behind the text.
  text: { position: 'relative', width: '100%', height: '100%' },
  mark: {
    position: 'absolute',
    // On white paper in every theme.
    backgroundColor: '#d9ecf2',
    pointerEvents: 'none',
  },
  bar: {
    position: 'absolute',
    width: '3px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: '#12748f',
    pointerEvents: 'none',
  },
  label: {
    boxSizing: 'border-box',
    position: 'absolute',
    left: 0,
    padding: '4px 8px',
    overflow: 'hidden',
    textAlign: 'center',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: '#8a1410',
    backgroundColor: '#fbe3e1',
    pointerEvents: 'none',
  },
});

interface SheetProps {
  page: Page | undefined;
  index: number;
  top: number;
  left: number;
  width: number;
  height: number;
  /** Said above a page past the limit. */
  overText: string | null;
  /** The line with the caret, or the one that is read with the arrow keys. */
  marked: Line | null;
}

/** One sheet of paper. A click on a line takes the caret there. */
export const Sheet = ({ page, index, top, left, width, height, overText, marked }: SheetProps) => {
  const styles = useStyles();
  const furniture = usePaperFurniture();
  const place = { width, height, transform: `translate(${left}px, ${top}px)` };
  if (page === undefined) return <div className={styles.root} style={place} />;
  const scale = width / page.width;
  const paper = { number: page.number, width: page.width, height: page.height };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / scale;
    const line = lineAt(page, x, (event.clientY - box.top) / scale);
    if (line !== null) goToLine(line, x);
  };
  return (
    <>
      {overText !== null && (
        <div
          className={styles.label}
          style={{
            width,
            height: OVER_BAND,
            transform: `translate(${left}px, ${top - OVER_BAND}px)`,
          }}
        >
          {overText}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the column around it takes the keys. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys and Enter do the same there. */}
      <div
        className={mergeClasses(styles.root, overText !== null && styles.over)}
        style={place}
        data-page={index + 1}
        onClick={onClick}
      >
        {marked !== null && <LineMark line={marked} scale={scale} right={rightOf(page)} />}
        <div className={mergeClasses(styles.drawing, overText !== null && styles.faded)}>
          <FurnitureBehind {...paper} furniture={furniture} />
          <div className={styles.text}>
            <PageDrawing page={page} />
          </div>
          <FurnitureInFront {...paper} furniture={furniture} />
        </div>
      </div>
    </>
  );
};

/** Where the page's text ends, in twips: its longest line reaches the margin, or nearly. */
const rightOf = ({ lines }: Page): number =>
  lines.reduce((most, { spans }) => {
    const last = spans.at(-1);
    return last === undefined ? most : Math.max(most, last.x + last.width);
  }, 0);

const LineMark = ({ line, scale, right }: { line: Line; scale: number; right: number }) => {
  const styles = useStyles();
  const top = line.top * scale;
  const height = line.height * scale;
  const left = Math.min(line.x, ...line.spans.map(({ x }) => x)) * scale;
  return (
    <>
      <div
        className={styles.mark}
        style={{ top, height, left, width: Math.max(0, right * scale - left) }}
      />
      <div className={styles.bar} style={{ top, height, left: left - 8 }} data-caret-mark />
    </>
  );
};
