import { err, ok } from '../../shared/base';
import type { Ack } from '../../shared/ipc';
import {
  diffPack,
  type KeptRecord,
  type Pack,
  type PackDiff,
  type PackList,
  packListNames,
  packRecordTitle,
  packSchema,
  type RecordChange,
} from '../../shared/model';
import { canonicalJson } from './canonical-json';
import { failures, storeFailure } from './failures';
import { storableJson } from './proposal-store';
import { librarySeq } from './queries/library-seq';
import { type RecordRow, tables } from './queries/tables';
import { sha256Hex } from './row-hash';
import type { ReadSession } from './session';
import type { StoreResult } from './store';
import type { StoreAccess } from './store-access';
import type { Library, LibraryStore } from './store-library';

type JsonObject = Readonly<Record<string, unknown>>;

const keptOf = (row: RecordRow): KeptRecord => ({
  list: row.list as PackList,
  id: row.id,
  value: JSON.parse(row.value) as JsonObject,
  base: row.base === null ? null : (JSON.parse(row.base) as JsonObject),
  packId: row.pack_id,
  edition: row.edition,
  removed: row.removed === 1,
});

const readKept = (session: ReadSession): StoreResult<KeptRecord[]> => {
  const found = session.rows.findAll(tables.records);
  const damaged = found.filter(({ intact }) => !intact);
  if (damaged.length > 0) {
    return err(failures.damaged(damaged.map(({ row }) => `mục ${row.id} trong thư viện`)));
  }
  return ok(found.map(({ row }) => keptOf(row)));
};

/** Shape of one record of a list. */
const recordSchema = (list: PackList) => packSchema.shape[list].unwrap().element;

const parseRecord = (list: PackList, value: unknown): StoreResult<JsonObject> => {
  const parsed = recordSchema(list).safeParse(value);
  if (parsed.success) return ok(parsed.data as JsonObject);
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return err(
    storeFailure(
      'invalid-value',
      `Mục “${packRecordTitle(list, value)}” có chỗ điền chưa đúng.`,
      'Hãy sửa chỗ được chỉ ra rồi ghi lại.',
      place,
    ),
  );
};

const contentSha256 = (pack: Pack): string => {
  const text = canonicalJson(pack);
  if (!text.ok) throw new Error(`a parsed pack holds something that is no JSON: ${text.error}`);
  return sha256Hex(text.value);
};

const canonical = (value: JsonObject): string => {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(`a record holds something that is no JSON: ${text.error}`);
  return text.value;
};

/** Records that the import writes; a stone keeps its words but learns the new base. */
const writtenBy = (change: RecordChange): boolean =>
  change.action !== 'gone' && change.base !== null;

export const makeLibraryStore = (core: StoreAccess): Omit<LibraryStore, 'search'> => {
  let cached: { readonly seq: string; readonly library: Library } | null = null;

  const commitRecord = (list: PackList, id: string, value: JsonObject): StoreResult<Ack> => {
    const text = storableJson(value, id);
    return text.ok
      ? core.commit({ kind: 'record', list, id, value: text.value }, 'withdraw')
      : text;
  };

  const readRecord = (list: PackList, id: string): StoreResult<RecordRow> =>
    core.read((session) => {
      const found = session.rows.find(tables.records, list, id);
      if (found === null || found.row.removed === 1) return err(failures.noRecord());
      return found.intact ? ok(found.row) : err(failures.damaged([`mục ${id} trong thư viện`]));
    });

  const comparePack = (pack: Pack): StoreResult<PackDiff> => {
    const kept = core.read(readKept);
    return kept.ok ? ok(diffPack(kept.value, pack)) : kept;
  };

  const importPack = (pack: Pack): StoreResult<PackDiff> => {
    const diff = comparePack(pack);
    if (!diff.ok) return diff;
    const done = core.commit(
      {
        kind: 'pack',
        id: pack.id,
        edition: pack.edition,
        title: pack.title,
        sha256: contentSha256(pack),
        records: diff.value.changes.filter(writtenBy).map(({ list, id, value, base }) => ({
          list,
          id,
          value: canonical(value),
          base: base === null ? null : canonical(base),
        })),
      },
      'withdraw',
    );
    return done.ok ? diff : done;
  };

  return {
    library: () =>
      core.read((session) => {
        if (cached?.seq === librarySeq(session.db)) return ok(cached.library);
        const kept = readKept(session);
        if (!kept.ok) return kept;
        const present = kept.value.filter(({ removed }) => !removed);
        const lists = packListNames.map((list) => [
          list,
          present
            .filter((record) => record.list === list)
            .map(({ value }) => recordSchema(list).parse(value)),
        ]);
        const library = Object.fromEntries(lists) as unknown as Library;
        cached = { seq: librarySeq(session.db), library };
        return ok(library);
      }),

    keptRecords: () => core.read(readKept),
    comparePack,
    importPack,

    ensurePack: (pack) => {
      const known = core.read((session) =>
        ok(session.rows.find(tables.packs, pack.id)?.row ?? null),
      );
      if (!known.ok) return known;
      const isSame = known.value?.content_sha256 === contentSha256(pack);
      const isOlder = known.value !== null && known.value.edition > pack.edition;
      return isSame || isOlder ? ok(null) : importPack(pack);
    },

    saveRecord: (list, value) => {
      const parsed = parseRecord(list, value);
      if (!parsed.ok) return parsed;
      return commitRecord(list, String(parsed.value['id']), parsed.value);
    },

    removeRecord: (list, id) => {
      const row = readRecord(list, id);
      return row.ok ? core.commit({ kind: 'record-removed', list, id }, 'withdraw') : row;
    },

    resetRecord: (list, id) => {
      const row = readRecord(list, id);
      if (!row.ok) return row;
      if (row.value.base === null) return err(failures.noRecord());
      return commitRecord(list, id, JSON.parse(row.value.base) as JsonObject);
    },
  };
};
