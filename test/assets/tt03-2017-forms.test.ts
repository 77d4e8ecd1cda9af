import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import a1Json from '../../assets/templates/tt03-2017-a1-dxnv.json';
import a2Json from '../../assets/templates/tt03-2017-a2-dxnv.json';
import a3Json from '../../assets/templates/tt03-2017-a3-dxnv.json';
import { layoutFlow } from '../../shared/layout';
import { emptyProposal, sectionsOfRole, type Template, templateSchema } from '../../shared/model';
import { checkPageLimit } from '../../shared/rules/check-page-limit';
import { proposalFlow } from '../../shared/templates';

const forms: readonly Template[] = [a1Json, a2Json, a3Json].map((json) =>
  templateSchema.parse(json),
);
const itemsOf = (id: string): string[] =>
  readFileSync(new URL(`../fixtures/forms/${id}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

const printed = (template: Template): string[] =>
  layoutFlow(proposalFlow(emptyProposal({ id: 'ml-2024-1322' }, template), template)).pages.flatMap(
    ({ lines }) => lines.map(({ spans }) => spans.map(({ text }) => text).join('')),
  );

describe.each(forms.map((template) => [template.id, template] as const))('%s', (id, template) => {
  test('its items, word for word and in order', () => {
    expect(
      template.sections.map(({ numeral, heading, guidance }) =>
        `${numeral}. ${heading} ${guidance}`.trim(),
      ),
    ).toEqual(itemsOf(id));
  });

  test('code top right, two lines of title, for what, signature and note', () => {
    const lines = printed(template);
    const code = `Mẫu ${/-(a\d)-/u.exec(id)?.[1]?.toUpperCase()}-ĐXNV`;
    expect(lines.slice(0, 5)).toEqual([
      code,
      '03/2017/TT-BKHCN',
      'PHIẾU ĐỀ XUẤT ĐẶT HÀNG NHIỆM VỤ',
      'KHOA HỌC VÀ CÔNG NGHỆ CẤP QUỐC GIA',
      expect.stringMatching(/^\(Dùng cho .*\)$/u),
    ]);
    expect(template.head.slice(0, 2).every(({ align, bold }) => align === 'right' && bold)).toBe(
      true,
    );
    expect(lines.join(' ')).not.toContain('CỘNG HÒA');
    expect(lines).toContain('TỔ CHỨC, CÁ NHÂN ĐỀ XUẤT');
    expect(lines.join(' ')).toContain('(Họ, tên và chữ ký - đóng dấu đối với tổ chức)');
    expect(lines.at(-1)).toBe(
      `Ghi chú: Phiếu đề xuất được trình bày không quá ${template.pageLimit.max} trang giấy khổ A4.`,
    );
  });

  test('the note below the signature never costs a page of its own', () => {
    const empty = emptyProposal({ id: 'ml-2024-1322' }, template);
    // Line by line over more than a page, so that every end of a page comes to lie in the block.
    for (let lines = 1; lines <= 60; lines += 1) {
      const text = Array.from({ length: lines }, () => 'dòng').join('\n');
      const proposal = { ...empty, values: { ...empty.values, '1': text } };
      const { pages } = layoutFlow(proposalFlow(proposal, template));
      const pageOf = (blockId: string): number =>
        pages.findIndex((page) => page.lines.some((line) => line.blockId === blockId));
      expect(pageOf('closing:0'), `${lines} lines`).toBe(pageOf('signature:0'));
      expect(pageOf('closing:0')).toBe(pages.length - 1);
    }
  });

  test('numbers of items are printed as the form counts them', () => {
    const lines = printed(template);
    for (const item of itemsOf(id)) {
      const number = item.slice(0, item.indexOf(' '));
      expect(
        lines.some((line) => line.startsWith(`${number} `)),
        number,
      ).toBe(true);
    }
  });

  test('says that it is history and has to be compared', () => {
    expect(template.standing).toMatch(/lịch sử/u);
    expect(template.standing).toMatch(/cần đối chiếu/u);
    expect(template.source).toMatch(/chưa đối chiếu với Công báo/u);
  });

  test('other papers find name, aims, contents, results, places, time and money', () => {
    const roles = [
      'title',
      'necessity',
      'objectives',
      'contents',
      'results',
      'places',
      'duration',
      'budget',
    ] as const;
    for (const role of roles) expect(sectionsOfRole(template, role), role).toHaveLength(1);
  });
});

describe('limits', () => {
  test('4 for A1, 6 for A2 and A3 with a word above 4', () => {
    expect(forms.map(({ pageLimit }) => pageLimit)).toEqual([
      { max: 4 },
      { max: 6, advised: 4 },
      { max: 6, advised: 4 },
    ]);
  });

  test.each([
    [4, []],
    [5, ['page-advice']],
    [6, ['page-advice']],
    [7, ['page-limit']],
  ])('%i pages of A3', (pages, codes) => {
    const [, , a3] = forms;
    if (a3 === undefined) throw new Error('three forms');
    const text = Array.from({ length: pages * 80 }, () => 'dòng').join('\n');
    const proposal = emptyProposal({ id: 'ml-2024-1322' }, a3);
    const long = layoutFlow(
      proposalFlow({ ...proposal, values: { ...proposal.values, '1': text } }, a3),
    );
    const found = checkPageLimit(a3, { ...long, pages: long.pages.slice(0, pages) });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});
