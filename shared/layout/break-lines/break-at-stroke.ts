export const STROKE = 0x2f;
/** A path longer than this may be cut after a stroke. */
const LONG_PATH = 66;

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a;

export const isAfterStroke = (text: string, position: number): boolean =>
  position < text.length && text.charCodeAt(position - 1) === STROKE;

/**
 * Rule L13: where a line ends whose last place to break is after a stroke: at the space before the
 * whole path, so that '13/2023/NĐ-CP' and addresses stay in one piece. `lineStart` when that space
 * is not in the line; `position` itself when there is none near enough.
 */
export const breakAtStroke = (text: string, lineStart: number, position: number): number => {
  const furthest = Math.max(1, position - LONG_PATH);
  for (let at = position - 2; at >= furthest - 1; at -= 1) {
    if (isSpace(text.charCodeAt(at))) return Math.max(lineStart, at + 1);
  }
  return position;
};
