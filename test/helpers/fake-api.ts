/**
 * An `Api` in memory, for tests of the window without a main process. Every request and answer is
 * parsed by the contract, so the fake cannot drift from the real shapes.
 */
import type { z } from 'zod';
import { err, ok } from '../../shared/base';
import {
  type Api,
  type Channel,
  contract,
  type EventName,
  type EventPayload,
  type ExportRecord,
  events,
  type Input,
  type IpcFailure,
  type Output,
  type Preferences,
  type ProposalRecord,
  type ProposalSummary,
  type StoreState,
} from '../../shared/ipc';
import type { OrganisationProfile, Template } from '../../shared/model';
import { dossierHandlersOf } from './fake-dossier';
import { emptyLibrary, type FakeShelf, libraryHandlersOf } from './fake-library';
import { emptySafety, type FakeSafety, safetyHandlersOf } from './fake-safety';

export interface FakeWorld extends FakeShelf {
  templates: Template[];
  proposals: ProposalRecord[];
  /** Ids of those whose data on the disk are damaged. */
  damaged: string[];
  organisations: OrganisationProfile[];
  exports: ExportRecord[];
  preferences: Preferences;
  store: StoreState;
  safety: FakeSafety;
}

export interface FakeApi extends Api {
  readonly world: FakeWorld;
  /** Every request so far, oldest first. */
  readonly requests: readonly { channel: Channel; input: unknown }[];
  /** The next requests of a channel are refused, once for each failure given. */
  refuse: (channel: Channel, ...failures: IpcFailure[]) => void;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

const readyStore: StoreState = { state: 'ready', message: '', hint: '', file: '' };

const defaultPreferences: Preferences = {
  language: 'vi',
  theme: 'light',
  panes: [19, 47, 34],
  previewZoom: 'fit-width',
  outlineCollapsed: false,
  sidePanel: 'preview',
  lastProposalId: null,
};

const notFound: IpcFailure = { code: 'not-found', message: 'Không có hồ sơ này.' };

const isAnswered = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') ||
  typeof value === 'number' ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, part]) => key !== 'type' && isAnswered(part)));

type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | IpcFailure };

const isFailure = (value: unknown): value is IpcFailure =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

const handlersOf = (
  world: FakeWorld,
  changed: (ids: string[]) => void,
  libraryChanged: () => void,
  now: () => string,
) => {
  const { proposals } = world;
  let seq = 0;
  let made = 0;
  const ack = () => {
    seq += 1;
    return { seq, savedAt: now() };
  };
  const change = (id: string, edit: (record: ProposalRecord) => void) => {
    const record = proposals.find((one) => one.id === id);
    if (record === undefined) return notFound;
    edit(record);
    record.modifiedAt = now();
    changed([id]);
    return ack();
  };
  const summaryOf = (record: ProposalRecord): ProposalSummary => {
    const template = world.templates.find(({ id }) => id === record.templateId);
    const fill = pages.get(record.id) ?? null;
    return {
      id: record.id,
      title: record.title,
      callId: record.callId,
      callTitle: world.calls.find(({ id }) => id === record.callId)?.title ?? '',
      templateId: record.templateId,
      createdAt: record.createdAt,
      modifiedAt: record.modifiedAt,
      trashedAt: record.trashedAt,
      pages: fill,
      pageLimit: template?.pageLimit.max ?? 5,
      answered: Object.values(record.values).filter(isAnswered).length,
      sections: template?.sections.length ?? 0,
      ...(world.damaged.includes(record.id) ? { damaged: true } : {}),
    };
  };
  const pages = new Map<string, number>();
  const add = (record: ProposalRecord): ProposalRecord => {
    proposals.push(record);
    changed([record.id]);
    return record;
  };
  const nextId = (): string => {
    made += 1;
    return `made-${made}`;
  };
  const handlers: Handlers = {
    'app.info': () => ({
      name: 'Bản Đề Xuất',
      version: '0.1.0',
      electron: '45.4.1',
      chromium: '156.0.0',
      platform: 'win32',
      dataFolder: 'C:\\Users\\Lan\\AppData\\Local\\ban-de-xuat\\data',
    }),
    'app.readyToClose': () => undefined,
    'app.cannotClose': () => undefined,
    'store.state': () => world.store,
    'store.retry': () => world.store,
    'store.revealFile': () => undefined,
    'preferences.get': () => world.preferences,
    'preferences.set': (patch) => {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      Object.assign(world.preferences, Object.fromEntries(given));
      return world.preferences;
    },
    'calls.list': () => world.calls,
    'templates.list': () => world.templates,
    'organisations.list': () => world.organisations,
    'organisations.save': ({ id, ...rest }) => {
      const saved = { id: id ?? nextId(), ...rest };
      const at = world.organisations.findIndex((one) => one.id === saved.id);
      if (saved.isDefault) for (const one of world.organisations) one.isDefault = false;
      if (at === -1) world.organisations.push(saved);
      else world.organisations[at] = saved;
      return saved;
    },
    'organisations.remove': ({ id }) => {
      world.organisations = world.organisations.filter((one) => one.id !== id);
      return undefined;
    },
    'proposals.list': ({ trashed }) =>
      proposals
        .filter((record) => (record.trashedAt !== null) === trashed)
        .map(summaryOf)
        .sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1)),
    'proposals.create': ({ callId, templateId, title, organisationId, orientations = [] }) => {
      const template = world.templates.find(({ id }) => id === templateId);
      if (template === undefined) return notFound;
      const profile = world.organisations.find(({ id }) => id === organisationId);
      const place = template.sections.find(({ kind }) => kind === 'organisation');
      const values: Record<string, unknown> = {};
      if (profile !== undefined && place !== undefined) {
        const { id: _id, isDefault: _isDefault, ...value } = profile;
        values[place.id] = value;
      }
      const at = now();
      const id = nextId();
      if (orientations.length > 0) {
        world.compliance.set(id, { chosen: orientations, answers: {} });
      }
      return add({
        id,
        title,
        callId,
        templateId,
        organisationId,
        style: template.typography.style,
        values,
        createdAt: at,
        modifiedAt: at,
        trashedAt: null,
        seq: 0,
        view: null,
      });
    },
    'proposals.open': ({ id }) => proposals.find((record) => record.id === id) ?? notFound,
    'proposals.rename': ({ id, title }) =>
      change(id, (record) => {
        record.title = title;
      }),
    'proposals.duplicate': ({ id }) => {
      const record = proposals.find((one) => one.id === id);
      if (record === undefined) return notFound;
      const at = now();
      const copy = structuredClone(record);
      return add({
        ...copy,
        id: nextId(),
        title: `${record.title} (bản sao)`,
        createdAt: at,
        modifiedAt: at,
      });
    },
    'proposals.trash': ({ id }) =>
      change(id, (record) => {
        record.trashedAt = now();
      }),
    'proposals.restore': ({ id }) =>
      change(id, (record) => {
        record.trashedAt = null;
      }),
    'proposals.erase': ({ id }) => {
      const at = proposals.findIndex((record) => record.id === id);
      if (at !== -1) proposals.splice(at, 1);
      changed([id]);
      return undefined;
    },
    'proposals.saveSection': ({ id, section, value }) =>
      change(id, (record) => {
        record.values[section] = value;
      }),
    'proposals.saveStyle': ({ id, style }) =>
      change(id, (record) => {
        record.style = style;
      }),
    'proposals.saveView': ({ id, view, pages: fill }) => {
      const record = proposals.find((one) => one.id === id);
      if (record !== undefined) record.view = view;
      if (fill !== null) pages.set(id, fill);
      return undefined;
    },
    'export.chooseTarget': ({ id, format }) => ({
      ticket: `${format}:${id}`,
      fileName: `ban-de-xuat.${format}`,
      folder: 'D:\\De xuat 2023',
    }),
    'export.write': ({ ticket }) => {
      const [format, proposalId = ''] = ticket.split(':');
      const record: ExportRecord = {
        id: world.exports.length + 1,
        proposalId,
        format: format === 'pdf' ? 'pdf' : 'docx',
        fileName: `ban-de-xuat.${format}`,
        folder: 'D:\\De xuat 2023',
        pages: Math.ceil(pages.get(proposalId) ?? 1),
        bytes: 184_320,
        sha256: 'a3f5'.repeat(16),
        at: now(),
      };
      world.exports.unshift(record);
      return record;
    },
    'export.reveal': () => undefined,
    'export.open': () => undefined,
    'export.list': ({ id }) => world.exports.filter(({ proposalId }) => proposalId === id),
    'export.print': () => ({ printed: true }),
    ...libraryHandlersOf(world, ack, libraryChanged),
    ...dossierHandlersOf(),
    ...safetyHandlersOf({
      safety: world.safety,
      proposals,
      ack,
      changed,
      recover: () => {
        world.store = readyStore;
        return world.store;
      },
      now,
    }),
  };
  return handlers;
};

export const createFakeApi = (
  given: Partial<FakeWorld> = {},
  now: () => string = () => new Date().toISOString(),
): FakeApi => {
  const world: FakeWorld = {
    calls: [],
    library: emptyLibrary(),
    compliance: new Map(),
    templates: [],
    proposals: [],
    damaged: [],
    organisations: [],
    exports: [],
    preferences: { ...defaultPreferences },
    store: readyStore,
    safety: emptySafety(),
    ...given,
  };
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const refusals = new Map<Channel, IpcFailure[]>();
  const requests: { channel: Channel; input: unknown }[] = [];
  const emit: FakeApi['emit'] = (event, payload) => {
    const parsed = events[event].parse(payload) as never;
    for (const listener of listeners.get(event) ?? []) listener(parsed);
  };
  const handlers = handlersOf(
    world,
    (ids) => emit('proposals.changed', { ids }),
    () => emit('library.changed', undefined),
    now,
  );
  return {
    world,
    requests,
    emit,
    refuse: (channel, ...failures) => {
      refusals.set(channel, [...(refusals.get(channel) ?? []), ...failures]);
    },
    call: async <C extends Channel>(channel: C, input: Input<C>) => {
      // Structured clone is what really happens between two processes.
      const sent: unknown = structuredClone(input);
      requests.push({ channel, input: sent });
      await Promise.resolve();
      const refusal = refusals.get(channel)?.shift();
      if (refusal !== undefined) return err(refusal);
      const parsed = contract[channel].input.parse(sent) as Input<C>;
      const answer = handlers[channel](parsed);
      if (isFailure(answer)) return err(answer);
      const output: z.ZodType = contract[channel].output;
      return ok(structuredClone(output.parse(answer)) as Output<C>);
    },
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      set.add(listener as (payload: never) => void);
      listeners.set(event, set);
      return () => {
        set.delete(listener as (payload: never) => void);
      };
    },
  };
};
