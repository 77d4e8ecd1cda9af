import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPaper } from '../../electron/export';
import { countCertainty, layoutFlow } from '../../shared/layout';
import type { CountCertainty, Flow, PageFurniture, PageList } from '../../shared/model';
import { bodyLetters, compareLines, type LineDisagreement } from './compare-lines';
import { convertWithLibreOffice } from './convert-with-libreoffice';
import { readLetters } from './read-letters';

export interface Compared {
  readonly pages: number;
  readonly disagreements: readonly LineDisagreement[];
  readonly isShifted: boolean;
}

export interface DocumentAgreement {
  readonly name: string;
  readonly pages: number;
  readonly lines: number;
  readonly certainty: CountCertainty;
  readonly pdf: Compared;
  readonly libreOffice: Compared;
}

/** DOCX files in a folder → PDF files, in the same order. */
export type ConvertDocuments = (
  folder: string,
  documents: readonly string[],
) => readonly string[] | Promise<readonly string[]>;

const NOW = new Date('2023-05-10T03:00:00Z');

/** A document to compare, with what stands on its pages beside the text. */
export interface ComparedDocument {
  readonly name: string;
  readonly flow: Flow;
  readonly furniture?: PageFurniture;
}

const writeBoth = async (
  folder: string,
  { name, flow, furniture = {} }: ComparedDocument,
  pageList: PageList,
): Promise<void> => {
  for (const format of ['pdf', 'docx'] as const) {
    const paper = await exportPaper({ flow, pageList, format, author: '', now: NOW, furniture });
    if (!paper.ok) throw new Error(`${name}: ${paper.error.message}`);
    writeFileSync(join(folder, `${name}.${format}`), paper.value.bytes);
  }
};

/**
 * Exports each flow both ways and compares every line and page of the page list with what our PDF
 * says and with what LibreOffice makes of our DOCX.
 */
export const measureAgreement = async (
  folder: string,
  documents: readonly ComparedDocument[],
  convert: ConvertDocuments = convertWithLibreOffice,
): Promise<DocumentAgreement[]> => {
  mkdirSync(folder, { recursive: true });
  const laid = documents.map((document) => ({ ...document, pageList: layoutFlow(document.flow) }));
  for (const { pageList, ...document } of laid) await writeBoth(folder, document, pageList);
  const converted = await convert(
    folder,
    laid.map(({ name }) => join(folder, `${name}.docx`)),
  );
  return laid.map(({ name, flow, furniture, pageList }, index): DocumentAgreement => {
    const compare = (file: string): Compared & { readonly lines: number } => {
      const { pages, letters } = readLetters(file);
      const body = bodyLetters(letters, flow.page, furniture);
      return { pages, ...compareLines(flow, pageList, body) };
    };
    const pdf = compare(join(folder, `${name}.pdf`));
    const libreOffice = compare(converted[index] ?? '');
    return {
      name,
      pages: pageList.pages.length,
      lines: pdf.lines,
      certainty: countCertainty(flow, pageList),
      pdf,
      libreOffice,
    };
  });
};
