import type { Page } from '../../shared/model';
import type { LineOnPage } from './line-place';

const sameLine = (a: LineOnPage['line'], b: LineOnPage['line']): boolean =>
  a.blockId === b.blockId && a.index === b.index;

/** The next line up or down through all pages; the first one from nowhere; null at the ends. */
export const stepLine = (
  pages: readonly Page[],
  from: LineOnPage | null,
  step: 1 | -1,
): LineOnPage | null => {
  const all = pages.flatMap(({ lines }, page) => lines.map((line) => ({ page, line })));
  const here = from === null ? -1 : all.findIndex(({ line }) => sameLine(line, from.line));
  if (here === -1) return all[0] ?? null;
  return all[here + step] ?? null;
};
