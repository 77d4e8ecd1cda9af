import { type FurnitureWords, furnitureShapes, WATERMARK_GREY } from '../../shared/layout';
import type { Page, PageFurniture } from '../../shared/model';

const n = (value: number): string => String(Math.round(value * 100) / 100);

const level = Math.round(WATERMARK_GREY * 255);
export const WATERMARK_FILL = `rgb(${level},${level},${level})`;

const wordsMarkup = (words: FurnitureWords, attributes: string): string => {
  const turn = words.turn === 0 ? '' : ` rotate(${n(words.turn)})`;
  return `<text transform="translate(${n(words.x)} ${n(words.y)})${turn}" font-size="${n(words.fontSize)}"${attributes}>${words.text}</text>`;
};

/** What stands behind the text of a printed page, and what in front of it. */
export const furnitureMarkup = (
  furniture: PageFurniture,
  page: Page,
): { readonly behind: string; readonly inFront: string } => {
  const { watermark, footer, bars } = furnitureShapes(furniture, page);
  const code = bars
    .map(({ x, y, width, height }) => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h-${n(width)}z`)
    .join('');
  const pictures = (furniture.pictures ?? [])
    .filter((picture) => picture.page === page.number)
    .map(
      ({ x, y, width, height, png }) =>
        `<image x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" preserveAspectRatio="none" href="data:image/png;base64,${png}"/>`,
    );
  return {
    behind:
      watermark === null ? '' : wordsMarkup(watermark, ' font-weight="700" class="watermark"'),
    inFront: [
      ...(footer === null ? [] : [wordsMarkup(footer, ''), `<path d="${code}" fill="#000"/>`]),
      ...pictures,
    ].join('\n'),
  };
};
