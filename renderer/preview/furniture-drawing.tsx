import './paper.css';
import { memo } from 'react';
import { type FurnitureWords, furnitureShapes, WATERMARK_GREY } from '../../shared/layout';
import type { Page, PageFurniture } from '../../shared/model';

const LEVEL = Math.round(WATERMARK_GREY * 255);
const GREY = `rgb(${LEVEL} ${LEVEL} ${LEVEL})`;

const Words = ({ words, fill, bold }: { words: FurnitureWords; fill: string; bold: boolean }) => (
  <text
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

/** Of the page only what matters here: a key changes its lines, and this is not drawn again. */
interface FurnitureProps extends Pick<Page, 'number' | 'width' | 'height'> {
  readonly furniture: PageFurniture;
}

const whole = { position: 'absolute', inset: 0, pointerEvents: 'none' } as const;

/** What lies behind the text of a page: the mark of a draft. */
export const FurnitureBehind = memo(({ width, height, furniture }: FurnitureProps) => {
  const { watermark } = furnitureShapes(furniture, { width, height });
  return watermark === null ? null : (
    <svg
      className="paper-drawing"
      style={whole}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height="100%"
      aria-hidden="true"
      data-furniture="behind"
    >
      <Words words={watermark} fill={GREY} bold />
    </svg>
  );
});

/** What lies over it: code line, square code, pictures of signature and seal. */
export const FurnitureInFront = memo(({ number, width, height, furniture }: FurnitureProps) => {
  const { footer, bars } = furnitureShapes(furniture, { width, height });
  const pictures = (furniture.pictures ?? []).filter(({ page }) => page === number);
  return footer === null && pictures.length === 0 ? null : (
    <svg
      className="paper-drawing"
      style={whole}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height="100%"
      aria-hidden="true"
      data-furniture="front"
    >
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
  );
});
