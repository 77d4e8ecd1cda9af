import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import libraryJson from '../../assets/references/hp-qd281-2016.json';
import { type Programme, programmeFileSchema } from '../../shared/model';

const library = programmeFileSchema.parse(libraryJson);
const source = readFileSync(
  new URL('../fixtures/seeds/003_0bb30dab4872855a.txt', import.meta.url),
  'utf8',
).normalize('NFC');

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
const squeezed = (text: string): string => plain(text).replace(/[\s+]/gu, '');

/** The five plans of the decision, in its order. */
const plans = source.split('Hoạt động của Chương trình').slice(1);

interface Row {
  group: string | null;
  number: number;
  task: string;
  lead: string;
  period: string;
}

/** Reads the table as scanned: a row without a number goes on where the page broke the one before. */
const rowsOf = (plan: string): Row[] => {
  const rows: Row[] = [];
  let group: string | null = null;
  const table = plan.slice(plan.indexOf('TT\tNhiệm vụ'), plan.indexOf('TM. ỦY BAN')).split('\n');
  for (const line of table.slice(1)) {
    const [first = '', task = '', lead = '', period = ''] = line.split('\t').map(plain);
    const previous = rows.at(-1);
    if (/^[IVX]+$/u.test(first)) group = first;
    else if (/^\d+$/u.test(first)) rows.push({ group, number: Number(first), task, lead, period });
    else if (first === '' && task !== '' && previous !== undefined) {
      previous.task += ` ${task}`;
      previous.lead += ` ${lead}`;
      previous.period += period;
    }
  }
  return rows;
};

const mended = (text: string, programme: Programme): string =>
  programme.corrections.reduce(
    (words, { original, corrected }) => words.replaceAll(plain(original), plain(corrected)),
    plain(text),
  );

describe('Quyết định 281/QĐ-UBND, programmes 2016–2020', () => {
  test('five programmes with 25, 6, 12, 10 and 13 tasks, 66 in all', () => {
    expect(plans).toHaveLength(5);
    expect(library.programmes.map(({ tasks }) => tasks.length)).toEqual([25, 6, 12, 10, 13]);
    expect(plans.map((plan) => rowsOf(plan).length)).toEqual([25, 6, 12, 10, 13]);
    const ids = library.programmes.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    expect(new Set(ids).size).toBe(66);
  });

  test.each(
    library.programmes.map((programme, index) => [programme.title, programme, index] as const),
  )('%s', (_title, programme, index) => {
    const plan = plans[index] ?? '';
    const rows = rowsOf(plan);
    for (const [place, task] of programme.tasks.entries()) {
      const row = rows[place];
      expect([task.group, task.number]).toEqual([row?.group, row?.number]);
      expect(squeezed([task.title, ...task.details].join(' '))).toBe(
        squeezed(mended(row?.task ?? '', programme)),
      );
      expect(task.leadBodies.join(', ')).toBe(mended(row?.lead ?? '', programme));
      const { from, to } = task.period;
      expect(from === to ? String(from) : `${from}-${to}`).toBe(row?.period);
    }
    const groups = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== null);
    expect(programme.groups.map(({ numeral }) => numeral)).toEqual(groups);
    for (const { title } of programme.groups) expect(plain(plan)).toContain(title);
  });

  test('every aim is the decision’s own words', () => {
    expect(library.programmes.map(({ aims }) => aims.length)).toEqual([4, 1, 5, 1, 3]);
    for (const [index, programme] of library.programmes.entries()) {
      for (const aim of programme.aims) expect(plain(plans[index] ?? '')).toContain(aim);
    }
  });

  test('lead bodies, counted', () => {
    const counts = new Map<string, number>();
    for (const { tasks } of library.programmes) {
      for (const body of tasks.flatMap(({ leadBodies }) => leadBodies)) {
        counts.set(body, (counts.get(body) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(counts)).toEqual({
      'Sở Khoa học và Công nghệ': 30,
      'Sàn Giao dịch công nghệ và thiết bị': 10,
      'Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng': 5,
      'Trung tâm Thông tin KH&CN': 3,
      'Chi cục Tiêu chuẩn Đo lường Chất lượng': 3,
      'Sở Thông tin và Truyền thông': 2,
      'Trung tâm thông tin Khoa học và Công nghệ': 2,
      'Trung tâm Thông tin Khoa học và Công nghệ': 2,
      'Liên hiệp các Hội KH&KT': 2,
      'Liên hiệp các Hội KH&KT thành phố': 1,
      'Sở Nông nghiệp và Phát triển nông thôn': 1,
      'Sở Công thương': 1,
      'Trung tâm Khoa học xã hội và nhân văn': 1,
      'Trung tâm Ứng dụng tiến bộ khoa học và công nghệ': 1,
      'Sở Kế hoạch và Đầu tư': 1,
      'Sở Tài chính': 1,
      'Liên đoàn Lao động thành phố': 1,
      'Hội Nông dân': 1,
      'Thành đoàn Hải Phòng': 1,
    });
  });

  test('each correction’s original stands in the scan, nothing of the scan’s noise in the data', () => {
    for (const { corrections } of library.programmes) {
      for (const { original, corrected } of corrections) {
        expect(corrected).not.toBe(original);
        // An empty line in an original is where a page broke a table row; its parts stand apart.
        for (const part of original.split('\n\n')) expect(plain(source).includes(part)).toBe(true);
      }
    }
    const words = JSON.stringify(library.programmes.map(({ tasks, aims }) => [tasks, aims]));
    expect(words).not.toMatch(/<|tiên bộ|đối-tác|chuyên giao|Nông ng nghiệp/u);
  });

  test('the library is marked historical and cites its decision', () => {
    for (const { historical, reference, period } of library.programmes) {
      expect(historical).toBe(true);
      expect(reference).toBe('qd-281-qd-ubnd-2016');
      expect(period).toEqual({ from: 2016, to: 2020 });
    }
  });
});
