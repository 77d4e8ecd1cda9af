import { ok, type Result } from '../../../shared/base';
import type { BoardRow, IpcFailure, RegisterRecord } from '../../../shared/ipc';
import { currentStep, doneSteps } from '../../../shared/model';
import type { RegisterEntry, Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import type { Services } from '../services';
import { holding, isUnchanged, leadOf, readCourse, readFreezes } from './dossier-state';
import { printRegister } from './print-register';
import { registerText } from './register-text';

type RegisterChannel = 'dossier.register' | 'dossier.printRegister' | 'dossier.board';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const recordOf = (
  entry: RegisterEntry,
  broken: ReadonlySet<number>,
  titles: ReadonlyMap<string, string>,
): RegisterRecord => {
  const detail: Record<string, unknown> =
    typeof entry.detail === 'object' && entry.detail !== null ? { ...entry.detail } : {};
  const { pages } = detail;
  return {
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    proposalId: entry.proposalId,
    title: titles.get(entry.proposalId) ?? '',
    actor: entry.actor,
    text: registerText(entry.kind, detail),
    code: text(detail['code']),
    sha256: text(detail['sha256']),
    pages: typeof pages === 'number' ? pages : null,
    intact: !broken.has(entry.id),
  };
};

const titlesOf = (store: Store): Map<string, string> => {
  const titles = new Map<string, string>();
  for (const trashed of [false, true]) {
    const list = store.listProposals({ trashed });
    if (list.ok) for (const { id, title } of list.value) titles.set(id, title);
  }
  return titles;
};

/** The register as it is shown, newest first, with what was altered marked. */
export const readRegister = (
  store: Store,
  id: string | null,
): Result<RegisterRecord[], IpcFailure> => {
  const entries = store.listRegister(id === null ? undefined : leadOf(store, id));
  if (!entries.ok) return entries;
  const broken = store.checkRegister();
  if (!broken.ok) return broken;
  const titles = titlesOf(store);
  const marked = new Set(broken.value);
  return ok(entries.value.map((entry) => recordOf(entry, marked, titles)));
};

const lastOn = (
  { deliveries }: ReturnType<typeof readCourse>,
  medium: 'paper' | 'electronic',
): string | null => deliveries.findLast((one) => one.medium === medium)?.on ?? null;

export const registerHandlers = (services: Services): HandlerGroup<RegisterChannel> => {
  const { keeper, library } = services;

  const boardOf = (store: Store): Result<BoardRow[], IpcFailure> => {
    const list = store.listProposals({ trashed: false });
    if (!list.ok) return list;
    const rows: BoardRow[] = [];
    for (const listing of list.value) {
      // What lies in the dossier of another proposal is shown there.
      if (leadOf(store, listing.id) !== listing.id) continue;
      const record = store.openProposal(listing.id);
      if (!record.ok) continue;
      const course = readCourse(store, listing.id);
      const frozen = holding(readFreezes(store, listing.id));
      const template = library.templates.find(({ id }) => id === listing.templateId);
      const last = course.outcomes.at(-1);
      const done = doneSteps({
        written: template?.sections.every(({ id }) => listing.answered.includes(id)) ?? false,
        checked: false,
        frozen: frozen !== null,
        individual: false,
        digital: (frozen?.signed.length ?? 0) > 0,
        course,
      });
      rows.push({
        id: listing.id,
        title: listing.title,
        callTitle: library.calls.find(({ id }) => id === listing.callId)?.title ?? listing.callId,
        proposals: frozen?.proposals.length ?? 1,
        step: currentStep(done),
        code: frozen?.code ?? '',
        changed: frozen !== null && !isUnchanged(store, frozen, record.value),
        paperOn: lastOn(course, 'paper'),
        electronicOn: lastOn(course, 'electronic'),
        receiptNumber: course.receipt?.number ?? '',
        status: last?.status ?? null,
        statusOn: last?.on ?? null,
        note: last?.note ?? '',
        modifiedAt: listing.modifiedAt,
      });
    }
    return ok(rows);
  };

  return {
    'dossier.register': ({ id }) => {
      const store = keeper.store();
      return store.ok ? readRegister(store.value, id) : store;
    },
    'dossier.printRegister': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const entries = readRegister(store.value, id);
      return entries.ok ? printRegister(services, entries.value) : entries;
    },
    'dossier.board': () => {
      const store = keeper.store();
      return store.ok ? boardOf(store.value) : store;
    },
  };
};
