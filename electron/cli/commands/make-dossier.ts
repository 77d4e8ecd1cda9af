import { basename, extname, join, resolve } from 'node:path';
import { civilDateOf, err, failure, ok, type Result, vietnamWallClock } from '../../../shared/base';
import {
  type DossierData,
  type DossierProposal,
  defaultDeadlineSettings,
  isPrintable,
  parseDossier,
} from '../../../shared/model';
import { checkAgainstLibrary, checkDossier, checkProposal } from '../../../shared/rules';
import { type DossierRequest, dossierFrom, papersOf } from '../../../shared/templates';
import { safeFileName, writeFileAtomically } from '../../files';
import type { Command, Surroundings } from '../command';
import { drawPapers, extraFiles, fileName } from '../dossier-files';
import { layOut } from '../lay-out';
import { makeFolder } from '../make-folder';
import { usageFailure } from '../read-arguments';
import { readInstant } from '../read-instant';
import { readProposal } from '../read-proposal';
import { readText } from '../read-text';

/** The one proposal of the command has no number in a store. */
const ID = 'de-xuat';

/** What the proposal and the call know, and over it what a file says. */
const readDossier = async (
  name: string | undefined,
  known: DossierData,
  around: Surroundings,
): Promise<Result<DossierData>> => {
  if (name === undefined) return ok(known);
  const text = await readText(name, around);
  if (!text.ok) return text;
  let raw: unknown;
  try {
    raw = JSON.parse(text.value);
  } catch {
    return err(
      failure('dossier-json', 'Tệp dữ liệu hồ sơ không phải JSON đúng cú pháp.', {
        where: name,
        hint: 'Hãy chép lại tệp từ nguồn rồi thử lại.',
      }),
    );
  }
  return parseDossier(raw, known);
};

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

/** The dossier of one proposal, its own checks done. */
const requestFor = async (
  file: string,
  data: string | undefined,
  instant: string,
  around: Surroundings,
): Promise<Result<DossierRequest>> => {
  const read = await readProposal(file, around);
  if (!read.ok) return read;
  const { proposal, template } = read.value;
  const call = around.data.calls.find(({ id }) => id === proposal.call);
  if (call === undefined) throw new Error('a proposal that was read names a known call');
  const laid = layOut(read.value);
  if (!laid.ok) return laid;
  const { pageList } = laid.value;
  const proposals: DossierProposal[] = [
    { id: ID, proposal, template, pages: pageList.pages.length },
  ];
  const dossier = await readDossier(data, dossierFrom({ call, proposals }), around);
  if (!dossier.ok) return dossier;
  const library = { ...around.data, settings: defaultDeadlineSettings };
  const findings = [
    ...checkProposal(proposal, template, pageList),
    ...checkAgainstLibrary(proposal, template, call, library, instant),
  ];
  const day = vietnamWallClock(instant)?.day;
  return ok({
    call,
    papers: around.data.papers,
    proposals,
    dossier: dossier.value,
    outcomes: [{ proposal: ID, findings }],
    checkedOn: day === undefined ? null : civilDateOf(day),
  });
};

const stemOf = (name: string): string => basename(name, extname(name));

export const makeDossier: Command = {
  name: 'dossier',
  usage: 'FILE --out DIR [--data FILE] [--bind NAME.pdf] [--email NAME.zip] [--now ISO]',
  about: 'Làm mọi giấy của hồ sơ: công văn, bản đề xuất, cam kết, phiếu giao nộp, nhãn phong bì.',
  options: ['out', 'data', 'bind', 'email', 'now'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const out = option('out');
    if (out === undefined) {
      return usageFailure('Lệnh dossier thiếu --out.', 'Hãy ghi thư mục nhận tệp: --out THƯ-MỤC.');
    }
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
    const request = await requestFor(file, option('data'), now.value.toISOString(), around);
    if (!request.ok) return request;
    const plans = papersOf(request.value).filter(isPrintable);
    const author = request.value.dossier.organisation.name;
    // All are drawn before the first is written: a refusal leaves the folder as it was.
    const drawn = await drawPapers(plans, author, now.value, around);
    if (!drawn.ok) return drawn;
    const named = drawn.value.map((paper) => ({
      drawn: paper,
      name: fileName(paper.plan, plans.indexOf(paper.plan), paper.format),
    }));
    const extras = await extraFiles(request.value, drawn.value, named, now.value, option);
    if (!extras.ok) return extras;

    const folder = resolve(around.folder, out);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const files: object[] = [];
    for (const { document, format, name, bytes, pages } of [
      ...named.map(({ drawn: paper, name }) => ({ ...paper, document: paper.plan.id, name })),
      ...extras.value,
    ]) {
      const target = join(folder, safeFileName(stemOf(name), format));
      const written = await writeFileAtomically(target, bytes);
      if (!written.ok) return written;
      const { path, sha256 } = written.value;
      files.push({ document, format, path, pages, sha256 });
    }
    return ok({ document: { files, missing: missingOf(request.value) } });
  },
};
