import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToRichText } from '../../../electron/import';
import { type RichTextDoc, richTextSchema, richTextWords } from '../../../shared/model';

const read = (text: string): RichTextDoc => {
  const result = markdownToRichText(text);
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.where}`);
  return result.value;
};
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const p = (...content: object[]) => ({ type: 'paragraph', content });

describe('Markdown becomes a rich-text document', () => {
  test('paragraphs, bold, italic, both, line breaks', () => {
    expect(read('Một **hai *ba*** bốn\nnăm  \nsáu\n\nbảy').content).toEqual([
      p(
        text('Một '),
        text('hai ', 'bold'),
        text('ba', 'bold', 'italic'),
        text(' bốn năm'),
        { type: 'hardBreak' },
        text('sáu'),
      ),
      p(text('bảy')),
    ]);
  });

  test('lists of two levels, a start number, an empty item', () => {
    expect(read('- a\n  1. b\n  2. c\n- d\n\n3. e\n4.').content).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              p(text('a')),
              {
                type: 'orderedList',
                content: [
                  { type: 'listItem', content: [p(text('b'))] },
                  { type: 'listItem', content: [p(text('c'))] },
                ],
              },
            ],
          },
          { type: 'listItem', content: [p(text('d'))] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          { type: 'listItem', content: [p(text('e'))] },
          { type: 'listItem', content: [{ type: 'paragraph' }] },
        ],
      },
    ]);
  });

  test('a table with a head, alignment, bold and an empty cell', () => {
    expect(read('| STT | Kinh phí |\n|:-:|--:|\n| 1 | **5** |\n| 2 | |').content).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                content: [{ ...p(text('STT')), attrs: { textAlign: 'center' } }],
              },
              {
                type: 'tableHeader',
                content: [{ ...p(text('Kinh phí')), attrs: { textAlign: 'right' } }],
              },
            ],
          },
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                content: [{ ...p(text('1')), attrs: { textAlign: 'center' } }],
              },
              {
                type: 'tableCell',
                content: [{ ...p(text('5', 'bold')), attrs: { textAlign: 'right' } }],
              },
            ],
          },
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                content: [{ ...p(text('2')), attrs: { textAlign: 'center' } }],
              },
              {
                type: 'tableCell',
                content: [{ type: 'paragraph', attrs: { textAlign: 'right' } }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('headings are bold paragraphs, links keep their address, tags their meaning', () => {
    expect(read('### Mục tiêu *chung*').content).toEqual([
      p(text('Mục tiêu ', 'bold'), text('chung', 'bold', 'italic')),
    ]);
    expect(read('[Sở KH&CN](http://sokhcn.haiphong.gov.vn/tin%20m%E1%BB%9Bi)').content).toEqual([
      p(text('Sở KH&CN (http://sokhcn.haiphong.gov.vn/tin mới)')),
    ]);
    expect(read('<http://hpstic.vn> <a@b.vn>').content).toEqual([
      p(text('http://hpstic.vn a@b.vn')),
    ]);
    expect(read('10 m<sup>2</sup>, CO<sub>2</sub>,<br><u>gạch chân</u>').content).toEqual([
      p(
        text('10 m'),
        text('2', 'superscript'),
        text(', CO'),
        text('2', 'subscript'),
        text(','),
        { type: 'hardBreak' },
        text('gạch chân', 'underline'),
      ),
    ]);
  });

  test('what looks like a footnote or a comparison stays text', () => {
    expect(richTextWords(read('[1]: Báo cáo năm 2022\n\n5 < 6 & 7 > 3'))).toBe(
      '[1]: Báo cáo năm 2022\n5 < 6 & 7 > 3',
    );
  });

  test('nothing gives the empty document', () => {
    expect(read('')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(read(' \n\n')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });
});

describe('what a proposal has no place for is refused with its line', () => {
  test.each([
    ['a\n\n![sơ đồ](so-do.png)', 'hình ảnh', 'dòng 3'],
    ['a\nb\nc ![x](y)', 'hình ảnh', 'dòng 3'],
    ['<div>x</div>', 'mã HTML', 'dòng 1'],
    ['a <b>x</b>', 'thẻ HTML', 'dòng 1'],
    ['a <u>x', 'thẻ HTML', 'dòng 1'],
    ['a </u>x', 'thẻ HTML', 'dòng 1'],
    ['<!-- ghi chú -->', 'mã HTML', 'dòng 1'],
    ['a\n\n    mã', 'khối mã', 'dòng 3'],
    ['```\nmã\n```', 'khối mã', 'dòng 1'],
    ['a `mã`', 'chữ kiểu mã', 'dòng 1'],
    ['- a\n\n  > trích', 'khối trích dẫn', 'dòng 3'],
    ['a\n\n***\n\nb', 'đường kẻ ngang', 'dòng 3'],
  ])('%j', (markdown, words, where) => {
    const result = markdownToRichText(markdown);
    expect(result).toMatchObject({ ok: false, error: { code: 'markdown-unsupported', where } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });

  test('lists nested beyond reason are refused, not cut off', () => {
    const deep = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- x${level}`);
    expect(markdownToRichText(deep.join('\n'))).toMatchObject({
      ok: false,
      error: { code: 'markdown-depth' },
    });
  });
});

describe('laws', () => {
  const noSpace = (words: string): string => words.replace(/\s/gu, '');

  test('plain words come through whole, in order, and make a valid document', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u).map((one) => `q${one.normalize('NFC')}`);
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const block = fc.oneof(
      line,
      fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => `- ${items.join('\n- ')}`),
      fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const doc = read(blocks.join('\n\n'));
        expect(richTextSchema.safeParse(doc).success).toBe(true);
        expect(noSpace(richTextWords(doc))).toBe(
          noSpace(blocks.join('\n').replace(/\|---\|---\||[|]|^- /gmu, '')),
        );
      }),
    );
  });

  test('whatever the text, the answer is a value, and a document it gives is valid', () => {
    const sign = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      '](',
      '|',
      '\n',
      '- ',
      '1. ',
      '#',
      '>',
      '<u>',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, fc.string()), { maxLength: 30 }), (parts) => {
        const result = markdownToRichText(parts.join(''));
        if (result.ok) expect(richTextSchema.safeParse(result.value).success).toBe(true);
        else expect(result.error.where).toMatch(/^dòng \d+$/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a null stays where it stood, for the check of characters to find', () => {
    expect(richTextWords(read('năng\0suất'))).toBe('năng\0suất');
  });

  test('a long word and a long line are ordinary text', () => {
    const long = 'ấ'.repeat(20_000);
    expect(richTextWords(read(long))).toBe(long);
  });
});
