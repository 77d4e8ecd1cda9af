import { execFileSync } from 'node:child_process';

/** Brightness of each pixel, 0 black … 255 white, rows from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const HEADER = /^P5\s+(\d+)\s+(\d+)\s+255\s/;

/** Page `page` (from 1) of a PDF, drawn by poppler at the given size. */
export const pictureOfPdf = (
  file: string,
  page: number,
  size: { readonly width: number; readonly height: number },
): GreyPicture => {
  const portable = execFileSync(
    'pdftoppm',
    [
      ...['-gray', '-f', String(page), '-l', String(page)],
      ...['-scale-to-x', String(size.width), '-scale-to-y', String(size.height), file],
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const header = HEADER.exec(portable.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error(`${file}: pdftoppm wrote no picture of page ${page}`);
  return {
    width: Number(header[1]),
    height: Number(header[2]),
    pixels: new Uint8Array(portable.subarray(header[0].length)),
  };
};

/** Pixels darker than this are ink; the light edges of letters are left to taste. */
const INK = 110;

const hasInkNear = (
  { width, height, pixels }: GreyPicture,
  x: number,
  y: number,
  reach: number,
): boolean => {
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1) {
    for (
      let column = Math.max(0, x - reach);
      column <= Math.min(width - 1, x + reach);
      column += 1
    ) {
      // Ink of the other drawing may be paler where it falls between two pixels.
      if ((pixels[row * width + column] ?? 255) < (INK + 255) / 2) return true;
    }
  }
  return false;
};

/** Share of `a`'s ink that has none of `b`'s within `reach` pixels, 0 … 1. */
const lonelyInk = (a: GreyPicture, b: GreyPicture, reach: number): number => {
  let ink = 0;
  let lonely = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      if ((a.pixels[y * a.width + x] ?? 255) >= INK) continue;
      ink += 1;
      if (!hasInkNear(b, x, y, reach)) lonely += 1;
    }
  }
  return ink === 0 ? 0 : lonely / ink;
};

/** How much two drawings of a page differ, both ways; a letter moved by its width counts whole. */
export const inkApart = (a: GreyPicture, b: GreyPicture, reach: number): number =>
  Math.max(lonelyInk(a, b, reach), lonelyInk(b, a, reach));

/** Pictures of one height beside each other, a grey stroke between them. */
export const sideBySide = (pictures: readonly GreyPicture[]): GreyPicture => {
  const gap = 8;
  const width = pictures.reduce((sum, each) => sum + each.width + gap, -gap);
  const height = Math.max(...pictures.map((each) => each.height));
  const pixels = new Uint8Array(width * height).fill(128);
  let left = 0;
  for (const each of pictures) {
    for (let y = 0; y < each.height; y += 1) {
      pixels.set(each.pixels.subarray(y * each.width, (y + 1) * each.width), y * width + left);
    }
    left += each.width + gap;
  }
  return { width, height, pixels };
};
