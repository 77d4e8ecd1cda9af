import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import staleJson from '../../../assets/stale-facts/stale-facts.json';
import { staleFactFileSchema, staleFactSchema } from '../../../shared/model';
import { checkStaleFacts } from '../../../shared/rules/check-text-facts';
import { matchStaleFacts } from '../../../shared/rules/stale-facts';

const { facts } = staleFactFileSchema.parse(staleJson);
const TODAY = '2026-11-24';
const seed = (name: string): string =>
  readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
const idsIn = (text: string, date = TODAY): string[] => [
  ...new Set(matchStaleFacts(text, date, facts).map(({ fact }) => fact)),
];

describe('what the source letters say that is no longer so', () => {
  test('the recipient’s address: ward and district abolished on 1 July 2025', () => {
    const text = 'Địa chỉ: 240 Văn Cao, phường Đằng Giang, quận Ngô Quyền, thành phố Hải Phòng.';
    const hits = matchStaleFacts(text, TODAY, facts);
    expect(hits.map(({ fact, text: words }) => [fact, words])).toEqual([
      ['phuong-dang-giang', 'phường Đằng Giang, quận Ngô Quyền'],
      ['quan-huyen-hai-phong', 'quận Ngô Quyền'],
    ]);
    expect(hits[0]?.sentence).toContain('01/7/2025');
    expect(hits[0]?.replacement).toBeNull();
    expect(matchStaleFacts(text, '2025-06-30', facts)).toEqual([]);
    expect(idsIn(text, '2025-07-01')).toHaveLength(2);
  });

  test('the address without the words “phường” and “quận”, as the second round has it', () => {
    expect(idsIn(seed('001_7b55e5eb75ba670d'))).toEqual(
      expect.arrayContaining(['phuong-dang-giang', 'ke-hoach-06', 'giai-doan-2021-2025']),
    );
  });

  test('Mỹ Lộc: the district went on 1 September 2024, before districts went everywhere', () => {
    const text = 'UBND huyện Mỹ Lộc, tỉnh Nam Định';
    expect(idsIn(text, '2024-08-31')).toEqual([]);
    expect(idsIn(text, '2024-09-01')).toEqual(['huyen-my-loc']);
    expect(idsIn(text)).toEqual(
      expect.arrayContaining(['huyen-my-loc', 'tinh-nam-dinh', 'phong-kinh-te-ha-tang']),
    );
    expect(idsIn(seed('004_3bb080e98abd1914'))).toEqual(
      expect.arrayContaining(['phong-kinh-te-ha-tang', 'tt-07-2014', 'tt-03-2017']),
    );
  });

  test('the programmes 2016–2020 have ended, and bodies that led them were rearranged', () => {
    expect(idsIn(seed('003_0bb30dab4872855a'))).toEqual(
      expect.arrayContaining(['chuong-trinh-2016-2020', 'so-tttt', 'so-khdt']),
    );
  });
});

describe('matching', () => {
  test('does not depend on case, accents, spaces, dashes or Unicode form', () => {
    for (const text of [
      'quận Ngô Quyền',
      'QUẬN NGÔ QUYỀN',
      'quan ngo quyen',
      'quận\u00a0Ngô\n Quyền',
      'quận Ngô Quyền'.normalize('NFD'),
    ]) {
      expect(idsIn(text)).toEqual(['quan-huyen-hai-phong']);
    }
    expect(idsIn('Kế hoạch số 06 / KH – UBND')).toEqual(['ke-hoach-06']);
  });

  test('takes whole words only', () => {
    expect(idsIn('106/KH-UBND, 06/KH-UBNDX, phường Ngô Quyền, đường Lê Chân')).toEqual([]);
  });

  test('an exception spares the longer wording it names', () => {
    const fact = staleFactSchema.parse({
      id: 'a',
      kind: 'body',
      patterns: ['UBND huyện'],
      except: ['UBND huyện đảo'],
      staleFrom: '2025-07-01',
      known: 'Không còn.',
      verify: 'Hãy hỏi lại.',
      replacement: null,
      verified: true,
      sources: ['x'],
    });
    const text = 'UBND huyện đảo và UBND huyện';
    expect(
      matchStaleFacts(text, TODAY, [fact]).map(({ from, to }) => text.slice(from, to)),
    ).toEqual(['UBND huyện']);
  });

  test('offsets point at the words in the text as given, whatever stands before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('NFC', 'NFD'),
        (before, after, form) => {
          const words = 'huyện Mỹ Lộc'.normalize(form);
          const text = `${before} | ${words} | ${after}`;
          const hit = matchStaleFacts(text, TODAY, facts).find(
            ({ fact, from }) => fact === 'huyen-my-loc' && from === before.length + 3,
          );
          expect(hit?.text).toBe(words);
          expect(text.slice(hit?.from, hit?.to)).toBe(words);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  test('hits come in the order of the text and never overlap within one fact', () => {
    const text = `${seed('001_7b55e5eb75ba670d')}\n${seed('000_30c09797a6ceb43c')}`;
    const hits = matchStaleFacts(text, TODAY, facts);
    for (const [index, hit] of hits.entries()) {
      const before = hits.slice(0, index);
      expect(before.every(({ from }) => from <= hit.from)).toBe(true);
      expect(before.every(({ fact, to }) => fact !== hit.fact || to <= hit.from)).toBe(true);
    }
  });
});

describe('the data', () => {
  test('each fact finds its own patterns, has sentences, and is unique', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const fact of facts) {
      for (const pattern of fact.patterns) {
        expect(matchStaleFacts(pattern, TODAY, [fact]), pattern).toHaveLength(1);
      }
      expect(`${fact.known}${fact.verify}`).toMatch(/^\p{Lu}.*\.\p{Lu}.*\.$/u);
    }
  });

  test('what nobody has read in a document says so', () => {
    for (const { id, verified, verify, known, sources } of facts) {
      if (verified) continue;
      expect(`${known} ${verify} ${sources.join(' ')}`, id).toMatch(/kiểm tra|hỏi/iu);
    }
  });
});

test('as findings: one for each wording in a place, with what to do', () => {
  const findings = checkStaleFacts(
    [
      {
        where: 'Mục X, Địa chỉ',
        section: 'x',
        field: 'address',
        text: 'quận Lê Chân; nhà máy ở quận Lê Chân',
      },
    ],
    TODAY,
    facts,
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    code: 'stale-fact',
    severity: 'warning',
    where: 'Mục X, Địa chỉ',
    section: 'x',
    field: 'address',
  });
  expect(findings[0]?.message).toMatch(/^“quận Lê Chân”: Từ ngày 01\/7\/2025/u);
  expect(findings[0]?.hint).not.toBe('');
});
