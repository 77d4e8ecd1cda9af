import { civilDateOf, err, failure, ok, type Result, vietnamWallClock } from '../../shared/base';
import {
  type CheckOutcome,
  type DossierData,
  type DossierProposal,
  defaultDeadlineSettings,
  parseDossier,
} from '../../shared/model';
import { checkAgainstLibrary, checkProposal } from '../../shared/rules';
import { type DossierRequest, dossierFrom } from '../../shared/templates';
import { createPlanPageCounter } from '../export';
import type { Surroundings } from './command';
import { layOut } from './lay-out';
import { readProposal } from './read-proposal';
import { readText } from './read-text';

/** Proposals of a command have no number in a store: the only one, and each of several. */
const ID = 'de-xuat';
const idOf = (at: number, count: number): string => (count === 1 ? ID : `${ID}-${at + 1}`);

/** What the proposals and the call know, and over it what a file says. */
const readData = async (
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

const otherCall = (file: string): Result<never> =>
  err(
    failure('dossier-calls', 'Các bản đề xuất của một bộ hồ sơ phải thuộc cùng một đợt kêu gọi.', {
      where: file,
      hint: 'Hãy làm riêng hồ sơ cho từng đợt kêu gọi.',
    }),
  );

/** A dossier with everything that decides its papers. */
export interface ReadDossier extends DossierRequest {
  readonly outcomes: readonly CheckOutcome[];
}

/** The dossier of proposals in files, in the order they are named, their own checks done. */
export const readDossier = async (
  files: readonly string[],
  data: string | undefined,
  instant: string,
  around: Surroundings,
): Promise<Result<ReadDossier>> => {
  const proposals: DossierProposal[] = [];
  const outcomes: CheckOutcome[] = [];
  const library = { ...around.data, settings: defaultDeadlineSettings };
  for (const [at, file] of files.entries()) {
    const read = await readProposal(file, around);
    if (!read.ok) return read;
    const { proposal, template } = read.value;
    if (proposals.some((one) => one.proposal.call !== proposal.call)) return otherCall(file);
    const laid = layOut(read.value);
    if (!laid.ok) return laid;
    const { pageList } = laid.value;
    const call = around.data.calls.find(({ id }) => id === proposal.call);
    if (call === undefined) throw new Error('a proposal that was read names a known call');
    const id = idOf(at, files.length);
    proposals.push({ id, proposal, template, pages: pageList.pages.length });
    const findings = [
      ...checkProposal(proposal, template, pageList),
      ...checkAgainstLibrary(proposal, template, call, library, instant),
    ];
    outcomes.push({ proposal: id, findings });
  }
  const call = around.data.calls.find(({ id }) => id === proposals[0]?.proposal.call);
  if (call === undefined) throw new Error('a dossier without a proposal');
  const dossier = await readData(data, dossierFrom({ call, proposals }), around);
  if (!dossier.ok) return dossier;
  const day = vietnamWallClock(instant)?.day;
  return ok({
    call,
    papers: around.data.papers,
    proposals,
    dossier: dossier.value,
    outcomes,
    checkedOn: day === undefined ? null : civilDateOf(day),
    pagesOf: createPlanPageCounter(),
  });
};
