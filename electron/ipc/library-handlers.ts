import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure, RecordStanding } from '../../shared/ipc';
import {
  type DeadlineSettings,
  deadlineSettingsSchema,
  defaultDeadlineSettings,
  editedFields,
  parseCall,
} from '../../shared/model';
import type { Store } from '../store';
import type { HandlerGroup } from './handlers';
import { nfcTexts } from './nfc-texts';
import type { Services } from './services';

const SETTINGS = 'deadline-settings';

/** Settings of another version of the program are not worth refusing a list of calls for. */
export const deadlineSettingsOf = (store: Store): DeadlineSettings => {
  const kept = store.readSetting(SETTINGS);
  const parsed = deadlineSettingsSchema.safeParse(kept.ok ? kept.value : null);
  return parsed.success ? parsed.data : defaultDeadlineSettings;
};

const standingsOf = (store: Store): Result<RecordStanding[], IpcFailure> => {
  const kept = store.keptRecords();
  if (!kept.ok) return kept;
  return ok(
    kept.value
      .filter(({ removed }) => !removed)
      .map((record) => {
        const own = record.base === null;
        return { list: record.list, id: record.id, own, edited: own ? [] : editedFields(record) };
      })
      .filter(({ own, edited }) => own || edited.length > 0),
  );
};

type LibraryChannel =
  | 'calls.save'
  | 'library.read'
  | 'library.saveRecord'
  | 'library.removeRecord'
  | 'library.resetRecord'
  | 'search.find'
  | 'deadlines.saveSettings';

export const libraryHandlers = ({
  keeper,
  library,
  emit,
}: Services): HandlerGroup<LibraryChannel> => {
  const announced = <T>(result: Result<T, IpcFailure>): Result<T, IpcFailure> => {
    if (result.ok) emit('library.changed', undefined);
    return result;
  };

  return {
    'calls.save': ({ call }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const parsed = parseCall(call);
      if (!parsed.ok) {
        const [first] = parsed.error;
        return err({
          code: 'invalid-value',
          message: `Đợt kêu gọi chưa ghi được: ${first?.sentence ?? ''}`,
          ...(first === undefined ? {} : { where: first.where }),
          hint: 'Hãy sửa các ô đã nêu rồi ghi lại.',
        });
      }
      const saved = announced(store.value.saveRecord('calls', parsed.value));
      return saved.ok ? ok(parsed.value) : saved;
    },

    'library.read': () => {
      const store = keeper.store();
      if (!store.ok) return store;
      const { references, programmes, staleFacts, calendar } = library;
      const standings = standingsOf(store.value);
      if (!standings.ok) return standings;
      return ok({
        references: [...references],
        programmes: [...programmes],
        staleFacts: [...staleFacts],
        calendar,
        settings: deadlineSettingsOf(store.value),
        standings: standings.value,
      });
    },

    'library.saveRecord': ({ list, value }) => {
      const store = keeper.store();
      return store.ok ? announced(store.value.saveRecord(list, nfcTexts(value))) : store;
    },

    'library.removeRecord': ({ list, id }) => {
      const store = keeper.store();
      return store.ok ? announced(store.value.removeRecord(list, id)) : store;
    },

    'library.resetRecord': ({ list, id }) => {
      const store = keeper.store();
      return store.ok ? announced(store.value.resetRecord(list, id)) : store;
    },

    'search.find': ({ query, kinds, limit }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const hits = store.value.search({
        query,
        ...(kinds === undefined ? {} : { kinds }),
        ...(limit === undefined ? {} : { limit }),
      });
      if (!hits.ok) return hits;
      return ok(
        hits.value.map((hit) => ({ ...hit, marks: hit.marks.map((mark) => ({ ...mark })) })),
      );
    },

    'deadlines.saveSettings': (settings) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const saved = announced(store.value.saveSetting(SETTINGS, settings));
      return saved.ok ? ok(settings) : saved;
    },
  };
};
