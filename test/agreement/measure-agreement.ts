import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPaper } from '../../electron/export';
import { layoutFlow } from '../../shared/layout';
import type { Flow, PageList } from '../../shared/model';
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
  readonly pdf: Compared;
  readonly libreOffice: Compared;
}

/** DOCX files in a folder → PDF files, in the same order. */
export type ConvertDocuments = (
  folder: string,
  documents: readonly string[],
) => readonly string[] | Promise<readonly string[]>;

const NOW = new Date('2023-05-10T03:00:00Z');

const writeBoth = async (
  folder: string,
  name: string,
  flow: Flow,
  pageList: PageList,
): Promise<void> => {
  for (const format of ['pdf', 'docx'] as const) {
    const paper = await exportPaper({ flow, pageList, format, author: '', now: NOW });
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
  documents: readonly { readonly name: string; readonly flow: Flow }[],
  convert: ConvertDocuments = convertWithLibreOffice,
): Promise<DocumentAgreement[]> => {
  mkdirSync(folder, { recursive: true });
  const laid = documents.map(({ name, flow }) => ({ name, flow, pageList: layoutFlow(flow) }));
  for (const { name, flow, pageList } of laid) await writeBoth(folder, name, flow, pageList);
  const converted = await convert(
    folder,
    laid.map(({ name }) => join(folder, `${name}.docx`)),
  );
  return laid.map(({ name, flow, pageList }, index): DocumentAgreement => {
    const compare = (file: string): Compared & { readonly lines: number } => {
      const { pages, letters } = readLetters(file);
      const body =
        flow.page.pageNumber === null ? letters : bodyLetters(letters, flow.page.marginTop);
      return { pages, ...compareLines(flow, pageList, body) };
    };
    const pdf = compare(join(folder, `${name}.pdf`));
    const libreOffice = compare(converted[index] ?? '');
    return {
      name,
      pages: pageList.pages.length,
      lines: pdf.lines,
      pdf,
      libreOffice,
    };
  });
};
