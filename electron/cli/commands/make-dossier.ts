import { ok } from '../../../shared/base';
import { checkDossier } from '../../../shared/rules';
import { type DossierRequest, papersOf } from '../../../shared/templates';
import { draftFurniture } from '../../export';
import type { Command } from '../command';
import { dossierFiles } from '../dossier-files';
import { usageFailure } from '../read-arguments';
import { readDossier } from '../read-dossier';
import { readInstant } from '../read-instant';
import { writeDossier } from '../write-dossier';

/** What the dossier lacks, for a program to read; `document` is the missing paper itself. */
const missingOf = (request: DossierRequest): object[] => {
  const papers = new Set([
    ...papersOf(request).map(({ id }) => id),
    ...(request.call.dossier?.documents ?? []).map(({ id }) => id),
  ]);
  return checkDossier(request).map(({ code, severity, where, message, hint, field }) => ({
    code,
    severity,
    document: field !== null && papers.has(field) ? field : null,
    field,
    where,
    message,
    hint,
  }));
};

export const makeDossier: Command = {
  name: 'dossier',
  usage: 'FILE [FILE…] --out DIR [--data FILE] [--bind NAME.pdf] [--email NAME.zip] [--now ISO]',
  about:
    'Làm mọi giấy của hồ sơ, đánh dấu BẢN NHÁP: công văn, bản đề xuất, cam kết, phiếu giao nộp, nhãn phong bì.',
  options: ['out', 'data', 'bind', 'email', 'now'],
  operands: ['FILE'],
  more: true,
  run: async ({ operands, option }, around) => {
    const out = option('out');
    if (out === undefined) {
      return usageFailure('Lệnh dossier thiếu --out.', 'Hãy ghi thư mục nhận tệp: --out THƯ-MỤC.');
    }
    const instant = readInstant(option('now'), around.now);
    if (!instant.ok) return instant;
    const now = instant.value.toISOString();
    const request = await readDossier(operands, option('data'), now, around);
    if (!request.ok) return request;
    const drawing = { now, furnitureOf: draftFurniture };
    const files = await dossierFiles(request.value, drawing, option, around);
    if (!files.ok) return files;
    const written = await writeDossier(out, files.value, around);
    if (!written.ok) return written;
    return ok({ document: { files: written.value, missing: missingOf(request.value) } });
  },
};
