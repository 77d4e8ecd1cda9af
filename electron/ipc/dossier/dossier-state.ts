import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure, ProposalRecord } from '../../../shared/ipc';
import {
  type Call,
  type Course,
  courseSchema,
  type DossierPart,
  type DossierProposal,
  dossierPartSchema,
  emptyCourse,
  type Freeze,
  freezeSchema,
  type PageList,
  type Template,
} from '../../../shared/model';
import { dossierFrom } from '../../../shared/templates';
import { canonicalJson, type Store } from '../../store';
import type { Services } from '../services';
import { proposalOf } from '../stored-proposal';

/** Parts of a proposal in which its dossier is kept. */
export const DOSSIER = 'dossier';
export const COURSE = 'dossier-course';
export const FREEZES = 'dossier-freezes';
/** On a proposal that lies in the dossier of another one. */
export const DOSSIER_OF = 'dossier-of';

const linkSchema = z.strictObject({ lead: z.string() });
const freezesSchema = z.array(freezeSchema);

/** A proposal of a dossier as it is now. */
export interface Member {
  readonly record: ProposalRecord;
  readonly template: Template;
  readonly pageList: PageList | null;
  readonly dossierProposal: DossierProposal;
}

export interface DossierState {
  readonly lead: string;
  readonly call: Call;
  /** In order of priority. */
  readonly members: readonly Member[];
  readonly part: DossierPart;
  readonly course: Course;
  readonly freezes: readonly Freeze[];
  /** The version that holds; null: a draft. */
  readonly frozen: Freeze | null;
}

const noCall = (id: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có đợt kêu gọi “${id}” nên không lập được hồ sơ.`,
  hint: 'Hãy nạp lại đợt kêu gọi này trong mục Đợt kêu gọi rồi mở lại.',
});

const noTemplate = (id: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có mẫu “${id}” nên không dựng được trang.`,
  hint: 'Hãy cài phiên bản chương trình có mẫu này rồi mở lại. Nội dung vẫn được giữ nguyên.',
});

export const canonical = (value: unknown): string => {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(`not JSON: ${text.error}`);
  return text.value;
};

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const partsOf = (store: Store, id: string): Readonly<Record<string, unknown>> => {
  const parts = store.readParts(id);
  return parts.ok ? parts.value : {};
};

const keptPart = (store: Store, id: string): DossierPart | null => {
  const parsed = dossierPartSchema.safeParse(partsOf(store, id)[DOSSIER]);
  return parsed.success ? parsed.data : null;
};

/** The proposal that carries the dossier in which this one lies; itself where it lies alone. */
export const leadOf = (store: Store, id: string): string => {
  const link = linkSchema.safeParse(partsOf(store, id)[DOSSIER_OF]);
  if (!link.success) return id;
  const part = keptPart(store, link.data.lead);
  const lead = store.openProposal(link.data.lead);
  return part?.proposals.includes(id) && lead.ok ? link.data.lead : id;
};

export const readCourse = (store: Store, lead: string): Course => {
  const parsed = courseSchema.safeParse(partsOf(store, lead)[COURSE]);
  return parsed.success ? parsed.data : emptyCourse();
};

export const readFreezes = (store: Store, lead: string): Freeze[] => {
  const parsed = freezesSchema.safeParse(partsOf(store, lead)[FREEZES] ?? []);
  return parsed.success ? parsed.data : [];
};

export const holding = (freezes: readonly Freeze[]): Freeze | null => {
  const last = freezes.at(-1);
  return last === undefined || last.ended !== null ? null : last;
};

/** Whether the words of a proposal still are those that were frozen. */
export const isUnchanged = (store: Store, freeze: Freeze, record: ProposalRecord): boolean => {
  const frozen = freeze.proposals.find(({ id }) => id === record.id);
  if (frozen === undefined) return false;
  const kept = store.readRevision(record.id, frozen.revision);
  return kept.ok && isSame([kept.value.style, kept.value.values], [record.style, record.values]);
};

const readMember = async (
  services: Services,
  record: ProposalRecord,
): Promise<Result<Member, IpcFailure>> => {
  const template = services.library.templates.find(({ id }) => id === record.templateId);
  if (template === undefined) return err(noTemplate(record.templateId));
  const proposal = proposalOf(record);
  const laid = await services.layPages({ proposal, template, now: services.now().toISOString() });
  const pageList = laid.ok ? laid.value : null;
  const pages = pageList?.pages.length ?? null;
  return ok({
    record,
    template,
    pageList,
    dossierProposal: { id: record.id, proposal, template, pages },
  });
};

const inOrder = (ids: readonly string[], priority: readonly string[]): string[] => [
  ...priority.filter((id) => ids.includes(id)),
  ...ids.filter((id) => !priority.includes(id)),
];

/** The dossier of a proposal with all that is known of it. A new one is filled from the proposal. */
export const readDossier = async (
  services: Services,
  store: Store,
  id: string,
): Promise<Result<DossierState, IpcFailure>> => {
  const lead = leadOf(store, id);
  const first = store.openProposal(lead);
  if (!first.ok) return first;
  const call = services.library.calls.find((one) => one.id === first.value.callId);
  if (call === undefined) return err(noCall(first.value.callId));
  const kept = keptPart(store, lead);
  const members: Member[] = [];
  for (const one of inOrder(kept?.proposals ?? [lead], kept?.data.priority ?? [])) {
    const record = store.openProposal(one);
    // Erased or thrown away since: the dossier goes on without it.
    if (!record.ok || (one !== lead && record.value.trashedAt !== null)) continue;
    const member = await readMember(services, record.value);
    if (!member.ok) return member;
    members.push(member.value);
  }
  const proposals = members.map(({ dossierProposal }) => dossierProposal);
  const freezes = readFreezes(store, lead);
  const fresh = (): DossierPart => ({
    proposals: [lead],
    data: dossierFrom({ call, proposals }),
  });
  return ok({
    lead,
    call,
    members,
    part: kept ?? fresh(),
    course: readCourse(store, lead),
    freezes,
    frozen: holding(freezes),
  });
};
