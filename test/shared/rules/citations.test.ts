import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import referencesJson from '../../../assets/references/legal-references.json';
import { referenceFileSchema } from '../../../shared/model';
import { checkCitations } from '../../../shared/rules/check-text-facts';
import { citationProblems, findCitations, formatCitation } from '../../../shared/rules/citations';

const { references } = referenceFileSchema.parse(referencesJson);
const reference = (id: string) => {
  const found = references.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const seed = (name: string): string =>
  readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');

describe('a citation', () => {
  test('of QĐ 1322, in full the first time and short later', () => {
    const record = reference('qd-1322-qd-ttg-2020');
    expect(formatCitation(record, 'full')).toEqual({
      text: 'Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ phê duyệt Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm, hàng hóa giai đoạn 2021-2030',
      cautions: [],
    });
    expect(formatCitation(record, 'short').text).toBe('Quyết định số 1322/QĐ-TTg');
  });

  test('of KH 06 shows both dates it is given in the letters', () => {
    const { text, cautions } = formatCitation(reference('kh-06-kh-ubnd-2021'), 'full');
    expect(text).toMatch(/^Kế hoạch số 06\/KH-UBND ngày 11\/01\/2021 của Ủy ban nhân dân/u);
    expect(cautions[0]).toContain('10/02/2021');
    expect(cautions[0]).toContain('11/01/2021');
    expect(cautions.join(' ')).toContain('335/KH-UBND');
  });

  test('of a law names type, title and date; days and the first months have two digits', () => {
    expect(formatCitation(reference('luat-93-2025-qh15'), 'full').text).toBe(
      'Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27/6/2025',
    );
    expect(formatCitation(reference('tb-215-tb-skhcn-2024'), 'full').text).toContain(
      'số 215/TB-SKHCN ngày 08/8/2024 của',
    );
  });

  test('leaves out what the record does not know, and never prints a hole', () => {
    for (const record of references) {
      for (const form of ['full', 'short'] as const) {
        const { text, cautions } = formatCitation(record, form);
        expect(text, record.id).not.toMatch(/null|undefined|\s{2}|^\s|\s$/u);
        expect(text.length).toBeGreaterThan(4);
        for (const caution of cautions) expect(caution, record.id).toMatch(/\S\.$/u);
        if (!record.verified) expect(cautions.join(' ')).toContain('cần kiểm tra');
      }
    }
  });
});

describe('citations in a text', () => {
  test('the 2023 letter gives KH 06 two dates, and both are reported', () => {
    const hits = findCitations(seed('000_30c09797a6ceb43c'), references).filter(
      ({ reference: id }) => id === 'kh-06-kh-ubnd-2021',
    );
    expect(hits.map(({ date }) => date)).toEqual(['2021-02-10', '2021-01-11']);
    const problems = citationProblems(seed('000_30c09797a6ceb43c'), references);
    expect(
      problems.filter(
        ({ problem, reference: id }) => problem === 'conflict' && id.startsWith('kh-06'),
      ),
    ).toHaveLength(2);
  });

  test('a date nobody wrote is reported as different', () => {
    const text = 'theo Quyết định số 1322/QĐ-TTg ngày 30 tháng 8 năm 2020 của Thủ tướng';
    const [problem, ...rest] = citationProblems(text, references);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ problem: 'date-differs', date: '2020-08-30' });
    expect(problem?.sentence).toContain('30/8/2020');
    expect(problem?.sentence).toContain('31/8/2020');
    expect(text.slice(problem?.from, problem?.to)).toBe('1322/QĐ-TTg');
    expect(citationProblems(text.replace('30 tháng', '31 tháng'), references)).toEqual([]);
  });

  test('a date further on belongs to something else', () => {
    const text = '1322/QĐ-TTg. Thông báo ngày 13/4/2023';
    expect(findCitations(text, references)[0]?.date).toBeNull();
  });

  test('scan spellings are known by their variants', () => {
    expect(
      findCitations('Thông tư số 07/2014/TT-BKHHCN', references).map(({ reference: id }) => id),
    ).toEqual(['tt-07-2014-tt-bkhcn']);
    expect(findCitations('Thông báo số 215/TB-SKH-CN', references)).toHaveLength(1);
  });

  test('what was replaced or has ended is reported so', () => {
    expect(
      citationProblems('Thông tư số 07/2014/TT-BKHCN', references).map(({ problem }) => problem),
    ).toContain('not-in-force');
  });

  test('every number the five source letters cite has a record', () => {
    const numbers = [
      '000_30c09797a6ceb43c',
      '001_7b55e5eb75ba670d',
      '002_b06a40e13c0a8a63',
      '003_0bb30dab4872855a',
      '004_3bb080e98abd1914',
    ].flatMap((name) =>
      [...seed(name).matchAll(/\d+(?:\/20\d\d)?\s?\/[A-ZĐ]{2,4}(?:-[A-ZĐa-z]+)+/gu)].map(
        ([match]) => match,
      ),
    );
    expect(new Set(numbers).size).toBeGreaterThan(20);
    for (const number of numbers) {
      expect(findCitations(number, references), number).toHaveLength(1);
    }
  });

  test('every record found in the sources has the date the sources give it', () => {
    const sources = [
      '000_30c09797a6ceb43c',
      '001_7b55e5eb75ba670d',
      '002_b06a40e13c0a8a63',
      '003_0bb30dab4872855a',
      '004_3bb080e98abd1914',
    ].map(seed);
    const differing = sources.flatMap((text) =>
      citationProblems(text, references).filter(({ problem }) => problem === 'date-differs'),
    );
    expect(differing).toEqual([]);
    const dated = sources
      .flatMap((text) => findCitations(text, references))
      .filter(({ date }) => date);
    expect(dated.length).toBeGreaterThan(15);
  });
});

describe('the data', () => {
  test('ids and numbers are unique and every pointer has a target', () => {
    const ids = references.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const numbers = references.flatMap(({ number }) => (number === null ? [] : [number]));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { replacedBy, amends } of references) {
      for (const target of [...replacedBy.map(({ reference: id }) => id), ...amends]) {
        expect(ids).toContain(target);
      }
    }
  });

  test('“verified” is kept for what was read in a document at hand', () => {
    for (const { id, verified, knownBy } of references) {
      if (verified) expect(knownBy, id).toBe('source');
    }
  });
});

test('as findings: conflict once a place, unverified records make none', () => {
  const findings = checkCitations(
    [
      {
        where: 'Mục II',
        section: 'ii',
        field: null,
        text: 'Kế hoạch 06/KH-UBND ... 06/KH-UBND; Thông tư 09/2024/TT-BKHCN',
      },
    ],
    references,
  );
  expect(findings.map(({ code, where, section }) => [code, where, section])).toEqual([
    ['citation-conflict', 'Mục II', 'ii'],
  ]);
});
