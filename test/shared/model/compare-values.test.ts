import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, compareWords, isUnchanged, valueLines } from '../../../shared/model';
import { diffSequences } from '../../../shared/model/diff-sequences';

const longestCommon = (a: readonly string[], b: readonly string[]): number => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i]![j] =
        a[i - 1] === b[j - 1]
          ? table[i - 1]![j - 1]! + 1
          : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    }
  }
  return table[a.length]![b.length]!;
};

const sequences = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });

describe('differences of sequences', () => {
  it('give both sequences back, with as few changes as possible', () => {
    fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        const runs = diffSequences(a, b);
        const take = (other: 'removed' | 'added', from: readonly string[]) =>
          runs
            .filter(({ kind }) => kind !== (other === 'removed' ? 'added' : 'removed'))
            .flatMap((run) =>
              run.kind === 'same' ? a.slice(run.from, run.to) : from.slice(run.from, run.to),
            );
        expect(take('removed', a)).toEqual(a);
        expect(take('added', b)).toEqual(b);
        const same = runs.reduce(
          (sum, { kind, from, to }) => (kind === 'same' ? sum + to - from : sum),
          0,
        );
        expect(same).toBe(longestCommon(a, b));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('come to an end on two long texts with nothing in common', () => {
    const a = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const b = Array.from({ length: 20_000 }, (_, index) => `b${index}`);
    expect(diffSequences(a, b)).toEqual([
      { kind: 'removed', from: 0, to: 20_000 },
      { kind: 'added', from: 0, to: 20_000 },
    ]);
  });
});

describe('comparing words', () => {
  it('keeps syllables whole, accents included', () => {
    expect(compareWords('nâng cao năng suất', 'nâng cao nâng suất')).toEqual([
      { kind: 'same', text: 'nâng cao ' },
      { kind: 'removed', text: 'năng' },
      { kind: 'added', text: 'nâng' },
      { kind: 'same', text: ' suất' },
    ]);
  });

  it('shows a phrase for a phrase as one change', () => {
    expect(compareWords('ứng dụng công nghệ mới', 'ứng dụng thiết bị mới')).toEqual([
      { kind: 'same', text: 'ứng dụng ' },
      { kind: 'removed', text: 'công nghệ' },
      { kind: 'added', text: 'thiết bị' },
      { kind: 'same', text: ' mới' },
    ]);
  });

  it('gives both texts back', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aăđ ,.\n1'), maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = compareWords(before, after);
        const without = (gone: string) =>
          changes
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

const paragraph = (text: string, marks?: readonly { type: string }[], textAlign?: string) => ({
  type: 'paragraph',
  ...(textAlign === undefined ? {} : { attrs: { textAlign } }),
  content: text === '' ? [] : [{ type: 'text', text, ...(marks === undefined ? {} : { marks }) }],
});
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });

describe('comparing answers', () => {
  it('tells lines that stayed, changed, came and went', () => {
    const before = doc(
      paragraph('Mở đầu'),
      paragraph('Thiết bị đo áp suất lò hơi'),
      paragraph('Kết'),
    );
    const after = doc(
      paragraph('Mở đầu'),
      paragraph('Thiết bị đo nhiệt độ lò hơi'),
      paragraph('Thêm một đoạn khác hẳn'),
      paragraph('Kết'),
    );
    expect(compareValues(before, after).map(({ kind, after: line }) => [kind, line?.text])).toEqual(
      [
        ['same', 'Mở đầu'],
        ['changed', 'Thiết bị đo nhiệt độ lò hơi'],
        ['added', 'Thêm một đoạn khác hẳn'],
        ['same', 'Kết'],
      ],
    );
  });

  it('sees a change of looks alone', () => {
    const plain = doc(paragraph('chữ'));
    expect(compareValues(plain, doc(paragraph('chữ', [{ type: 'bold' }])))[0]?.kind).toBe('look');
    expect(compareValues(plain, doc(paragraph('chữ', undefined, 'center')))[0]?.kind).toBe('look');
    const list = doc({ type: 'bulletList', content: [item(paragraph('chữ'))] });
    expect(compareValues(plain, list)[0]?.kind).toBe('look');
    const cut = doc({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'ch' },
        { type: 'text', text: 'ữ' },
      ],
    });
    expect(isUnchanged(compareValues(plain, cut))).toBe(true);
  });

  it('reads lists with their depth and tables by rows', () => {
    const value = doc(
      {
        type: 'orderedList',
        content: [
          item(paragraph('một'), { type: 'bulletList', content: [item(paragraph('một a'))] }),
          item(paragraph('hai')),
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph('Hạng mục')] },
              { type: 'tableCell', content: [paragraph('Kinh phí')] },
            ],
          },
        ],
      },
    );
    expect(valueLines(value).map(({ role, level, text }) => [role, level, text])).toEqual([
      ['number', 0, 'một'],
      ['bullet', 1, 'một a'],
      ['number', 0, 'hai'],
      ['row', 0, 'Hạng mục | Kinh phí'],
    ]);
  });

  it('compares amounts and contacts field by field', () => {
    const before = { total: 1000, state: 600, matching: null };
    const after = { total: 1200, state: 600, matching: 600 };
    expect(
      compareValues(before, after).map(({ kind, before: a, after: b }) => [
        kind,
        a?.field ?? b?.field,
      ]),
    ).toEqual([
      ['added', 'matching'],
      ['same', 'state'],
      ['changed', 'total'],
    ]);
    expect(compareValues(null, doc(paragraph('')))).toEqual([]);
  });

  it('gives every line of both versions exactly once, in order', () => {
    const docs = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }), { maxLength: 8 })
      .map((texts) => doc(...texts.map((text) => paragraph(text))));
    fc.assert(
      fc.property(docs, docs, (before, after) => {
        const changes = compareValues(before, after);
        expect(changes.flatMap((change) => change.before ?? [])).toEqual(valueLines(before));
        expect(changes.flatMap((change) => change.after ?? [])).toEqual(valueLines(after));
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
