import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import myLocJson from '../../../assets/calls/ml-2024-1322.json';
import nationalJson from '../../../assets/calls/qg-2023-1322-haiphong.json';
import libraryJson from '../../../assets/references/hp-qd281-2016.json';
import referencesJson from '../../../assets/references/legal-references.json';
import {
  callSchema,
  callSearchDocument,
  programmeFileSchema,
  programmeSearchDocuments,
  referenceFileSchema,
  referenceSearchDocument,
  searchDocument,
  searchRecords,
  searchWords,
  snippetOf,
} from '../../../shared/model';

const documents = [
  ...[dot2Json, myLocJson, nationalJson].map((json) => callSearchDocument(callSchema.parse(json))),
  ...programmeFileSchema.parse(libraryJson).programmes.flatMap(programmeSearchDocuments),
  ...referenceFileSchema.parse(referencesJson).references.map(referenceSearchDocument),
];
const ids = (query: string): string[] => searchRecords(documents, query).map(({ id }) => id);

describe('searching what is shipped', () => {
  test('without accents, a phrase in the title first', () => {
    const hits = searchRecords(documents, 'nang cao nang suat');
    expect(hits[0]?.title.toLowerCase()).toContain('nâng cao năng suất');
    expect(hits.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hp-2024-dot2', 'hp-qd281-2016-nang-suat-chat-luong']),
    );
  });

  test('by number, name, telephone, and the beginning of a word', () => {
    expect(ids('1322/QĐ-TTg')).toContain('qd-1322-qd-ttg-2020');
    expect(ids('dang to trinh')[0]).toBe('hp-2024-dot2');
    expect(ids('098.694.6190')).toEqual(['hp-2024-dot2']);
    expect(ids('nhãn sinh th')).toEqual(['tai-san-tri-tue-ii-5']);
    expect(ids('inh thai')).not.toContain('tai-san-tri-tue-ii-5');
  });

  test('nothing for nothing, and nothing for words that do not stand together', () => {
    for (const query of ['', '   ', '***', '“”', 'sinh thái halal chip zzz']) {
      expect(ids(query)).toEqual([]);
    }
  });

  test('the snippet shows the find, marked', () => {
    const [hit] = searchRecords(documents, 'dang to trinh');
    const [mark] = hit?.marks ?? [];
    expect(hit?.snippet.slice(mark?.from, mark?.to)).toBe('Đặng Tố Trinh');
    expect(hit?.snippet.length).toBeLessThan(190);
  });
});

describe('laws', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  test('a snippet is words of the text, and each mark lies within it', () => {
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 8 }), (body, query) => {
        const { text: shown, marks } = snippetOf(body, query);
        const bare = shown.replace(/^…|…$/gu, '');
        expect(body.replaceAll('\n', ' ')).toContain(bare);
        for (const { from, to } of marks) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(shown.length);
        }
      }),
      { numRuns: 300, seed: 21 },
    );
  });

  test('a document is found by any word it holds, whatever the form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('nâng', 'cao', 'Đổi', 'mới', 'ISO', '9001', 'xanh'), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(),
        fc.constantFrom('NFC', 'NFD'),
        (words, at, form) => {
          const word = words[at % words.length]!.normalize(form).toUpperCase();
          const document = searchDocument('proposal', 'p', 'Tên', [words.join(' ')]);
          const [hit] = searchRecords([document], word);
          expect(hit?.id).toBe('p');
          expect(hit?.marks.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200, seed: 22 },
    );
  });
});

test('words of a query keep the signs of a document’s number', () => {
  expect(searchWords(' “Kế hoạch”  06/KH-UBND, 06/KH-UBND ')).toEqual([
    'ke',
    'hoach',
    '06/kh-ubnd',
  ]);
});

describe('a phrase in which a word stands twice', () => {
  test('is found as a phrase, its title first', () => {
    const scattered = searchDocument('task', 'b', 'Suất ăn', ['nâng lên cao, năng lượng']);
    const whole = searchDocument('call', 'a', 'Kế hoạch nâng cao năng suất', ['']);
    expect(searchRecords([scattered, whole], 'nang cao nang suat').map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
    expect(searchWords('nang cao nang suat')).toEqual(['nang', 'cao', 'suat']);
  });
});
