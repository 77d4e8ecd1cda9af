import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialDate } from '../../../../shared/base';
import { layoutFlow } from '../../../../shared/layout';
import type { PageList, ParagraphBlock } from '../../../../shared/model';
import {
  flowOf,
  hp,
  knownDossier,
  paragraphsIn,
  proposalWith,
  requestOf,
  textOf,
} from './sample-dossier';

const proposals = [proposalWith('a')];
const letterWith = (more: Parameters<typeof knownDossier>[2] = {}) =>
  flowOf(
    requestOf({ call: hp, proposals, dossier: knownDossier(hp, proposals, more) }),
    'cover-letter',
  );

const letter = letterWith();
const find = (start: string): ParagraphBlock => {
  const found = paragraphsIn(letter.blocks).find((block) => textOf(block).startsWith(start));
  if (found === undefined) throw new Error(`no “${start}”`);
  return found;
};
const lookOf = (block: ParagraphBlock) => ({
  size: block.fontSize / 20,
  bold: block.runs.every(({ bold }) => bold),
  italic: block.runs.every(({ italic }) => italic),
  align: block.format.align,
});

describe('the letter after Phụ lục I of Nghị định 30/2020/NĐ-CP', () => {
  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [12, 13], true, false],
    ['Độc lập - Tự do - Hạnh phúc', [13, 14], true, false],
    ['TỔNG CÔNG TY MINH HỌA', [12, 13], false, false],
    ['CÔNG TY CỔ PHẦN', [12, 13], true, false],
    ['Số: 05/NKMH-QLCL', [13, 13], false, false],
    ['Hải Phòng, ngày 05 tháng 02 năm 2024', [13, 14], false, true],
    ['V/v đề xuất nhiệm vụ', [12, 13], false, false],
    ['Kính gửi: Chi cục', [13, 14], false, false],
    ['Nơi nhận:', [12, 12], true, true],
    ['Như trên;', [11, 11], false, false],
    ['Lưu: VT, QLCL.', [11, 11], false, false],
    ['KT. GIÁM ĐỐC', [13, 14], true, false],
    ['PHÓ GIÁM ĐỐC', [13, 14], true, false],
    ['Trần Thị Bình', [13, 14], true, false],
  ])('%s', (start, [least = 0, most = 0], bold, italic) => {
    const look = lookOf(find(start));
    expect(look.size).toBeGreaterThanOrEqual(least);
    expect(look.size).toBeLessThanOrEqual(most);
    expect([look.bold, look.italic]).toEqual([bold, italic]);
  });

  test('body in 13–14 points, justified, first lines 10–12.7 mm in, single line or more', () => {
    const { format, fontSize } = find('Thực hiện');
    expect(fontSize / 20).toBeGreaterThanOrEqual(13);
    expect(format.align).toBe('justify');
    expect(format.firstLine / 56.7).toBeCloseTo(12.7, 1);
    expect(format.spaceAfter / 20).toBeGreaterThanOrEqual(6);
    expect(format.lineSpacing).toBeGreaterThanOrEqual(1);
    expect(letter.page.marginLeft / 56.7).toBeCloseTo(30, 0);
    expect(letter.page.pageNumber?.fromPage).toBe(2);
  });

  const lineOf = (pages: PageList, start: string) => {
    const line = pages.pages[0]?.lines.find(({ spans }) =>
      spans
        .map(({ text }) => text)
        .join('')
        .startsWith(start),
    );
    if (line === undefined) throw new Error(`no line “${start}”`);
    return line;
  };

  test('number and date stand on one height, each centred below its head', () => {
    const pages = layoutFlow(letter);
    expect(lineOf(pages, 'Số:').baseline).toBe(lineOf(pages, 'Hải Phòng, ngày').baseline);
    const middle = (start: string): number => {
      const { x, width } = lineOf(pages, start);
      return x + width / 2;
    };
    expect(middle('Hải Phòng, ngày')).toBeCloseTo(middle('CỘNG HÒA'), -1);
    expect(middle('Độc lập')).toBeCloseTo(middle('CỘNG HÒA'), -1);
    expect(lineOf(pages, 'Nơi nhận').top).toBeGreaterThan(lineOf(pages, 'Thực hiện').top);
  });

  test('the stroke below the motto is as long as the motto', () => {
    const pages = layoutFlow(letter);
    const motto = lineOf(pages, 'Độc lập');
    const stroke = pages.pages[0]?.rules.find(({ x1 }) => Math.abs(x1 - motto.x) < 60);
    expect(stroke).toBeDefined();
    expect((stroke?.x2 ?? 0) - (stroke?.x1 ?? 0)).toBeCloseTo(motto.width, -1.5);
    expect(stroke?.y1).toBeGreaterThan(motto.baseline);
  });

  test('the stroke below the name is a third to a half of its longest line', () => {
    const part = fc.constantFrom('Công ty', 'Cổ phần', 'TNHH', 'Minh Họa', 'Cơ khí', 'Việt Nam');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
        const name = parts.join(' ');
        const dossier = knownDossier(hp, proposals);
        const flow = flowOf(
          requestOf({
            call: hp,
            proposals,
            dossier: { ...dossier, organisation: { ...dossier.organisation, name, parent: '' } },
          }),
          'cover-letter',
        );
        const page = layoutFlow(flow).pages[0];
        const middle = flow.page.marginLeft + (flow.page.width - flow.page.marginLeft) * 0.35;
        const head = page?.lines.filter(({ x, top }) => x < middle && top < 2200) ?? [];
        const named = head.filter(({ spans }) => spans.every(({ face }) => face === 'bold'));
        const longest = Math.max(...named.map(({ width }) => width));
        const [stroke] = page?.rules.filter(({ x1 }) => x1 < middle) ?? [];
        const share = ((stroke?.x2 ?? 0) - (stroke?.x1 ?? 0)) / longest;
        expect(share, name).toBeGreaterThanOrEqual(1 / 3);
        expect(share, name).toBeLessThanOrEqual(1 / 2);
      }),
      { numRuns: 60 },
    );
  });

  test('noughts before days below ten and the first two months only', () => {
    expect(officialDate('2024-03-05')).toBe('ngày 05 tháng 3 năm 2024');
    expect(officialDate('2024-02-28')).toBe('ngày 28 tháng 02 năm 2024');
    expect(officialDate('2024-01-01')).toBe('ngày 01 tháng 01 năm 2024');
    expect(officialDate('2023-12-31')).toBe('ngày 31 tháng 12 năm 2023');
    expect(officialDate('2023-09-10')).toBe('ngày 10 tháng 9 năm 2023');
  });

  test.each([
    [
      { authority: 'TM.', body: 'Hội đồng quản trị', position: 'Chủ tịch', name: 'A' },
      ['TM. HỘI ĐỒNG QUẢN TRỊ', 'CHỦ TỊCH'],
    ],
    [
      { authority: 'TL.', body: 'Giám đốc', position: 'Trưởng phòng', name: 'A' },
      ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'],
    ],
    [
      { authority: 'TUQ.', body: 'Giám đốc', position: 'Trưởng phòng', name: 'A' },
      ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'],
    ],
    [{ authority: 'Q.', body: '', position: 'Giám đốc', name: 'A' }, ['Q. GIÁM ĐỐC']],
    [{ authority: '', body: '', position: 'Giám đốc', name: 'A' }, ['GIÁM ĐỐC']],
  ] as const)('%o', (signer, lines) => {
    const words = paragraphsIn(letterWith({ signer: { ...signer } }).blocks).map(textOf);
    const at = words.indexOf(lines[0]);
    expect(words.slice(at, at + lines.length + 1)).toEqual([...lines, 'A']);
  });

  test('one recipient on the line, several below it with strokes', () => {
    const start = knownDossier(hp, proposals);
    const many = letterWith({
      letter: { ...start.letter, addressees: ['Sở Khoa học và Công nghệ', 'Ban Quản lý'] },
    });
    const words = paragraphsIn(many.blocks).map(textOf);
    const at = words.indexOf('Kính gửi:');
    expect(words.slice(at, at + 3)).toEqual([
      'Kính gửi:',
      'Sở Khoa học và Công nghệ;',
      'Ban Quản lý.',
    ]);
  });

  test('a person signs without a seal, and has no registry', () => {
    const start = knownDossier(hp, proposals);
    const words = paragraphsIn(
      letterWith({
        organisation: { ...start.organisation, individual: true, name: 'Nguyễn Văn An' },
        signer: { authority: '', body: '', position: '', name: '' },
      }).blocks,
    ).map(textOf);
    expect(words).toContain('NGƯỜI ĐỀ XUẤT');
    expect(words).toContain('(Ký, ghi rõ họ tên)');
    expect(words).toContain('Lưu.');
  });

  test('an unknown number and date leave room to write', () => {
    const start = knownDossier(hp, proposals);
    const words = paragraphsIn(
      letterWith({ letter: { ...start.letter, number: '', date: null } }).blocks,
    ).map(textOf);
    expect(words.find((text) => text.startsWith('Số:'))).toMatch(/^Số: \u00a0+\/NKMH-QLCL$/u);
    expect(words).toContain('Hải Phòng, ngày ….. tháng ….. năm 20…..');
  });
});
