import { type PDFContext, PDFHexString, PDFNull, type PDFRef } from 'pdf-lib';
import type { Flow, PageList } from '../../../shared/model';
import { paragraphsOf } from '../paragraphs-of';
import { contentNumber, TWIPS_PER_POINT } from './content-number';

interface Bookmark {
  readonly title: string;
  readonly page: number;
  /** Points from the bottom of the page. */
  readonly top: number;
}

/** A little air above the heading that a bookmark leads to. */
const AIR = 6;

const bookmarksOf = (flow: Flow, pageList: PageList): Bookmark[] => {
  const titles = new Map(
    paragraphsOf(flow.blocks)
      .filter(({ role }) => role === 'heading')
      .map(({ id, runs }) => [id, runs.map(({ text }) => text).join('')]),
  );
  return pageList.pages.flatMap(({ lines, height }, page) =>
    lines.flatMap(({ blockId, index, top }) => {
      const title = index === 0 ? titles.get(blockId)?.replace(/\s+/gu, ' ').trim() : undefined;
      if (title === undefined || title === '') return [];
      const fromBottom = (height - top) / TWIPS_PER_POINT + AIR;
      return [{ title, page, top: Number(contentNumber(fromBottom)) }];
    }),
  );
};

/** ISO 32000-1, 12.3.3: the headings, beside the pages; undefined where a document has none. */
export const writeBookmarks = (
  context: PDFContext,
  flow: Flow,
  pageList: PageList,
  pageRefs: readonly PDFRef[],
): PDFRef | undefined => {
  const bookmarks = bookmarksOf(flow, pageList);
  if (bookmarks.length === 0) return undefined;
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [at, { title, page, top }] of bookmarks.entries()) {
    const [ref, previous, next] = [refs[at], refs[at - 1], refs[at + 1]];
    const pageRef = pageRefs[page];
    if (ref === undefined || pageRef === undefined) throw new Error(`no page ${page}`);
    context.assign(
      ref,
      context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        // Left and zoom stay as the reader has them.
        Dest: [pageRef, 'XYZ', PDFNull, top, PDFNull],
        ...(previous === undefined ? {} : { Prev: previous }),
        ...(next === undefined ? {} : { Next: next }),
      }),
    );
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: refs.length }),
  );
  return root;
};
