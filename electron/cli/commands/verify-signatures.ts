import { ok } from '../../../shared/base';
import type { Command } from '../command';
import { readBytes } from '../read-bytes';
import { readInstant } from '../read-instant';

export const verifySignatures: Command = {
  name: 'verify',
  usage: 'FILE [--roots FILE] [--now ISO]',
  about: 'Kiểm tra chữ ký số của tệp PDF hoặc DOCX.',
  options: ['roots', 'now'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
    const bytes = await readBytes(file, around);
    if (!bytes.ok) return bytes;
    const named = option('roots');
    const roots = named === undefined ? null : await readBytes(named, around);
    if (roots !== null && !roots.ok) return roots;
    // Loaded here: no other command has to wait for the libraries of signing.
    const { verifyFile } = await import('../../sign');
    const report = verifyFile(bytes.value, {
      now: now.value.getTime(),
      ...(roots === null ? {} : { roots: [roots.value] }),
    });
    if (!report.ok) return report;
    const { intact, coversWholeFile, signer, signedAt, trust, reasons } = report.value;
    return ok({ document: { intact, coversWholeFile, signer, signedAt, trust, reasons } });
  },
};
