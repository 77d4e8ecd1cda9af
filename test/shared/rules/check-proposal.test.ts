import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import exampleJson from '../../../assets/examples/de-xuat-mau.json';
import { layoutFlow } from '../../../shared/layout';
import {
  emptyProposal,
  type Finding,
  type PageList,
  type Proposal,
  parseProposal,
  type RichTextDoc,
  type SectionValue,
  type Template,
} from '../../../shared/model';
import { checkProposal, pageOverflow } from '../../../shared/rules';
import { proposalFlow } from '../../../shared/templates';
import { arbitraryProposal, form } from '../templates/arbitrary-proposal';

const read = parseProposal(exampleJson, { calls: [{ id: 'hp-2023-1882' }], templates: [form] });
if (!read.ok) throw new Error(read.error.message);
const example = read.value;

const laid = (proposal: Proposal): PageList => layoutFlow(proposalFlow(proposal, form));
const check = (proposal: Proposal, template: Template = form): Finding[] =>
  checkProposal(proposal, template, laid(proposal));
const withValue = (id: string, value: SectionValue): Proposal => ({
  ...example,
  values: { ...example.values, [id]: value },
});
const found = (proposal: Proposal, code: string): Finding[] =>
  check(proposal).filter((finding) => finding.code === code);
const codes = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ code }) => code)),
];
const paragraphs = (count: number): RichTextDoc => ({
  type: 'doc',
  content: Array.from({ length: count }, (_, index) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Đoạn thứ ${index + 1}.` }],
  })),
});

test('nothing is wrong with the example', () => {
  expect(check(example)).toEqual([]);
});

test('every finding of any proposal is whole: place, sentence, what to do, and in the form’s order', () => {
  const place = new Map(form.sections.map(({ id }, index) => [id, index]));
  fc.assert(
    fc.property(arbitraryProposal, (proposal) => {
      const findings = check(proposal);
      for (const { where, message, hint } of findings) {
        expect(where).not.toBe('');
        expect(message).toMatch(/^\p{Lu}.*\.$|^“.*\.$/su);
        expect(hint).toMatch(/^\p{Lu}.*\.$/su);
      }
      const order = findings
        .filter(({ code }) => code !== 'page-limit')
        .map(({ section }) => (section === null ? -1 : place.get(section)));
      expect(order).toEqual([...order].sort((a, b) => (a ?? 0) - (b ?? 0)));
    }),
    { numRuns: 40 },
  );
});

describe('section-missing', () => {
  test('every required part of an empty proposal, and not the attachments', () => {
    const empty = emptyProposal({ id: 'hp-2023-1882' }, form);
    expect(
      check(empty)
        .filter(({ code }) => code === 'section-missing')
        .map(({ section }) => section),
    ).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']);
    expect(codes(check(empty))).toEqual([
      'section-missing',
      'budget-missing',
      'contact-phone',
      'contact-email',
    ]);
  });

  test('a part left out of the values is missing like an empty one', () => {
    expect(check({ ...example, values: {} }).map(({ code }) => code)).toContain('section-missing');
  });

  test.each([
    ['spaces', ' \u00a0\u200b'],
    ['nothing', ''],
  ])('%s are no answer', (_, text) => {
    expect(found(withValue('i', text), 'section-missing')).toHaveLength(1);
    const doc: RichTextDoc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
    };
    expect(found(withValue('iii', doc), 'section-missing')[0]).toMatchObject({
      where: 'Mục III. MỤC TIÊU CỦA NHIỆM VỤ',
      section: 'iii',
      severity: 'error',
    });
  });

  test('an organisation without a name or an address is told at the field', () => {
    const organisation = { ...(example.values['x'] as object), name: ' ', address: '' };
    expect(
      found(withValue('x', organisation as SectionValue), 'section-missing').map(
        ({ field, where }) => [field, where],
      ),
    ).toEqual([
      ['name', 'Mục X, tên tổ chức/cá nhân'],
      ['address', 'Mục X, địa chỉ'],
    ]);
  });
});

describe('page-limit', () => {
  test('says by how many lines, and from which part', () => {
    const long = withValue('vi', paragraphs(40));
    const pageList = laid(long);
    const overflow = pageOverflow(pageList, 5);
    expect(pageList.pages.length).toBeGreaterThan(5);
    const byHand = pageList.pages
      .slice(5)
      .reduce((sum, { lines }) => sum + new Set(lines.map(({ top }) => Math.round(top))).size, 0);
    expect(overflow?.lines).toBe(byHand);
    const [finding] = found(long, 'page-limit');
    expect(finding).toMatchObject({ severity: 'error', section: overflow?.from });
    expect(finding?.message).toMatch(
      new RegExp(`tối đa 5 trang: vượt ${byHand} dòng, bắt đầu từ mục`, 'u'),
    );
  });

  test('exactly five pages are within', () => {
    expect(laid(example).pages).toHaveLength(5);
    expect(pageOverflow(laid(example), 5)).toBeNull();
  });

  test('a form with a least number of pages warns below it', () => {
    const template: Template = { ...form, pageLimit: { min: 6, max: 8 } };
    const [finding] = check(example, template).filter(({ code }) => code === 'page-limit');
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message).toContain('ít nhất 6 trang');
  });
});

test('style-range: each number outside, at its setting', () => {
  const style = { ...example.style, fontSize: 12, margins: { ...example.style.margins, left: 25 } };
  expect(
    found({ ...example, style }, 'style-range').map(({ field, message }) => [field, message]),
  ).toEqual([
    ['style.fontSize', 'Cỡ chữ 12 pt nằm ngoài khoảng cho phép từ 13 đến 14 pt.'],
    ['style.margins.left', 'Lề trái 25 mm nằm ngoài khoảng cho phép từ 30 đến 35 mm.'],
  ]);
});

describe('budget', () => {
  const money = (total: number | null, state: number | null, matching: number | null) =>
    withValue('ix', { total, state, matching });

  test('whatever adds up passes, whatever does not is told with the difference', () => {
    const amount = fc.integer({ min: 1, max: 1e12 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -1000, max: 1000 }), (state, matching, off) => {
        const total = state + matching + off;
        if (total <= 0) return;
        const pages = { pages: [], diagnostics: [], sectionLines: [], fill: 0, lines: 0 };
        const findings = checkProposal(money(total, state, matching), form, pages);
        expect(codes(findings)).toEqual(off === 0 ? [] : ['budget-sum']);
      }),
    );
    expect(
      found(money(3_000_000_000, 1_250_000_000, 1_600_000_000), 'budget-sum')[0]?.message,
    ).toBe(
      'Ngân sách nhà nước cộng đối ứng là 2.850.000.000\u00a0đồng, ít hơn tổng kinh phí 3.000.000.000\u00a0đồng là 150.000.000\u00a0đồng.',
    );
  });

  test.each([
    [null, 1, 2, 'budget-missing', 'total', 'error'],
    [0, 0, 0, 'budget-missing', 'total', 'error'],
    [5, 3, null, 'budget-missing', 'matching', 'warning'],
    [5, null, 3, 'budget-missing', 'state', 'warning'],
    [5.5, 3, 2.5, 'budget-sum', 'total', 'error'],
    [5, 6, -1, 'budget-sum', 'matching', 'error'],
    [1e17, 1e17, 0, 'budget-sum', 'total', 'error'],
  ] as const)('%j = %j + %j', (total, state, matching, code, field, severity) => {
    expect(check(money(total, state, matching))[0]).toMatchObject({ code, field, severity });
  });

  test('one source that is the whole total needs no nought for the other', () => {
    expect(check(money(5, 5, null))).toEqual([]);
  });
});

describe('duration-form', () => {
  const duration = (from: string | null, to: string | null, months: number | null) =>
    found(withValue('viii', { from, to, months }), 'duration-form').map(
      ({ field, severity }) => `${field} ${severity}`,
    );

  test.each([
    ['2023-07', '2024-12', 18, []],
    ['2024-01', '2024-01', 1, []],
    ['2023-07', '2024-12', 17, ['months error']],
    ['2024-12', '2023-07', 18, ['to error']],
    ['07/2023', '2024-12', 18, ['from error']],
    ['2023-13', '2024-12', 18, ['from error']],
    ['2023-07', null, 18, ['to warning']],
    ['2023-07', '2024-12', null, ['months warning']],
    [null, null, 18, ['from warning', 'to warning']],
    ['2023-07', '2024-12', 18.5, ['months error']],
    ['2023-07', '2024-12', 0, ['months error']],
  ] as const)('%j to %j, %j months', (from, to, months, expected) => {
    expect(duration(from, to, months)).toEqual(expected);
  });
});

describe('contact', () => {
  const contact = (change: object) => {
    const value = example.values['x'] as { contact: object };
    return withValue('x', { ...value, contact: { ...value.contact, ...change } } as SectionValue);
  };

  test.each([
    '0904.577972',
    '0904 577 972',
    '098.694.6190',
    '+84 904 577 972',
    '(+84) 225 3822616',
    '+84 (0) 225 3822616',
    '0225.3822616 (máy lẻ 12)',
    '0225 3822 616; 0904577972',
    '1900 1234',
  ])('telephone %s is one', (phone) => {
    expect(found(contact({ phone }), 'contact-phone')).toEqual([]);
  });

  test.each(['', '12345', 'gọi sau', '0904.57797x', '0000000000', '0904 577 972 / 12'])(
    'telephone “%s” is none',
    (phone) => {
      expect(found(contact({ phone }), 'contact-phone')[0]).toMatchObject({
        field: 'contact.phone',
        where: 'Mục X, điện thoại',
      });
    },
  );

  test.each([
    'a@b.vn',
    'nguyen.van-an+kcn@donvi.com.vn',
    'a@b.vn; c@d.vn',
    'chatluong@minhhoa.example',
  ])('e-mail %s is one', (email) => {
    expect(found(contact({ email }), 'contact-email')).toEqual([]);
  });

  test.each(['', 'a', 'a@b', 'a b@c.vn', '@b.vn', 'a@.vn', 'a..b@c.vn', 'a@b.vn c', 'a@b@c.vn'])(
    'e-mail “%s” is none',
    (email) => {
      expect(found(contact({ email }), 'contact-email')[0]).toMatchObject({
        field: 'contact.email',
        severity: 'error',
      });
    },
  );
});

describe('signature-alone', () => {
  test('never with the engine’s own pages: it keeps lines with the block', () => {
    for (let count = 1; count < 60; count += 7) {
      expect(found(withValue('vi', paragraphs(count)), 'signature-alone')).toEqual([]);
    }
  });

  test('told where a page holds the block and fewer lines than the form asks for', () => {
    const pageList = laid(example);
    const last = pageList.pages.at(-1)!;
    const body = last.lines.filter(({ role }) => role !== 'signature');
    const kept = (count: number): PageList => ({
      ...pageList,
      pages: [
        ...pageList.pages.slice(0, -1),
        { ...last, lines: last.lines.filter((line) => !body.slice(count).includes(line)) },
      ],
    });
    const alone = (count: number) =>
      checkProposal(example, form, kept(count)).filter(({ code }) => code === 'signature-alone');
    expect(alone(2)).toEqual([]);
    expect(alone(1)[0]?.message).toContain('chỉ có 1 dòng');
    expect(alone(0)[0]).toMatchObject({
      where: 'Trang 5, phần ký tên',
      message: 'Phần ký tên đứng một mình trên trang 5.',
      severity: 'warning',
    });
  });
});

describe('text-characters', () => {
  const text = (words: string): Proposal =>
    withValue('ii', {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });

  test('a control character is an error, with the words around it', () => {
    const [finding] = found(text('Cơ sở\u0007 thực tiễn'), 'text-characters');
    expect(finding).toMatchObject({ severity: 'error', section: 'ii' });
    expect(finding?.message).toBe('Có ký tự điều khiển U+0007 ở “Cơ sở▯ thực tiễn”.');
  });

  test('a null and half a pair are found in any field', () => {
    expect(found(withValue('x-4', ['tài liệu\0']), 'text-characters')[0]).toMatchObject({
      field: '0',
      where: 'Mục X.4, dòng 1',
    });
    expect(found(withValue('i', 'tên \ud83d'), 'text-characters')[0]?.message).toContain('U+D83D');
  });

  test('letters put together from parts are a warning', () => {
    expect(found(text('Nâng cao năng suất'.normalize('NFD')), 'text-characters')).toMatchObject([
      { severity: 'warning', section: 'ii' },
    ]);
  });

  test('a sign the font does not have is an error that names it, once a section', () => {
    const findings = found(text('Đạt 😀 và 😀'), 'text-characters');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', section: 'ii' });
    expect(findings[0]?.message).toContain('“😀” (U+1F600)');
  });
});

describe('too-narrow', () => {
  const table = (columns: number): RichTextDoc => ({
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: Array.from({ length: columns }, () => ({
              type: 'tableCell' as const,
              content: [{ type: 'paragraph' as const, content: [{ type: 'text', text: 'Đạt' }] }],
            })),
          } as never,
        ],
      },
    ],
  });

  test('a column without room for a letter is told once, at its part', () => {
    expect(found(withValue('iv', table(60)), 'too-narrow')).toMatchObject([
      { severity: 'error', section: 'iv' },
    ]);
    expect(found(withValue('iv', table(20)), 'too-narrow')).toEqual([]);
  });
});
