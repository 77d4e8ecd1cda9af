import { MARGIN, PIXELS_A_TWIP, SHEET_GAP } from './zoom';

/** Where the sheets of a column of pages of one size stand, in CSS pixels. */
export interface SheetPositions {
  readonly width: number;
  readonly height: number;
  readonly total: number;
  readonly top: (index: number) => number;
  /** First and last sheet of which a part is within `from` … `to`. */
  readonly within: (from: number, to: number) => readonly [first: number, last: number];
}

interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Height of the band that says where the limit is. */
export const LIMIT_BAND = 28;

/** Height of the words above each sheet past the limit. On the sheet they would hide its number. */
export const OVER_BAND = 28;

/** `limit` sheets, the band that ends them, then the rest, each with its band above. */
export const sheetPositions = (
  count: number,
  limit: number,
  scale: number,
  paper: Paper,
): SheetPositions => {
  const width = paper.width * PIXELS_A_TWIP * scale;
  const height = paper.height * PIXELS_A_TWIP * scale;
  const pitch = height + SHEET_GAP;
  const past = MARGIN + limit * pitch;
  const top = (index: number): number =>
    index < limit
      ? MARGIN + index * pitch
      : past + LIMIT_BAND + (index - limit) * (pitch + OVER_BAND) + OVER_BAND;
  const at = (y: number): number => {
    const index =
      y < past
        ? Math.floor((y - MARGIN) / pitch)
        : limit + Math.floor(Math.max(0, y - past - LIMIT_BAND) / (pitch + OVER_BAND));
    return Math.min(Math.max(0, index), Math.max(0, count - 1));
  };
  return {
    width,
    height,
    total: count === 0 ? 0 : top(count - 1) + height + MARGIN + (count === limit ? LIMIT_BAND : 0),
    top,
    within: (from, to) => [at(from), at(to)],
  };
};
