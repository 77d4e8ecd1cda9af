import { err, ok, type Result } from '../../shared/base';
import type { Flow, PageFurniture, PageList } from '../../shared/model';
import { writeDocx } from './docx/write-docx';
import { openFaces } from './pdf/open-face';
import { missingLetterOf, writePdf } from './pdf/write-pdf';
import { type ExportFailure, missingLetter, refusalOf } from './refusal';

export type ExportFormat = 'pdf' | 'docx';

/** Plain data: it travels to the worker thread. */
export interface PaperRequest {
  readonly format: ExportFormat;
  readonly flow: Flow;
  /** The layout of exactly this flow. */
  readonly pageList: PageList;
  /** Who wrote it, for the file's properties; '' for nobody. */
  readonly author: string;
  /** Creation time written into the file: the same time and document give the same bytes. */
  readonly now: Date;
  /** What stands on the pages beside the text. */
  readonly furniture?: PageFurniture;
}

export interface ExportedPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const exportPdf = async (request: PaperRequest): Promise<Result<Uint8Array, ExportFailure>> => {
  const { flow, pageList, author, now, furniture = {} } = request;
  const faces = await openFaces();
  const missing = missingLetterOf(pageList, faces);
  if (missing !== null) return err(missingLetter(missing));
  const properties = { title: flow.title, author, language: flow.language, now };
  return ok(await writePdf({ flow, pageList, properties, furniture }, faces));
};

/**
 * The document as the bytes of a file. Fails with `missing-glyph` (a letter the font cannot draw) or
 * `page-cap` (absurdly long) and then gives nothing: a paper with a wrong letter is worse than none.
 */
export const exportPaper = async (
  request: PaperRequest,
): Promise<Result<ExportedPaper, ExportFailure>> => {
  const refusal = refusalOf(request.flow, request.pageList);
  if (refusal !== null) return err(refusal);
  const pages = request.pageList.pages.length;
  if (request.format === 'docx') {
    return ok({ bytes: await writeDocx(request), pages });
  }
  const pdf = await exportPdf(request);
  return pdf.ok ? ok({ bytes: pdf.value, pages }) : pdf;
};
