import { type Pack, type PackList, packListNames, packRecordTitle } from './pack';

type JsonObject = Readonly<Record<string, unknown>>;

/** A record as the store holds it. */
export interface KeptRecord {
  readonly list: PackList;
  readonly id: string;
  /** The record as the person sees it now. */
  readonly value: JsonObject;
  /** The record as the last pack brought it; null when the person made it. */
  readonly base: JsonObject | null;
  readonly packId: string | null;
  readonly edition: number | null;
  /** The person has thrown it away; a pack does not bring it back. */
  readonly removed: boolean;
}

export interface FieldChange {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** `theirs`: taken over; `mine`: the person's own edit stands; `merged`: both, day by day. */
  readonly kept: 'mine' | 'theirs' | 'merged';
}

export interface RecordChange {
  readonly list: PackList;
  readonly id: string;
  readonly title: string;
  /**
   * `add`; `update`: at least one field changes; `keep`: the pack differs, the person's edits stand;
   * `unchanged`; `thrown-away`: the person removed it, it stays away; `gone`: an older edition had
   * it, this one has not, and it stays.
   */
  readonly action: 'add' | 'update' | 'keep' | 'unchanged' | 'thrown-away' | 'gone';
  readonly fields: readonly FieldChange[];
  /** What to store. `base` is the next import's base. */
  readonly value: JsonObject;
  readonly base: JsonObject | null;
}

export interface PackDiff {
  readonly packId: string;
  readonly title: string;
  readonly edition: number;
  /** Against the highest edition of the same pack in the store. */
  readonly direction: 'first' | 'newer' | 'same' | 'older';
  readonly changes: readonly RecordChange[];
  /** True when storing the result would alter nothing a person sees. */
  readonly empty: boolean;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equality of JSON values; the order of an object's keys does not count. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
};

const fieldsOf = (...records: readonly JsonObject[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

/** Fields in which the person's record differs from what the pack brought. */
export const editedFields = (kept: Pick<KeptRecord, 'value' | 'base'>): string[] => {
  const { base, value } = kept;
  if (base === null) return Object.keys(value);
  return fieldsOf(base, value).filter((field) => !sameJson(base[field], value[field]));
};

/** Lists merged item by item, because two people rightly edit different items of them. */
const KEYED_FIELDS: Partial<Record<PackList, Readonly<Record<string, string>>>> = {
  calendarYears: { days: 'date' },
};

const byKey = (items: unknown, key: string): Map<string, unknown> =>
  new Map(
    (Array.isArray(items) ? items : []).filter(isObject).map((item) => [String(item[key]), item]),
  );

const mergeKeyed = (key: string, base: unknown, mine: unknown, theirs: unknown): unknown[] => {
  const [was, own, other] = [byKey(base, key), byKey(mine, key), byKey(theirs, key)];
  const ids = [...new Set([...own.keys(), ...other.keys()])].sort();
  return ids.flatMap((id) => {
    const edited = !sameJson(was.get(id), own.get(id));
    const item = edited ? own.get(id) : other.get(id);
    return item === undefined ? [] : [item];
  });
};

const mergeRecord = (list: PackList, kept: KeptRecord, theirs: JsonObject): RecordChange => {
  const base = kept.base ?? {};
  const value: Record<string, unknown> = {};
  const fields: FieldChange[] = [];
  for (const field of fieldsOf(kept.value, theirs)) {
    const mine = kept.value[field];
    const other = theirs[field];
    const key = KEYED_FIELDS[list]?.[field];
    let result = other;
    let how: FieldChange['kept'] = 'theirs';
    if (key !== undefined) {
      result = mergeKeyed(key, base[field], mine, other);
      if (!sameJson(result, other)) how = sameJson(result, mine) ? 'mine' : 'merged';
    } else if (!sameJson(mine, base[field])) {
      result = mine;
      how = 'mine';
    }
    if (!sameJson(mine, other)) fields.push({ field, mine, theirs: other, kept: how });
    if (result !== undefined) value[field] = result;
  }
  const changes = !sameJson(value, kept.value);
  const action = changes ? 'update' : fields.length === 0 ? 'unchanged' : 'keep';
  const title = packRecordTitle(list, value);
  return { list, id: kept.id, title, action, fields, value, base: theirs };
};

const changeOf = (
  list: PackList,
  kept: KeptRecord | undefined,
  theirs: JsonObject,
): RecordChange => {
  const id = String(theirs['id']);
  const title = packRecordTitle(list, theirs);
  if (kept === undefined) {
    return { list, id, title, action: 'add', fields: [], value: theirs, base: theirs };
  }
  if (kept.removed) {
    return { list, id, title, action: 'thrown-away', fields: [], value: kept.value, base: theirs };
  }
  return mergeRecord(list, kept, theirs);
};

/**
 * What importing `pack` over `current` would do; changes nothing itself. A field the person has
 * edited keeps the person's value and is named in `fields`, so that the window can show both.
 */
export const diffPack = (current: readonly KeptRecord[], pack: Pack): PackDiff => {
  const keyOf = (list: PackList, id: string): string => `${list}/${id}`;
  const kept = new Map(current.map((record) => [keyOf(record.list, record.id), record]));
  const brought = new Set<string>();
  const changes: RecordChange[] = [];
  for (const list of packListNames) {
    for (const record of pack[list]) {
      brought.add(keyOf(list, record.id));
      changes.push(changeOf(list, kept.get(keyOf(list, record.id)), record));
    }
  }
  for (const record of current) {
    if (record.packId !== pack.id || record.removed) continue;
    if (brought.has(keyOf(record.list, record.id))) continue;
    changes.push({
      list: record.list,
      id: record.id,
      title: packRecordTitle(record.list, record.value),
      action: 'gone',
      fields: [],
      value: record.value,
      base: record.base,
    });
  }
  const editions = current.flatMap(({ packId, edition }) =>
    packId === pack.id && edition !== null ? [edition] : [],
  );
  const highest = Math.max(0, ...editions);
  const direction =
    editions.length === 0
      ? 'first'
      : pack.edition > highest
        ? 'newer'
        : pack.edition === highest
          ? 'same'
          : 'older';
  return {
    packId: pack.id,
    title: pack.title,
    edition: pack.edition,
    direction,
    changes,
    empty: changes.every(({ action }) => action !== 'add' && action !== 'update'),
  };
};
