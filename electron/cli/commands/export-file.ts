import { basename, extname, join, resolve } from 'node:path';
import { ok, type Result } from '../../../shared/base';
import { drawProposal, type ExportFormat } from '../../export';
import { safeFileName, writeFileAtomically } from '../../files';
import type { Command } from '../command';
import { makeFolder } from '../make-folder';
import { usageFailure } from '../read-arguments';
import { readInstant } from '../read-instant';
import { readProposal } from '../read-proposal';

const FORMATS: readonly ExportFormat[] = ['pdf', 'docx'];

const isFormat = (text: string): text is ExportFormat => FORMATS.some((format) => format === text);

const readFormats = (text: string | undefined): Result<ExportFormat[]> => {
  const named = (text ?? FORMATS.join(',')).split(',').map((name) => name.trim().toLowerCase());
  const formats = named.filter(isFormat);
  if (formats.length < named.length) {
    return usageFailure(
      `Không kết xuất được dạng “${named.find((name) => !isFormat(name))}”.`,
      `Các dạng dùng được: ${FORMATS.join(', ')}.`,
    );
  }
  return ok([...new Set(formats)]);
};

/** The file's own name goes on; what comes through standard input is named for what it is. */
const stemOf = (file: string): string => (file === '-' ? '' : basename(file, extname(file)));

export const exportFile: Command = {
  name: 'export',
  usage: 'FILE --out DIR [--formats pdf,docx] [--now ISO]',
  about: 'Kết xuất bản đề xuất thành tệp PDF và DOCX.',
  options: ['out', 'formats', 'now'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const out = option('out');
    if (out === undefined) {
      return usageFailure('Lệnh export thiếu --out.', 'Hãy ghi thư mục nhận tệp: --out THƯ-MỤC.');
    }
    const formats = readFormats(option('formats'));
    if (!formats.ok) return formats;
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
    const read = await readProposal(file, around);
    if (!read.ok) return read;

    // All are drawn before the first is written: a refusal leaves the folder as it was.
    const drawn: { readonly format: ExportFormat; readonly bytes: Uint8Array }[] = [];
    let pages = 0;
    for (const format of formats.value) {
      around.say(`Kết xuất ${format.toUpperCase()}…`);
      const paper = await drawProposal({ ...read.value, format, now: now.value.toISOString() });
      if (!paper.ok) return paper;
      drawn.push({ format, bytes: paper.value.bytes });
      pages = paper.value.pages;
    }
    const folder = resolve(around.folder, out);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const files: object[] = [];
    for (const { format, bytes } of drawn) {
      const target = join(folder, safeFileName(stemOf(file), format));
      const written = await writeFileAtomically(target, bytes);
      if (!written.ok) return written;
      files.push({ format, ...written.value });
    }
    return ok({ document: { pages, files } });
  },
};
