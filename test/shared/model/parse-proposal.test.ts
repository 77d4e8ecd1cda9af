import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyProposal,
  emptyRichText,
  isAnswered,
  type ProposalReading,
  parseProposal,
  readProposalJson,
  writeProposalJson,
} from '../../../shared/model';
import { arbitraryProposal, form } from '../templates/arbitrary-proposal';

const reading: ProposalReading = { calls: [{ id: 'hp-2023-1882' }], templates: [form] };
const base = emptyProposal({ id: 'hp-2023-1882' }, form);
const withValue = (id: string, value: unknown) => ({ ...base, values: { [id]: value } });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const refusal = (value: unknown, more: Partial<ProposalReading> = {}) => {
  const read = parseProposal(value, { ...reading, ...more });
  if (read.ok) throw new Error('was read');
  return read.error;
};

describe('a proposal file', () => {
  test('reads back as what was written', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        // JSON has no undefined; the generator leaves optional keys out.
        const written = writeProposalJson(proposal);
        expect(readProposalJson(written, reading)).toEqual({
          ok: true,
          value: JSON.parse(written),
        });
      }),
      { numRuns: 150 },
    );
  });

  test('the example in the project is read, whole', () => {
    const text = readFileSync(
      new URL('../../../assets/examples/de-xuat-mau.json', import.meta.url),
      'utf8',
    );
    const read = readProposalJson(text, reading);
    expect(read).toEqual({ ok: true, value: JSON.parse(text) });
    expect(form.sections.every((one) => read.ok && isAnswered(read.value.values[one.id]))).toBe(
      true,
    );
  });

  test('an empty one has every section, all unanswered, in the form’s own style', () => {
    expect(parseProposal(base, reading)).toEqual({ ok: true, value: base });
    expect(Object.keys(base.values)).toEqual(form.sections.map(({ id }) => id));
    expect(form.sections.some((one) => isAnswered(base.values[one.id]))).toBe(false);
    expect(base.style).toEqual(form.typography.style);
    expect(base.style.margins).not.toBe(form.typography.style.margins);
  });

  test('a byte order mark is tolerated, a missing style is the form’s', () => {
    const { style: _, ...bare } = base;
    const read = readProposalJson(`\uFEFF${JSON.stringify(bare)}`, reading);
    expect(read).toEqual({ ok: true, value: base });
  });

  test('null is a section nobody has answered', () => {
    const read = parseProposal(withValue('ix', null), reading);
    expect(read.ok && read.value.values).toEqual({});
  });

  test('texts become NFC, unless the spelling is to be kept', () => {
    const apart = 'Nâng cao năng suất'.normalize('NFD');
    const value = withValue(
      'ii',
      doc({ type: 'paragraph', content: [{ type: 'text', text: apart }] }),
    );
    const text = (more: Partial<ProposalReading>): string =>
      JSON.stringify(parseProposal(value, { ...reading, ...more }));
    expect(text({})).toContain('Nâng cao năng suất'.normalize('NFC'));
    expect(text({ keepSpelling: true })).toContain(apart);
  });

  test('Markdown is turned into a document, or its fault told at its section', () => {
    const fromMarkdown: ProposalReading['fromMarkdown'] = (text) =>
      text === 'tốt'
        ? { ok: true, value: emptyRichText() }
        : {
            ok: false,
            error: { code: 'markdown-unsupported', message: 'Có hình.', where: 'dòng 3' },
          };
    const read = parseProposal(withValue('ii', 'tốt'), { ...reading, fromMarkdown });
    expect(read.ok && read.value.values['ii']).toEqual(emptyRichText());
    expect(refusal(withValue('ii', 'xấu'), { fromMarkdown })).toMatchObject({
      code: 'markdown-unsupported',
      where: 'Mục II. TÍNH CẤP THIẾT CỦA NHIỆM VỤ (values.ii, dòng 3)',
    });
  });
});

describe('what does not fit is refused with code, place and a way on', () => {
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
  const marked = (mark: unknown) => doc(paragraph({ type: 'text', text: 'a', marks: [mark] }));
  const cases: [string, unknown, string, string][] = [
    ['no object', 7, 'proposal-format', 'format'],
    ['a list', [], 'proposal-format', 'format'],
    ['another format', { ...base, format: 'x' }, 'proposal-format', 'format'],
    ['a newer version', { ...base, version: 2 }, 'proposal-newer', 'version'],
    ['an older version', { ...base, version: 0 }, 'proposal-shape', 'version'],
    ['an unknown key', { ...base, note: 1 }, 'proposal-shape', 'ngoài cùng của tệp'],
    ['no values', { ...base, values: undefined }, 'proposal-shape', 'values'],
    ['an unknown call', { ...base, call: 'x' }, 'unknown-call', 'call'],
    [
      'a call named like what every object has',
      { ...base, call: 'constructor' },
      'unknown-call',
      'call',
    ],
    ['an unknown template', { ...base, template: 'x' }, 'unknown-template', 'template'],
    ['an unknown section', withValue('xi', ''), 'unknown-section', 'values.xi'],
    ['a number for text', withValue('i', 5), 'wrong-kind', 'Mục I. TÊN NHIỆM VỤ (values.i)'],
    ['text for a budget', withValue('ix', '5'), 'wrong-kind', '(values.ix)'],
    ['Markdown where none is read', withValue('ii', 'a'), 'wrong-kind', '(values.ii)'],
    ['a list for a document', withValue('ii', []), 'wrong-kind', '(values.ii)'],
    ['a text for attachments', withValue('x-4', 'a'), 'wrong-kind', '(values.x-4)'],
    [
      'an amount in words',
      withValue('ix', { total: '5', state: 0, matching: 0 }),
      'proposal-shape',
      'values.ix.total',
    ],
    [
      'an unknown amount',
      withValue('ix', { total: 5, state: 0, matching: 5, loan: 1 }),
      'proposal-shape',
      'values.ix',
    ],
    [
      'an unknown node',
      withValue('ii', doc({ type: 'image' })),
      'unknown-node',
      'values.ii.content[0].type',
    ],
    [
      'a heading',
      withValue('ii', doc({ type: 'heading', attrs: { level: 1 } })),
      'unknown-node',
      'content[0].type',
    ],
    [
      'a node out of place',
      withValue('ii', doc({ type: 'text', text: 'a' })),
      'unknown-node',
      'content[0].type',
    ],
    [
      'an unknown mark',
      withValue('ii', marked({ type: 'link' })),
      'unknown-mark',
      'values.ii.content[0].content[0].marks[0].type',
    ],
    [
      'an attribute of a mark',
      withValue('ii', marked({ type: 'bold', attrs: {} })),
      'proposal-shape',
      'marks[0]',
    ],
    [
      'an unknown attribute',
      withValue('ii', doc({ type: 'paragraph', attrs: { class: 'x' } })),
      'unknown-attribute',
      'values.ii.content[0].attrs',
    ],
    [
      'an impossible alignment',
      withValue('ii', doc({ type: 'paragraph', attrs: { textAlign: 'start' } })),
      'proposal-shape',
      'attrs.textAlign',
    ],
    [
      'an empty text node',
      withValue('ii', doc(paragraph({ type: 'text', text: '' }))),
      'proposal-shape',
      'content[0].text',
    ],
    [
      'a prototype key',
      JSON.parse(
        `{"format":"ban-de-xuat/proposal","version":1,"call":"hp-2023-1882","template":"hp-2023-bdx","values":{"__proto__":{"a":1}}}`,
      ),
      'proposal-shape',
      '__proto__',
    ],
  ];

  test.each(cases)('%s', (_, value, code, where) => {
    const error = refusal(value);
    expect(error.code).toBe(code);
    expect(error.where).toContain(where);
    expect(error.message).toMatch(/^\S.*\.$/su);
    expect(error.hint).toMatch(/^\S.*\.$/su);
  });

  test('names an unknown node, mark and attribute in the sentence', () => {
    expect(refusal(withValue('ii', doc({ type: 'image' }))).message).toContain('“image”');
    expect(refusal(withValue('ii', marked({ type: 'link' }))).message).toContain('“link”');
    expect(
      refusal(withValue('ii', doc({ type: 'paragraph', attrs: { class: 'x' } }))).message,
    ).toContain('class');
  });

  test.each([
    [{ fontSize: 10 }, 'style.fontSize', 'từ 13 đến 14 pt'],
    [{ fontSize: 13.3 }, 'style.fontSize', 'nửa điểm'],
    [{ lineSpacing: 0.9 }, 'style.lineSpacing', 'từ 1 đến 1,5 dòng'],
    [{ spaceAfter: 0 }, 'style.spaceAfter', 'từ 6'],
    [{ indent: 0 }, 'style.indent', 'từ 10 đến 12,7 mm'],
    [{ margins: { ...base.style.margins, left: 20 } }, 'style.margins.left', 'từ 30 đến 35 mm'],
  ])('an illegal style %j', (change, where, words) => {
    const value = { ...base, style: { ...base.style, ...change } };
    expect(refusal(value)).toMatchObject({ code: 'style-range', where });
    expect(refusal(value).message).toContain(words);
    // The check tells it as a finding instead.
    expect(parseProposal(value, { ...reading, illegalStyle: 'report' }).ok).toBe(true);
  });

  test.each([{ fontSize: 0 }, { fontSize: -14 }, { lineSpacing: 1e6 }, { indent: -5 }])(
    'a style no page comes about with: %j',
    (change) => {
      const value = { ...base, style: { ...base.style, ...change } };
      expect(refusal(value, { illegalStyle: 'report' }).code).toBe('style-range');
    },
  );

  test('lists nested beyond reason, and endless texts', () => {
    let list: unknown = { type: 'paragraph' };
    for (let level = 0; level < 10_000; level += 1) {
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] };
    }
    expect(refusal(withValue('ii', doc(list))).code).toBe('too-deep');
    expect(refusal(withValue('i', 'ấ'.repeat(5_000_001))).code).toBe('too-large');
    expect(refusal(withValue('x-4', Array(600_000).fill(''))).code).toBe('too-large');
  });

  test('a key written twice: neither of the two answers is dropped in silence', () => {
    const text = writeProposalJson(base).replace('"i": ""', '"i": "một",\n    "i": "hai"');
    const read = readProposalJson(text, reading);
    expect(read).toMatchObject({ ok: false, error: { code: 'json-duplicate' } });
    expect(read.ok ? '' : read.error.where).toMatch(/^dòng \d+, cột 5$/u);
  });

  test('whatever JSON comes, the answer is a value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('i', 'ii', 'ix', 'x'),
        (value, id) => {
          for (const read of [
            parseProposal(value, reading),
            parseProposal(withValue(id, value), reading),
          ]) {
            if (!read.ok) expect(read.error.message).toMatch(/\.$/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
