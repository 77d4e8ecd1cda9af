import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type { Ack, IpcFailure, ProposalRecord } from '../../shared/ipc';
import type { Call, SectionValue, Style, Template } from '../../shared/model';
import { call } from '../bridge';
import { type Autosave, createAutosave, type SaveState } from './autosave';
import { nfcValue } from './nfc-value';
import { changeSection, changeStyle, closeLayout, openLayout } from './page-count';
import { callById, isLookOnly, templateById, useProgram } from './program';
import { readValue } from './section-text';

/** The proposal in the workspace. Editors read it once when they appear and never again. */
export interface OpenProposal {
  readonly phase: 'closed' | 'opening' | 'open' | 'failed';
  readonly record: ProposalRecord | null;
  readonly template: Template | null;
  readonly call: Call | null;
  /** The newest state of each section, ahead of the disk by at most a second. */
  readonly values: Readonly<Record<string, SectionValue>>;
  /** Sections whose stored content does not fit their kind; shown, never overwritten. */
  readonly unreadable: readonly string[];
  readonly style: Style | null;
  readonly title: string;
  readonly readOnly: boolean;
  readonly save: SaveState;
  readonly failure: IpcFailure | null;
}

const closed: OpenProposal = {
  phase: 'closed',
  record: null,
  template: null,
  call: null,
  values: {},
  unreadable: [],
  style: null,
  title: '',
  readOnly: false,
  save: { kind: 'saved', savedAt: null },
  failure: null,
};

export const useOpenProposal = create<OpenProposal>(() => closed);

let autosave: Autosave | null = null;
let opening = 0;

const readValues = (
  record: ProposalRecord,
  template: Template,
): Pick<OpenProposal, 'values' | 'unreadable'> => {
  const values: Record<string, SectionValue> = {};
  const unreadable: string[] = [];
  for (const section of template.sections) {
    const value = readValue(section.kind, record.values[section.id]);
    if (value === null) unreadable.push(section.id);
    else values[section.id] = value;
  }
  return { values, unreadable };
};

const missingTemplate = (templateId: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có mẫu “${templateId}” mà hồ sơ này dùng.`,
  hint: 'Cài phiên bản chương trình có mẫu này rồi mở lại. Hồ sơ vẫn được giữ nguyên.',
});

/**
 * Saves what is left of the proposal before, then opens another one. False when that could not be
 * saved: the proposal before is then still the open one, with every word in it.
 */
export const openProposal = async (id: string): Promise<boolean> => {
  opening += 1;
  const turn = opening;
  if (!(await closeProposal())) return openId() === id;
  if (turn !== opening) return true;
  await readProposal(id, turn);
  return true;
};

const takeSaveState = (save: SaveState): void => {
  // At each key the same is still true; saying it again would draw the status bar again.
  const again = save.kind === 'pending' && useOpenProposal.getState().save.kind === 'pending';
  if (!again) useOpenProposal.setState({ save });
};

const readProposal = async (id: string, turn: number): Promise<void> => {
  useOpenProposal.setState({ ...closed, phase: 'opening' });
  const answer = await call('proposals.open', { id });
  if (turn !== opening) return;
  if (!answer.ok) {
    useOpenProposal.setState({ ...closed, phase: 'failed', failure: answer.error });
    return;
  }
  const record = answer.value;
  const template = templateById(record.templateId);
  if (template === undefined) {
    const failure = missingTemplate(record.templateId);
    useOpenProposal.setState({ ...closed, phase: 'failed', failure });
    return;
  }
  autosave = createAutosave(takeSaveState);
  openLayout(record, template);
  useOpenProposal.setState({
    ...closed,
    ...readValues(record, template),
    phase: 'open',
    record,
    template,
    call: callById(record.callId) ?? null,
    style: record.style,
    title: record.title,
    readOnly: record.trashedAt !== null || isLookOnly(useProgram.getState()),
    save: { kind: 'saved', savedAt: record.modifiedAt },
  });
};

/** True when everything is on the disk. */
export const saveNow = (): Promise<boolean> => autosave?.flush() ?? Promise.resolve(true);

/** False when something could not be saved; the proposal then stays open. */
export const closeProposal = async (): Promise<boolean> => {
  if (useOpenProposal.getState().phase !== 'open') {
    useOpenProposal.setState(closed);
    return true;
  }
  const mine = autosave;
  if (!(await saveNow())) return false;
  // Asked twice at once (the screen goes, another one comes): the first answer did it all.
  if (autosave !== mine) return true;
  autosave?.stop();
  autosave = null;
  closeLayout();
  useOpenProposal.setState(closed);
  return true;
};

const openId = (): string | null => useOpenProposal.getState().record?.id ?? null;

/** Saves something else of the open proposal with the same care: retried, awaited before closing. */
export const queueSave = (key: string, save: () => Promise<Result<Ack, IpcFailure>>): void =>
  autosave?.queue(key, save);

const queueTitle = (id: string, title: string): void => {
  useOpenProposal.setState({ title });
  autosave?.queue('title', () =>
    call('proposals.rename', { id, title: title.normalize('NFC').trim() }),
  );
};

/** The proposal's own name follows part I for as long as the two say the same. */
const followTitle = (id: string, section: string, value: SectionValue): void => {
  const { template, title, values } = useOpenProposal.getState();
  const first = template?.sections.find(({ kind }) => kind === 'text');
  if (first?.id !== section || typeof value !== 'string') return;
  const before = values[section];
  const followed = title.trim() === '' || title.trim() === String(before ?? '').trim();
  if (followed && value.trim() !== title.trim()) queueTitle(id, value.trim());
};

/** Called by an editor with its newest value: counts pages, saves within a second. */
export const editSection = (section: string, value: SectionValue): void => {
  const id = openId();
  if (id === null || useOpenProposal.getState().readOnly) return;
  // First of all, so that the worker counts while the window does the rest.
  changeSection(section, value);
  followTitle(id, section, value);
  useOpenProposal.setState(({ values }) => ({ values: { ...values, [section]: value } }));
  autosave?.queue(`section:${section}`, () =>
    call('proposals.saveSection', { id, section, value: nfcValue(value) }),
  );
};

export const editStyle = (style: Style): void => {
  const id = openId();
  if (id === null || useOpenProposal.getState().readOnly) return;
  useOpenProposal.setState({ style });
  changeStyle(style);
  autosave?.queue('style', () => call('proposals.saveStyle', { id, style }));
};

export const renameOpenProposal = (title: string): void => {
  const id = openId();
  if (id !== null) queueTitle(id, title.trim());
};
