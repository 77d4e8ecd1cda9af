import { makeStyles } from '@fluentui/react-components';
import { type FurnitureWords, furnitureShapes, WATERMARK_GREY } from '../../../shared/layout';
import type { Page, PageFurniture } from '../../../shared/model';
import { PageDrawing } from '../../preview';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    overflow: 'hidden',
    backgroundColor: '#fff',
    color: '#000',
    // Paper is white in every theme, also in high contrast: it shows what will be printed.
    forcedColorAdjust: 'none',
    boxShadow: '0 1px 3px rgb(0 0 0 / 22%), 0 0 0 1px rgb(0 0 0 / 8%)',
  },
  layer: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  },
  text: { position: 'relative', width: '100%', height: '100%' },
});

const GREY = `rgb(${Array(3)
  .fill(Math.round(WATERMARK_GREY * 255))
  .join(' ')})`;

const Words = ({ words, fill, bold }: { words: FurnitureWords; fill: string; bold: boolean }) => (
  <text
    className="paper-drawing"
    transform={`translate(${words.x} ${words.y}) rotate(${words.turn})`}
    fontSize={words.fontSize}
    fontWeight={bold ? 700 : 400}
    textLength={words.width}
    lengthAdjust="spacingAndGlyphs"
    // The paper's own rule makes letters black.
    style={{ fill }}
  >
    {words.text}
  </text>
);

interface PaperSheetProps {
  page: Page;
  furniture: PageFurniture;
  /** CSS pixels; left out: as wide as there is room. */
  width?: number;
}

/** A page of a paper with everything that stands on it when it is printed. */
export const PaperSheet = ({ page, furniture, width }: PaperSheetProps) => {
  const styles = useStyles();
  const { watermark, footer, bars } = furnitureShapes(furniture, page);
  const viewBox = `0 0 ${page.width} ${page.height}`;
  const pictures = (furniture.pictures ?? []).filter((one) => one.page === page.number);
  return (
    <div
      className={styles.root}
      style={{
        aspectRatio: `${page.width} / ${page.height}`,
        ...(width === undefined ? { width: '100%', maxWidth: '760px' } : { width }),
      }}
      data-sheet={page.number}
    >
      {watermark !== null && (
        <svg className={styles.layer} viewBox={viewBox} aria-hidden="true">
          <Words words={watermark} fill={GREY} bold />
        </svg>
      )}
      <div className={styles.text}>
        <PageDrawing page={page} />
      </div>
      <svg className={styles.layer} viewBox={viewBox} aria-hidden="true">
        {footer !== null && <Words words={footer} fill="#000" bold={false} />}
        {bars.map((bar) => (
          <rect key={`${bar.x}-${bar.y}`} {...bar} fill="#000" shapeRendering="crispEdges" />
        ))}
        {pictures.map(({ kind, png, ...place }) => (
          <image
            key={kind}
            data-picture={kind}
            href={`data:image/png;base64,${png}`}
            x={place.x}
            y={place.y}
            width={place.width}
            height={place.height}
            preserveAspectRatio="none"
          />
        ))}
      </svg>
    </div>
  );
};
