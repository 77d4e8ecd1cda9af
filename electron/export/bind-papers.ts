import { PDFDocument, PDFHexString, PDFName, PDFNull, type PDFRef } from 'pdf-lib';
import { nfc, ok, type Result } from '../../shared/base';
import { layoutFlow } from '../../shared/layout';
import type { Flow, PageFurniture } from '../../shared/model';
import { type ExportedPaper, exportPaper } from './export-paper';
import type { ExportFailure } from './refusal';

/** A paper as it was drawn: PDF bytes and the name it goes by. */
export interface DrawnPaper {
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface BindRequest {
  /** In the order they lie in. */
  readonly papers: readonly DrawnPaper[];
  /** The contents page, given the page on which each paper starts; left out, there is none. */
  readonly contents?: (firstPages: readonly number[]) => Flow;
  /** Drawn on the contents page, as it is on the papers. */
  readonly furniture?: PageFurniture;
  readonly title: string;
  /** '' for nobody. */
  readonly author: string;
  /** The same time and papers give the same bytes. */
  readonly now: Date;
}

const PROGRAM = 'Bản Đề Xuất';
const CONTENTS = 'Mục lục';

const open = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** Pages on which papers of these lengths start behind `before` others. */
const firstPages = (counts: readonly number[], before: number): number[] => {
  let next = before + 1;
  return counts.map((count) => {
    const first = next;
    next += count;
    return first;
  });
};

/** Contents that grow by a page move everything behind them; a second look is enough. */
const drawContents = (
  { contents, author, now, furniture = {} }: BindRequest,
  counts: readonly number[],
): Promise<Result<ExportedPaper | null, ExportFailure>> => {
  if (contents === undefined) return Promise.resolve(ok(null));
  const guess = layoutFlow(contents(firstPages(counts, 1))).pages.length;
  const flow = contents(firstPages(counts, guess));
  return exportPaper({ format: 'pdf', flow, pageList: layoutFlow(flow), author, now, furniture });
};

/** ISO 32000-1, 12.3.3: one bookmark a paper. */
const addBookmarks = (
  bound: PDFDocument,
  bookmarks: readonly { readonly title: string; readonly page: PDFRef }[],
): void => {
  const { context, catalog } = bound;
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [at, { title, page }] of bookmarks.entries()) {
    const [ref, previous, next] = [refs[at], refs[at - 1], refs[at + 1]];
    if (ref === undefined) continue;
    context.assign(
      ref,
      context.obj({
        Title: PDFHexString.fromText(nfc(title)),
        Parent: root,
        Dest: [page, 'XYZ', PDFNull, PDFNull, PDFNull],
        ...(previous === undefined ? {} : { Prev: previous }),
        ...(next === undefined ? {} : { Next: next }),
      }),
    );
  }
  const [first] = refs;
  if (first === undefined) return;
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first, Last: refs.at(-1), Count: refs.length }),
  );
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
};

const nameDocument = (bound: PDFDocument, { title, author, now }: BindRequest): void => {
  bound.setTitle(nfc(title), { showInWindowTitleBar: true });
  if (author !== '') bound.setAuthor(nfc(author));
  bound.setCreator(PROGRAM);
  bound.setProducer(PROGRAM);
  bound.setCreationDate(now);
  bound.setModificationDate(now);
  bound.setLanguage('vi-VN');
};

/**
 * All papers of a dossier as one PDF, a bookmark to each. A copy to send and to read: signatures of
 * the single papers do not hold in it, and neither do their marks for screen readers.
 */
export const bindPapers = async (
  request: BindRequest,
): Promise<Result<ExportedPaper, ExportFailure>> => {
  const opened = await Promise.all(request.papers.map(({ bytes }) => open(bytes)));
  const counts = opened.map((pdf) => pdf.getPageCount());
  const contents = await drawContents(request, counts);
  if (!contents.ok) return contents;
  const parts = [
    ...(contents.value === null
      ? []
      : [{ title: CONTENTS, pdf: await open(contents.value.bytes) }]),
    ...request.papers.flatMap(({ title }, at) => {
      const pdf = opened[at];
      return pdf === undefined ? [] : [{ title, pdf }];
    }),
  ];
  const bound = await PDFDocument.create({ updateMetadata: false });
  const bookmarks: { title: string; page: PDFRef }[] = [];
  for (const { title, pdf } of parts) {
    const pages = await bound.copyPages(pdf, pdf.getPageIndices());
    for (const [at, page] of pages.entries()) {
      // They point into the structure tree of the single paper, which is not copied.
      page.node.delete(PDFName.of('StructParents'));
      bound.addPage(page);
      if (at === 0) bookmarks.push({ title, page: page.ref });
    }
  }
  addBookmarks(bound, bookmarks);
  nameDocument(bound, request);
  const bytes = await bound.save({ useObjectStreams: false, addDefaultPage: false });
  return ok({ bytes, pages: bound.getPageCount() });
};
