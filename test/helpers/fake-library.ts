import type { Channel, Input, IpcFailure, LibraryRecords, Output } from '../../shared/ipc';
import {
  type Call,
  type Compliance,
  defaultDeadlineSettings,
  emptyCompliance,
  parseCall,
  WORKING_CALENDAR_FORMAT,
} from '../../shared/model';

/** A library in which nothing is written yet; tests put in what they need. */
export const emptyLibrary = (): LibraryRecords => ({
  references: [],
  programmes: [],
  staleFacts: [],
  calendar: {
    format: WORKING_CALENDAR_FORMAT,
    version: 1,
    title: 'Lịch làm việc',
    asOf: '2026-11-24',
    weekend: [6, 7],
    law: '',
    years: [],
  },
  settings: defaultDeadlineSettings,
  standings: [],
});

export interface FakeShelf {
  calls: Call[];
  library: LibraryRecords;
  compliance: Map<string, Compliance>;
}

type LibraryChannel = Extract<
  Channel,
  | 'calls.save'
  | 'calls.exportPack'
  | `library.${string}`
  | `search.${string}`
  | `packs.${string}`
  | `deadlines.${string}`
  | 'proposals.compliance'
  | 'proposals.saveCompliance'
>;

const cancelled: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp gói dữ liệu.' };

export const libraryHandlersOf = (
  world: FakeShelf,
  ack: () => Output<'library.saveRecord'>,
  changed: () => void,
): { [C in LibraryChannel]: (input: Input<C>) => Output<C> | IpcFailure } => {
  const done = () => {
    changed();
    return ack();
  };
  return {
    'calls.save': ({ call }) => {
      const parsed = parseCall(call);
      if (!parsed.ok) return { code: 'invalid-value', message: parsed.error[0]?.sentence ?? '' };
      world.calls = [...world.calls.filter(({ id }) => id !== parsed.value.id), parsed.value];
      changed();
      return parsed.value;
    },
    'calls.exportPack': ({ id }) => ({ fileName: `${id}.json`, folder: 'E:\\' }),
    'library.read': () => world.library,
    'library.saveRecord': done,
    'library.removeRecord': ({ list, id }) => {
      if (list === 'calls') world.calls = world.calls.filter((call) => call.id !== id);
      return done();
    },
    'library.resetRecord': done,
    'search.find': () => [],
    'packs.choose': () => cancelled,
    'packs.import': () => cancelled,
    'deadlines.saveSettings': (settings) => {
      world.library.settings = settings;
      changed();
      return settings;
    },
    'proposals.compliance': ({ id }) => world.compliance.get(id) ?? emptyCompliance(),
    'proposals.saveCompliance': ({ id, compliance }) => {
      world.compliance.set(id, compliance);
      return ack();
    },
  };
};
