import { join, resolve } from 'node:path';
import {
  civilDateOf,
  err,
  failure,
  foldText,
  ok,
  type Result,
  vietnamWallClock,
} from '../../../shared/base';
import { layoutFlow } from '../../../shared/layout';
import {
  type DossierData,
  type DossierProposal,
  defaultDeadlineSettings,
  isPrintable,
  type PrintablePlan,
  parseDossier,
} from '../../../shared/model';
import { checkAgainstLibrary, checkDossier, checkProposal } from '../../../shared/rules';
import { type DossierRequest, dossierFrom, paperFlow, papersOf } from '../../../shared/templates';
import { type ExportFormat, exportPaper } from '../../export';
import { safeFileName, writeFileAtomically } from '../../files';
import type { Command, Surroundings } from '../command';
import { layOut } from '../lay-out';
import { makeFolder } from '../make-folder';
import { usageFailure } from '../read-arguments';
import { readInstant } from '../read-instant';
import { readProposal } from '../read-proposal';
import { readText } from '../read-text';

const FORMATS: readonly ExportFormat[] = ['pdf', 'docx'];
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

interface DrawnPaper {
  readonly plan: PrintablePlan;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const drawPapers = async (
  plans: readonly PrintablePlan[],
  author: string,
  now: Date,
  around: Surroundings,
): Promise<Result<DrawnPaper[]>> => {
  const drawn: DrawnPaper[] = [];
  for (const plan of plans) {
    around.say(`Kết xuất ${plan.title}…`);
    const flow = paperFlow(plan);
    const pageList = layoutFlow(flow);
    for (const format of FORMATS) {
      const paper = await exportPaper({ format, flow, pageList, author, now });
      if (!paper.ok) return err({ ...paper.error, where: paper.error.where ?? plan.title });
      drawn.push({ plan, format, ...paper.value });
    }
  }
  return ok(drawn);
};

/** '01-cong-van-de-xuat-nhiem-vu.pdf': plain letters survive every mail program. */
const fileName = (plan: PrintablePlan, at: number, format: ExportFormat): string =>
  safeFileName(
    `${String(at + 1).padStart(2, '0')}-${foldText(plan.title).replace(/[^a-z0-9]+/gu, '-')}`,
    format,
  );

export const makeDossier: Command = {
  name: 'dossier',
  usage: 'FILE --out DIR [--data FILE] [--now ISO]',
  about: 'Làm mọi giấy của hồ sơ: công văn, bản đề xuất, cam kết, phiếu giao nộp, nhãn phong bì.',
  options: ['out', 'data', 'now'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const out = option('out');
    if (out === undefined) {
      return usageFailure('Lệnh dossier thiếu --out.', 'Hãy ghi thư mục nhận tệp: --out THƯ-MỤC.');
    }
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
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
    const dossier = await readDossier(option('data'), dossierFrom({ call, proposals }), around);
    if (!dossier.ok) return dossier;
    const instant = now.value.toISOString();
    const library = { ...around.data, settings: defaultDeadlineSettings };
    const findings = [
      ...checkProposal(proposal, template, pageList),
      ...checkAgainstLibrary(proposal, template, call, library, instant),
    ];
    const day = vietnamWallClock(instant)?.day;
    const request: DossierRequest = {
      call,
      papers: around.data.papers,
      proposals,
      dossier: dossier.value,
      outcomes: [{ proposal: ID, findings }],
      checkedOn: day === undefined ? null : civilDateOf(day),
    };
    const plans = papersOf(request).filter(isPrintable);
    const drawn = await drawPapers(plans, dossier.value.organisation.name, now.value, around);
    if (!drawn.ok) return drawn;

    const folder = resolve(around.folder, out);
    const made = await makeFolder(folder);
    if (!made.ok) return made;
    const files: object[] = [];
    for (const { plan, format, bytes, pages } of drawn.value) {
      const target = join(folder, fileName(plan, plans.indexOf(plan), format));
      const written = await writeFileAtomically(target, bytes);
      if (!written.ok) return written;
      const { path, sha256 } = written.value;
      files.push({ document: plan.id, format, path, pages, sha256 });
    }
    const papers = new Set([
      ...papersOf(request).map(({ id }) => id),
      ...(call.dossier?.documents ?? []).map(({ id }) => id),
    ]);
    const missing = checkDossier(request).map(
      ({ code, severity, where, message, hint, field }) => ({
        code,
        severity,
        // Words are missing on several papers; a missing paper is missing itself.
        document: field !== null && papers.has(field) ? field : null,
        field,
        where,
        message,
        hint,
      }),
    );
    return ok({ document: { files, missing } });
  },
};
