import type { Line, Page, PageList } from '../model';

export interface PageOverflow {
  /** Lines of text past the last page that counts; cells side by side are one line. */
  readonly lines: number;
  /** Section of the first of them; `null` where only the signature block lies there. */
  readonly from: string | null;
}

/** Lines a reader counts on a page: what stands beside each other is one. */
export const countLines = (lines: readonly Line[]): number =>
  new Set(lines.map(({ top }) => Math.round(top))).size;

const bodyLines = ({ lines }: Page): readonly Line[] =>
  lines.filter(({ role }) => role !== 'folio');

/** What lies past page `limit`, or `null` when everything is within. */
export const pageOverflow = (pageList: PageList, limit: number): PageOverflow | null => {
  if (pageList.pages.length <= limit) return null;
  const over = pageList.pages.slice(limit).map(bodyLines);
  const first = over.flat().find(({ section }) => section !== null);
  return {
    lines: over.reduce((sum, lines) => sum + countLines(lines), 0),
    from: first?.section ?? null,
  };
};
