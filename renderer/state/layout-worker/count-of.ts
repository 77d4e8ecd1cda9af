import type { PageList } from '../../../shared/model';
import { pageOverflow } from '../../../shared/rules';
import type { CountAnswer } from './protocol';

/** What is said of a page list before the pages themselves; `limit` in pages. */
export const countOf = (list: PageList, limit: number): CountAnswer => ({
  pages: list.pages.length,
  fill: list.fill,
  lines: list.lines,
  linesOver: pageOverflow(list, limit)?.lines ?? 0,
  sectionLines: list.sectionLines,
  diagnostics: list.diagnostics,
});
