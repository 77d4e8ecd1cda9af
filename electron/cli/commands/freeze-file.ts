import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import type { Freeze } from '../../../shared/model';
import { checkDossier, freezeRefusal } from '../../../shared/rules';
import { papersOf } from '../../../shared/templates';
import { frozenFurniture, versionOf } from '../../export';
import { writeFileAtomically } from '../../files';
import { canonicalJson } from '../../store';
import type { Command } from '../command';
import { type DossierFile, dossierFiles } from '../dossier-files';
import { usageFailure } from '../read-arguments';
import { type ReadDossier, readDossier } from '../read-dossier';
import { readInstant } from '../read-instant';
import { writeDossier } from '../write-dossier';

const MANIFEST = 'ban-khoa.json';

const canonical = (value: unknown): string => {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(`not JSON: ${text.error}`);
  return text.value;
};

/** The same as the window's: of the papers as data and the time, so that the papers can show it. */
const versionFor = (request: ReadDossier, at: string): Pick<Freeze, 'code' | 'sha256'> =>
  versionOf(canonical({ at, plans: papersOf(request) }));

const refusal = (request: ReadDossier): Result<never> | null => {
  const refused = freezeRefusal([
    ...request.outcomes.flatMap(({ findings }) => findings),
    ...checkDossier(request),
  ]);
  if (refused === null) return null;
  const hint = `${refused.hint ?? ''} Sửa rồi chạy lại, hoặc thêm --anyway để khoá dù còn lỗi.`;
  return err({ ...refused, hint });
};

/** What was frozen, to be kept beside the files. */
const manifestOf = (
  { code, sha256 }: Pick<Freeze, 'code' | 'sha256'>,
  at: string,
  request: ReadDossier,
  files: readonly DossierFile[],
  sums: readonly string[],
): object => ({
  format: 'ban-de-xuat/frozen',
  version: 1,
  code,
  sha256,
  at,
  call: request.call.id,
  files: files.map(({ document, format, name, pages, bytes }, index) => ({
    document,
    format,
    name,
    pages,
    bytes: bytes.length,
    sha256: sums[index],
  })),
});

export const freezeFile: Command = {
  name: 'freeze',
  usage:
    'FILE [FILE…] --out DIR [--data FILE] [--bind NAME.pdf] [--email NAME.zip] [--now ISO] [--anyway]',
  about:
    'Khoá để ký: mọi giấy của hồ sơ dạng PDF và DOCX, có mã bản và mã vuông, kèm bản kê mã băm.',
  options: ['out', 'data', 'bind', 'email', 'now'],
  flags: ['anyway'],
  operands: ['FILE'],
  more: true,
  run: async ({ operands, option, flag }, around) => {
    const out = option('out');
    if (out === undefined) {
      return usageFailure('Lệnh freeze thiếu --out.', 'Hãy ghi thư mục nhận tệp: --out THƯ-MỤC.');
    }
    const instant = readInstant(option('now'), around.now);
    if (!instant.ok) return instant;
    const at = instant.value.toISOString();
    const request = await readDossier(operands, option('data'), at, around);
    if (!request.ok) return request;
    const refused = flag('anyway') ? null : refusal(request.value);
    if (refused !== null) return refused;
    const version = versionFor(request.value, at);
    const drawing = {
      now: at,
      furnitureOf: (paper: string) => frozenFurniture(version, paper),
    };
    const files = await dossierFiles(request.value, drawing, option, around);
    if (!files.ok) return files;
    const written = await writeDossier(out, files.value, around);
    if (!written.ok) return written;
    const sums = written.value.map(({ sha256 }) => sha256);
    const manifest = manifestOf(version, at, request.value, files.value, sums);
    // Last, so that a folder with it is a whole one.
    const listed = await writeFileAtomically(
      join(resolve(around.folder, out), MANIFEST),
      new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
    );
    if (!listed.ok) return listed;
    const { path, sha256 } = listed.value;
    return ok({
      document: { ...version, at, files: written.value, manifest: { path, sha256 } },
    });
  },
};
