// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../renderer/editor/paste/read-pasted';
import { type RichTextBlock, richTextSchema } from '../../../shared/model';
import { paragraph, text } from './open-editor';

const read = (html: string) => {
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement;
  const { blocks, report } = readPasted(root);
  expect(richTextSchema.safeParse({ type: 'doc', content: blocks }).success).toBe(true);
  return { blocks, report };
};

const blocksOf = (html: string): readonly RichTextBlock[] => read(html).blocks;

const item = (...content: RichTextBlock[]) => ({ type: 'listItem' as const, content });

describe('text from the web', () => {
  it('keeps words, marks and paragraphs', () => {
    expect(
      blocksOf(
        '<h2>Mục tiêu</h2><p>Giảm <b>12%</b> <i>nhiên liệu</i>, CO<sub>2</sub> và m<sup>3</sup></p>',
      ),
    ).toEqual([
      paragraph(text('Mục tiêu', 'bold')),
      {
        type: 'paragraph',
        content: [
          text('Giảm '),
          text('12%', 'bold'),
          text(' '),
          text('nhiên liệu', 'italic'),
          text(', CO'),
          { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
          text(' và m'),
          { type: 'text', text: '3', marks: [{ type: 'superscript' }] },
        ],
      },
    ]);
  });

  it('shows spaces as a browser does', () => {
    expect(blocksOf('<p>  Một\n   hai <b> ba</b> </p>\n<div>\n</div>')).toEqual([
      paragraph('Một hai ', text('ba', 'bold')),
    ]);
    expect(blocksOf('<p>a&nbsp;&nbsp; b 10&nbsp;kg</p>')).toEqual([paragraph('a b 10\u00a0kg')]);
  });

  it('keeps an empty line that was meant, and drops one that was not', () => {
    expect(blocksOf('<p>Một</p><p>&nbsp;</p><p></p><p>Hai</p>')).toEqual([
      paragraph('Một'),
      paragraph(),
      paragraph('Hai'),
    ]);
  });

  it('keeps line breaks and lists in lists', () => {
    expect(
      blocksOf('<p>a<br>b<br></p><ul><li>một<ol start="3"><li>hai</li></ol></li><li>ba</li></ul>'),
    ).toEqual([
      paragraph('a', { type: 'hardBreak' }, 'b'),
      {
        type: 'bulletList',
        content: [
          item(paragraph('một'), {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [item(paragraph('hai'))],
          }),
          item(paragraph('ba')),
        ],
      },
    ]);
  });

  it('takes an inner list that stands beside its item', () => {
    expect(blocksOf('<ul><li>một</li><ul><li>hai</li></ul></ul>')).toEqual([
      {
        type: 'bulletList',
        content: [
          item(paragraph('một'), { type: 'bulletList', content: [item(paragraph('hai'))] }),
        ],
      },
    ]);
  });

  it('leaves pictures, links and looks out and says so', () => {
    const { blocks, report } = read(
      '<p style="color:red;font-family:Arial">Xem <a href="https://x.vn">trang này</a> <img src="a.png"> <svg></svg></p><script>alert(1)</script>',
    );
    expect(blocks).toEqual([paragraph('Xem trang này')]);
    expect(report).toEqual({
      images: 1,
      links: 1,
      objects: 1,
      innerTables: 0,
      looks: true,
      legacyFont: null,
    });
  });

  it('says nothing when nothing was left out', () => {
    expect(read('<p>Chỉ có <b>chữ</b></p>').report).toEqual({
      images: 0,
      links: 0,
      objects: 0,
      innerTables: 0,
      looks: false,
      legacyFont: null,
    });
  });

  it('does not take the wrapper of Google Docs for bold', () => {
    expect(
      blocksOf(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Thường <span style="font-weight:700;font-style:italic">đậm</span></p></b>',
      ),
    ).toEqual([paragraph('Thường ', text('đậm', 'bold', 'italic'))]);
  });

  it('puts letters and marks together and drops what nobody sees', () => {
    const apart = 'Năng suất'.normalize('NFD');
    expect(blocksOf(`<p>\u200b${apart}\ufeff\u0007</p>`)).toEqual([paragraph('Năng suất')]);
  });
});

describe('text from Word', () => {
  const label = (sign: string) =>
    `<span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>`;
  const wordItem = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraph style='margin-left:36pt;text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>${label(sign)}<![endif]>${words}<o:p></o:p></p>`;

  it('makes lists of paragraphs that are drawn as items', () => {
    const html = [
      wordItem(1, '1.', 'Khảo sát'),
      wordItem(2, '-', 'đo đạc'),
      wordItem(2, '-', 'phỏng vấn'),
      wordItem(1, '2.', '<b>Lắp đặt</b>'),
    ].join('\n');
    expect(
      blocksOf(`<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`),
    ).toEqual([
      {
        type: 'orderedList',
        content: [
          item(paragraph('Khảo sát'), {
            type: 'bulletList',
            content: [item(paragraph('đo đạc')), item(paragraph('phỏng vấn'))],
          }),
          item(paragraph(text('Lắp đặt', 'bold'))),
        ],
      },
    ]);
  });

  it('starts where the list started, and parts lists of two kinds', () => {
    expect(blocksOf(wordItem(1, '4)', 'bốn') + wordItem(1, '·', 'chấm'))).toEqual([
      { type: 'orderedList', attrs: { start: 4 }, content: [item(paragraph('bốn'))] },
      { type: 'bulletList', content: [item(paragraph('chấm'))] },
    ]);
  });

  it('reads its style sheet, its tabs and its empty lines', () => {
    expect(
      blocksOf(
        `<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; text-align:justify;} .tua {font-weight:bold; text-align:center} --></style>
         <p class="tua">TIÊU ĐỀ</p><p class=MsoNormal>a<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>b</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
      ),
    ).toEqual([
      { type: 'paragraph', attrs: { textAlign: 'center' }, content: [text('TIÊU ĐỀ', 'bold')] },
      paragraph('a\tb'),
      paragraph(),
    ]);
  });

  it('says when the words are in a coding of the time before Unicode', () => {
    expect(read("<p style='font-family:.VnTime'>Nghiªn cøu</p>").report.legacyFont).toBe('TCVN3');
    expect(read("<p style='font-family:VNI-Times'>Nghieân cöùu</p>").report.legacyFont).toBe('VNI');
    expect(
      read("<p style='font-family:Times New Roman'>Nghiên cứu</p>").report.legacyFont,
    ).toBeNull();
  });
});

describe('tables', () => {
  const cell = (words: string, more: object = {}) => ({
    type: 'tableCell' as const,
    ...more,
    content: [paragraph(...(words === '' ? [] : [words]))],
  });

  it('come from Excel with their spans and heads', () => {
    expect(
      blocksOf(
        `<style>.xl65 {font-weight:700; text-align:center}</style>
         <table><colgroup><col width=64></colgroup><thead><tr><th colspan=2>Chỉ tiêu</th></tr></thead>
         <tbody><tr><td>Hiệu suất</td><td class=xl65>86%</td></tr><tr><td rowspan=2>x</td><td></td></tr></tbody></table>`,
      ),
    ).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('Chỉ tiêu')] },
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell('Hiệu suất'),
              {
                type: 'tableCell',
                content: [
                  {
                    type: 'paragraph',
                    attrs: { textAlign: 'center' },
                    content: [text('86%', 'bold')],
                  },
                ],
              },
            ],
          },
          { type: 'tableRow', content: [cell('x', { attrs: { rowspan: 2 } }), cell('')] },
        ],
      },
    ]);
  });

  it('inside a cell become lines, and are reported', () => {
    const { blocks, report } = read(
      '<table><tr><td>ngoài<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
    );
    expect(report.innerTables).toBe(1);
    expect(blocks).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [paragraph('ngoài'), paragraph('a\tb')] }],
          },
        ],
      },
    ]);
  });

  it('without cells leave no trace', () => {
    expect(blocksOf('<table></table><p>sau</p>')).toEqual([paragraph('sau')]);
  });
});

describe('hostile text', () => {
  it('gives nothing for nothing', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf('<img src=x>')).toEqual([]);
    expect(blocksOf('<!-- -->')).toEqual([]);
  });

  it('is read however deep it is nested', () => {
    const deep = '<div>'.repeat(300);
    expect(blocksOf(`${deep}sâu`)).toEqual([paragraph('sâu')]);
  });

  it('keeps spans within what the model allows', () => {
    expect(blocksOf('<table><tr><td colspan=99999 rowspan=-3>a</td></tr></table>')).toMatchObject([
      { content: [{ content: [{ attrs: { colspan: 40 } }] }] },
    ]);
  });
});
