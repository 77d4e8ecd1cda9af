import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import calendarJson from '../../../assets/calendar/vn-working-days.json';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import {
  type CalendarYear,
  type Call,
  calendarYearSchema,
  callSchema,
  diffPack,
  editedFields,
  type KeptRecord,
  type Pack,
  type PackDiff,
  packSchema,
  sameJson,
} from '../../../shared/model';

const dot2 = callSchema.parse(dot2Json);
const year2027 = calendarYearSchema.parse(calendarJson.years.find(({ id }) => id === '2027'));

const pack = (edition: number, calls: Call[], calendarYears: CalendarYear[] = []): Pack =>
  packSchema.parse({
    format: 'ban-de-xuat/pack',
    version: 1,
    id: 'hai-phong',
    title: 'Hải Phòng',
    edition,
    publishedOn: '2026-11-24',
    validFrom: null,
    validTo: null,
    source: 'thử',
    calls,
    calendarYears,
  });

/** What a store does with a diff. */
const stored = (current: readonly KeptRecord[], diff: PackDiff): KeptRecord[] => {
  const others = current.filter(
    ({ list, id }) => !diff.changes.some((change) => change.list === list && change.id === id),
  );
  const removed = (change: { list: string; id: string }): boolean =>
    current.some(
      (record) => record.list === change.list && record.id === change.id && record.removed,
    );
  return [
    ...others,
    ...diff.changes.map((change) => ({
      list: change.list,
      id: change.id,
      value: change.value,
      base: change.base,
      packId: diff.packId,
      edition: diff.edition,
      removed: removed(change),
    })),
  ];
};
const edit = (records: readonly KeptRecord[], more: object): KeptRecord[] =>
  records.map((record) => ({ ...record, value: { ...record.value, ...more } }));
const actions = (diff: PackDiff): string[] => diff.changes.map(({ action }) => action);

describe('importing a pack', () => {
  const first = diffPack([], pack(1, [dot2]));
  const store = stored([], first);

  test('into an empty store adds all', () => {
    expect(first).toMatchObject({ direction: 'first', empty: false });
    expect(actions(first)).toEqual(['add']);
    expect(store[0]?.value).toEqual(dot2);
  });

  test('a second time changes nothing', () => {
    const again = diffPack(store, pack(1, [dot2]));
    expect(again).toMatchObject({ direction: 'same', empty: true });
    expect(actions(again)).toEqual(['unchanged']);
  });

  test('a newer edition updates what the person has not touched', () => {
    const diff = diffPack(store, pack(2, [{ ...dot2, number: '12/BQL-VP' }]));
    expect(diff.direction).toBe('newer');
    expect(diff.changes[0]).toMatchObject({
      action: 'update',
      fields: [{ field: 'number', mine: null, theirs: '12/BQL-VP', kept: 'theirs' }],
      value: { number: '12/BQL-VP' },
    });
  });

  test('P8 the person’s edits survive, field by field, and are shown', () => {
    const mine = edit(store, { number: 'số tôi ghi', portals: ['sokhcn.haiphong.gov.vn'] });
    const diff = diffPack(mine, pack(2, [{ ...dot2, number: '12/BQL-VP', issuer: 'Ban mới' }]));
    expect(diff.changes[0]).toMatchObject({
      action: 'update',
      value: { number: 'số tôi ghi', portals: ['sokhcn.haiphong.gov.vn'], issuer: 'Ban mới' },
    });
    expect(diff.changes[0]?.fields.map(({ field, kept }) => [field, kept]).sort()).toEqual([
      ['issuer', 'theirs'],
      ['number', 'mine'],
      ['portals', 'mine'],
    ]);
    const after = stored(mine, diff);
    expect(editedFields(after[0]!).sort()).toEqual(['number', 'portals']);
    expect(
      diffPack(after, pack(2, [{ ...dot2, number: '12/BQL-VP', issuer: 'Ban mới' }])).empty,
    ).toBe(true);
  });

  test('an edit the next edition agrees with is no longer an edit', () => {
    const mine = edit(store, { number: '12/BQL-VP' });
    const diff = diffPack(mine, pack(2, [{ ...dot2, number: '12/BQL-VP' }]));
    expect(actions(diff)).toEqual(['unchanged']);
    expect(editedFields(stored(mine, diff)[0]!)).toEqual([]);
  });

  test('a call the person made under the same id stays the person’s', () => {
    const own: KeptRecord = {
      list: 'calls',
      id: dot2.id,
      value: { ...dot2, title: 'Của tôi' },
      base: null,
      packId: null,
      edition: null,
      removed: false,
    };
    const diff = diffPack([own], pack(1, [dot2]));
    expect(diff.changes[0]).toMatchObject({ action: 'keep', value: { title: 'Của tôi' } });
    expect(diff.changes[0]?.fields.map(({ field }) => field)).toEqual(['title']);
  });

  test('P9 what the person threw away does not come back; what a pack drops is not lost', () => {
    const thrown = store.map((record) => ({ ...record, removed: true }));
    expect(actions(diffPack(thrown, pack(2, [dot2])))).toEqual(['thrown-away']);
    const dropped = diffPack(store, pack(2, []));
    expect(dropped.changes[0]).toMatchObject({ action: 'gone', value: dot2 });
    expect(dropped.empty).toBe(true);
  });

  test('P2 an older edition is called older', () => {
    expect(diffPack(stored([], diffPack([], pack(3, [dot2]))), pack(2, [dot2])).direction).toBe(
      'older',
    );
  });

  test('P8 days of a calendar are merged one by one', () => {
    const base = stored([], diffPack([], pack(1, [], [year2027])));
    const confirmed = year2027.days.map((day) =>
      day.date === '2027-09-01' ? { ...day, verified: true, note: 'Tôi đã hỏi' } : day,
    );
    const mine = edit(base, { days: confirmed });
    const swap = {
      date: '2027-04-26',
      kind: 'work' as const,
      name: 'Ngày Chiến thắng 30/4',
      cause: 'swap' as const,
      verified: true,
      note: '',
    };
    const without = year2027.days.filter(({ date }) => date !== '2027-09-03');
    const diff = diffPack(mine, pack(2, [], [{ ...year2027, days: [...without, swap] }]));
    const { days } = calendarYearSchema.parse(diff.changes[0]?.value);
    expect(days.find(({ date }) => date === '2027-09-01')?.note).toBe('Tôi đã hỏi');
    expect(days.some(({ date }) => date === swap.date)).toBe(true);
    expect(days.some(({ date }) => date === '2027-09-03')).toBe(false);
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
    expect(diff.changes[0]?.fields).toMatchObject([{ field: 'days', kept: 'merged' }]);
  });
});

describe('laws', () => {
  const patch = fc.record(
    {
      number: fc.option(fc.string({ maxLength: 5 }), { nil: null }),
      title: fc.string({ maxLength: 5 }),
      portals: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
      round: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    },
    { requiredKeys: [] },
  );

  test('edits are never lost and untouched fields always follow the pack', () => {
    fc.assert(
      fc.property(patch, patch, (mine, theirs) => {
        const store = edit(stored([], diffPack([], pack(1, [dot2]))), mine);
        const edited = new Set(editedFields(store[0]!));
        const next = { ...dot2, ...theirs };
        const [change] = diffPack(store, pack(2, [next])).changes;
        for (const field of Object.keys(next)) {
          const expected = edited.has(field) ? store[0]?.value : next;
          expect(change?.value[field]).toEqual((expected as Record<string, unknown>)[field]);
        }
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  test('equality of JSON ignores the order of keys and nothing else', () => {
    expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(sameJson({ a: undefined }, {})).toBe(false);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson([], {})).toBe(false);
    expect(sameJson(null, {})).toBe(false);
  });
});
