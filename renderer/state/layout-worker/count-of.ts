import type { CountedFlow } from '../../../shared/layout';
import { pageOverflow } from '../../../shared/rules';
import type { CountAnswer } from './protocol';

/** Pages are placed only where lines past the limit have to be counted on them. */
const linesOver = (counted: CountedFlow, limit: number): number =>
  counted.pages <= limit ? 0 : (pageOverflow(counted.pageList(), limit)?.lines ?? 0);

/** What is said of a flow before its pages; `limit` in pages. */
export const countOf = (counted: CountedFlow, limit: number): CountAnswer => ({
  pages: counted.pages,
  fill: counted.fill,
  lines: counted.lines,
  linesOver: linesOver(counted, limit),
  sectionLines: counted.sectionLines,
  diagnostics: counted.diagnostics,
});
