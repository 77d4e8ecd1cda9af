import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPaper } from '../../../electron/export';
import { layoutFlow } from '../../../shared/layout';
import type { Flow, PageFurniture } from '../../../shared/model';
import { corpusFlow } from '../../corpus';
import { block } from './awkward-flows';
import { infoOf, run, textOfPages, withFile, words } from './pdf-tools';
import { linesOf, type Paper, paperOf, paragraph, sampleProposal, text } from './sample-paper';

const NOW = new Date('2023-05-10T03:04:05.678Z');

const pdfOf = async (
  paper: Paper,
  more: { readonly furniture?: PageFurniture; readonly author?: string; readonly now?: Date } = {},
): Promise<Uint8Array> => {
  const result = await exportPaper({
    ...paper,
    format: 'pdf',
    author: 'Công ty Đình Vũ',
    now: NOW,
    ...more,
  });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.pages).toBe(paper.pageList.pages.length);
  return result.value.bytes;
};

const laid = (flow: Flow): Paper => ({ flow, pageList: layoutFlow(flow) });

/** Content streams of all pages, as text. */
const contentOf = async (pdf: Uint8Array): Promise<string[]> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map(({ node }) => {
    const stream = document.context.lookup(node.get(PDFName.of('Contents')));
    if (!(stream instanceof PDFRawStream)) throw new Error('a page without content');
    return inflateSync(stream.getContents()).toString('latin1');
  });
};

let paper: Paper;
let pdf: Uint8Array;
beforeAll(async () => {
  paper = paperOf(sampleProposal());
  pdf = await pdfOf(paper);
});

describe('the PDF says what the page list says', () => {
  test('every word in reading order on its page, as NFC, page numbers included', () => {
    const pages = textOfPages(pdf);
    expect(pages.length).toBe(paper.pageList.pages.length);
    expect(pages.join('')).toBe(pages.join('').normalize('NFC'));
    for (const [index, lines] of linesOf(paper.pageList).entries()) {
      const folio = paper.pageList.pages[index]?.folio?.spans.map((span) => span.text) ?? [];
      expect(words(pages[index] ?? '')).toEqual([...words(lines.join(' ')), ...folio]);
    }
  });

  test('generated documents too', async () => {
    for (const seed of [3, 14, 77, 204]) {
      const each = laid(corpusFlow(seed));
      const pages = textOfPages(await pdfOf(each)).map((page) => words(page).join(''));
      const ours = each.pageList.pages.map(({ lines, folio }) =>
        [...lines, ...(folio === null ? [] : [folio])]
          .flatMap(({ spans }) => spans.map((span) => span.text))
          .join('')
          .replace(/\s/gu, ''),
      );
      expect(pages).toEqual(ours);
    }
  });

  test('lines start and end where the engine put them, to a twentieth of a point', () => {
    const box =
      /<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>\s*<word [^>]*>(.*?)<\/word>/gs;
    const html = withFile(pdf, 'a.pdf', (path) =>
      run('pdftotext', '-bbox-layout', '-l', '1', path, '-'),
    );
    const found = [...html.matchAll(box)].map(([, left, right, word]) => ({
      left: Number(left),
      right: Number(right),
      word,
    }));
    const justified = paper.pageList.pages[0]?.lines.filter(
      (line) => line.wordGap > 0 && line.role === 'body',
    );
    expect(justified?.length).toBeGreaterThan(15);
    for (const line of justified ?? []) {
      const first = line.spans[0]?.text.split(' ')[0];
      const right = (paper.flow.page.width - paper.flow.page.marginRight) / 20;
      const match = found.find(
        ({ word, left }) => word === first && Math.abs(left - line.x / 20) < 0.05,
      );
      expect(match, first).toBeDefined();
      expect(Math.abs((match?.right ?? 0) - right), first).toBeLessThan(0.05);
    }
  });

  test('a justified line is one array of strings and gaps; no operator spaces words', async () => {
    const [first = ''] = await contentOf(pdf);
    const plain = paper.pageList.pages[0]?.lines.filter(
      (line) => line.wordGap > 0 && line.spans.length === 1,
    );
    const arrays = first.match(/\]TJ/g) ?? [];
    const mixed = paper.pageList.pages[0]?.lines
      .filter((line) => line.wordGap > 0 && line.spans.length > 1)
      .flatMap(({ spans }) => spans.filter((span) => span.text.includes(' ')));
    expect(arrays.length).toBe((plain?.length ?? 0) + (mixed?.length ?? 0));
    expect(first).not.toMatch(/ T[wc]\b/);
  });

  test('raised, lowered, underlined and struck text', async () => {
    const [first = ''] = await contentOf(pdf);
    expect(first).toMatch(/ [\d.]+ Ts /);
    expect(first).toMatch(/ -[\d.]+ Ts /);
    expect(first.match(/ re f/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the PDF is sound', () => {
  test('qpdf finds no fault', () => {
    expect(withFile(pdf, 'a.pdf', (path) => run('qpdf', '--check', path))).toContain(
      'No syntax or stream encoding errors found',
    );
  });

  test('all fonts are embedded subsets named as such, with a way back to Unicode', () => {
    const rows = withFile(pdf, 'a.pdf', (path) => run('pdffonts', path))
      .trim()
      .split('\n')
      .slice(2);
    expect(rows.length).toBe(4);
    for (const row of rows) {
      expect(row).toMatch(
        /^[A-Z]{6}\+LiberationSerif(-\w+)? +CID TrueType +Identity-H +yes yes yes/,
      );
    }
  });

  test('title, author, times and language, in Vietnamese letters', async () => {
    const info = infoOf(pdf);
    expect(info.get('Title')).toBe(paper.flow.title);
    expect(info.get('Author')).toBe('Công ty Đình Vũ');
    expect(info.get('CreationDate')).toContain('May 10 03:04:05 2023');
    expect(info.get('ModDate')).toBe(info.get('CreationDate'));
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Page size')).toContain('A4');
    const xmp = withFile(pdf, 'a.pdf', (path) => run('pdfinfo', '-meta', path));
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${paper.flow.title}</rdf:li>`);
    expect(xmp).toContain('<xmp:CreateDate>2023-05-10T03:04:05Z</xmp:CreateDate>');
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(String(catalog.get(PDFName.of('Lang')))).toBe('<FEFF00760069002D0056004E>');
  });

  test('the same input gives the same bytes, whatever was exported between', async () => {
    const other = await pdfOf(laid(corpusFlow(5)));
    expect(Buffer.compare(await pdfOf(paper), pdf)).toBe(0);
    expect(Buffer.compare(other, await pdfOf(laid(corpusFlow(5))))).toBe(0);
    const later = await pdfOf(paper, { now: new Date('2023-05-10T03:04:06Z') });
    expect(Buffer.compare(later, pdf)).not.toBe(0);
  });

  test('each heading has a bookmark that leads to it', () => {
    const json = withFile(pdf, 'a.pdf', (path) =>
      run('qpdf', '--json=1', '--json-key=outlines', path),
    );
    const { outlines } = JSON.parse(json) as {
      outlines: { title: string; destpageposfrom1: number; dest: unknown[] }[];
    };
    const headings = paper.pageList.pages.flatMap(({ number, lines, height }) =>
      lines
        .filter(({ role, index }) => role === 'heading' && index === 0)
        .map(({ spans, top }) => ({ words: spans[0]?.text ?? '', number, y: (height - top) / 20 })),
    );
    expect(outlines.length).toBe(headings.length);
    for (const [at, { words: start, number, y }] of headings.entries()) {
      expect(outlines[at]?.title.startsWith(start.trimEnd())).toBe(true);
      expect(outlines[at]?.destpageposfrom1).toBe(number);
      expect(Number(outlines[at]?.dest[3])).toBeCloseTo(y + 6, 2);
    }
  });

  test('a landscape page', async () => {
    const { flow } = paper;
    const wide = { ...flow.page, width: flow.page.height, height: flow.page.width };
    const info = infoOf(await pdfOf(laid({ ...flow, page: wide })));
    expect(info.get('Page size')).toMatch(/^841\.9 x 595\.3/);
  });

  test('an empty document has one page', async () => {
    const empty = laid({ ...paper.flow, blocks: [] });
    expect(infoOf(await pdfOf(empty)).get('Pages')).toBe('1');
  });
});

describe('who hears the document instead of seeing it', () => {
  const structure = (bytes: Uint8Array): string =>
    withFile(bytes, 'a.pdf', (path) => run('pdfinfo', '-struct-text', path));

  test('each paragraph is one piece, words of two lines apart, in order', () => {
    // A paragraph on two pages is two strings of one node.
    const spoken = structure(pdf).replace(/"\n +"/g, '');
    let from = 0;
    for (const block of paper.flow.blocks) {
      if (block.kind !== 'paragraph' || block.role !== 'body') continue;
      const whole = block.runs.map((each) => each.text).join('');
      if (whole.trim() === '' || /[\n\u2011]/u.test(whole)) continue;
      const at = spoken.indexOf(`"${whole}"`, from);
      expect(at, whole).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  test('headings, lists with labels, nested lists, tables with head cells', () => {
    const spoken = structure(pdf);
    expect(spoken.match(/^ *H1 /gm)?.length).toBe(1);
    expect(spoken.match(/^ *H2 /gm)?.length).toBe(
      paper.flow.blocks.filter((block) => block.kind === 'paragraph' && block.role === 'heading')
        .length,
    );
    expect(spoken).toMatch(/LI \(block\)\n +Lbl \(block\)\n +"1\."\n +LBody \(block\)\n +"Giảm/u);
    expect(spoken).toMatch(/LBody \(block\)\n +"Hình thành[^"]*"\n +L \(block\)/u);
    expect(spoken).toMatch(/Table \(block\)[\s\S]*TR\n +TH:?\n +\/Scope \/Column/u);
  });

  test('a head row that is repeated on the next page is spoken once', () => {
    const drawn = linesOf(paper.pageList).flat();
    const head = 'Yêu cầu khoa học cần đạt';
    expect(drawn.filter((line) => line === head).length).toBeGreaterThan(1);
    expect(structure(pdf).split(head).length - 1).toBe(1);
  });

  test('every marked piece belongs to one node of the tree', async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const root = document.context.lookup(
      document.catalog.get(PDFName.of('StructTreeRoot')),
      PDFDict,
    );
    const parents = document.context.lookup(root.get(PDFName.of('ParentTree')), PDFDict);
    const numbers = parents.lookup(PDFName.of('Nums'), PDFArray);
    const contents = await contentOf(pdf);
    for (const [page, content] of contents.entries()) {
      const marks = content.match(/\/MCID \d+/g) ?? [];
      const owners = numbers.lookup(2 * page + 1, PDFArray);
      expect(owners.size()).toBe(marks.length);
      expect(new Set(marks).size).toBe(marks.length);
    }
  });
});

describe('furniture', () => {
  const furniture: PageFurniture = {
    watermark: 'BẢN NHÁP',
    footer: { text: 'Mã bản: 7K3M-Q2XD', qr: 'BDX:7K3MQ2XD' },
  };

  test('is seen, but neither copied nor spoken, and moves nothing', async () => {
    const with_ = await pdfOf(paper, { furniture });
    expect(textOfPages(with_)).toEqual(textOfPages(pdf));
    const [plain = ''] = await contentOf(pdf);
    const [drawn = ''] = await contentOf(with_);
    const pieces = drawn.split(plain);
    expect(pieces.length).toBe(2);
    expect(pieces[0]).toMatch(/^\/Artifact [^\n]*Watermark[^\n]*BDC\nq \/Watermark1 Do Q\nEMC\n$/);
    expect(pieces[1]).toMatch(/^\/Artifact [^\n]*Footer[^\n]*BDC\nq \/Footer2 Do Q\nEMC\n$/);
    const image = (bytes: Uint8Array): string =>
      withFile(bytes, 'a.pdf', (path) => run('pdftoppm', '-r', '20', '-gray', '-l', '1', path));
    expect(image(with_)).not.toBe(image(pdf));
    expect(withFile(with_, 'a.pdf', (path) => run('qpdf', '--check', path))).toContain('No syntax');
  });
});

describe('what must not be drawn wrong', () => {
  const withText = (words_: string) =>
    paperOf(
      sampleProposal({}, { i: 'Tên', ii: [paragraph(text(`Trước đó ${words_} và sau đó`))] }),
    );

  test.each([
    ['an emoji', '😀', 'ký tự “😀” (U+1F600)'],
    ['a Chinese letter', '漢', 'ký tự “漢” (U+6F22)'],
    ['a null', '\0', 'ký tự không nhìn thấy U+0000'],
    ['a control character', '\u0007', 'ký tự không nhìn thấy U+0007'],
    ['a lone surrogate', '\ud800', 'ký tự không nhìn thấy U+D800'],
    ['no character at all', '\uffff', 'ký tự không nhìn thấy U+FFFF'],
  ])('%s is refused, named, with its place', async (_, character, name) => {
    for (const format of ['pdf', 'docx'] as const) {
      const result = await exportPaper({ ...withText(character), format, author: '', now: NOW });
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'missing-glyph', where: expect.stringContaining('TÍNH CẤP THIẾT') },
      });
      expect(!result.ok && result.error.message).toBe(
        `Không kết xuất được vì phông chữ không có ${name}.`,
      );
      expect(!result.ok && result.error.hint).toContain('Trước đó');
      expect(!result.ok && /[\p{Cc}\p{Cs}]/u.test(result.error.hint ?? '')).toBe(false);
    }
  });

  test('decomposed text, which would be copied and searched wrongly', async () => {
    const flow = { ...paper.flow, blocks: [block('e\u0302\u0301')] };
    const result = await exportPaper({ ...laid(flow), format: 'pdf', author: '', now: NOW });
    expect(result).toMatchObject({ ok: false, error: { code: 'export-failed', where: 'trang 1' } });
  });

  test('more pages than the engine lays out', async () => {
    const diagnostic = {
      code: 'page-cap',
      page: 9,
      section: null,
      blockId: null,
      detail: '',
    } as const;
    const pageList = { ...paper.pageList, diagnostics: [diagnostic] };
    const result = await exportPaper({ ...paper, pageList, format: 'docx', author: '', now: NOW });
    expect(result).toMatchObject({ ok: false, error: { code: 'page-cap' } });
  });

  test('a page list with a letter that its flow does not have is refused as well', async () => {
    const page = paper.pageList.pages[0];
    const line = page?.lines[0];
    const span = line?.spans[0];
    if (page === undefined || line === undefined || span === undefined) throw new Error('no line');
    const wrong = { ...page, lines: [{ ...line, spans: [{ ...span, text: 'a漢' }] }] };
    const pageList = { ...paper.pageList, pages: [wrong] };
    const result = await exportPaper({
      flow: paper.flow,
      pageList,
      format: 'pdf',
      author: '',
      now: NOW,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'missing-glyph' } });
  });

  test('any text of the font comes out as it went in', async () => {
    const letters =
      'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵẾỆỘỮỰ0123456789.,;:!?()[]%/-–—“”‘’…₫°±×≤≥§&<>"\'\\{}#';
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
      .map((each) => each.join(''));
    const paragraphs = fc.sample(fc.array(word, { minLength: 1, maxLength: 60 }), {
      numRuns: 60,
      seed: 20230510,
    });
    const proposal = sampleProposal(
      {},
      { i: 'Tên', ii: paragraphs.map((each) => paragraph(each.join(' '))) },
    );
    const each = paperOf(proposal);
    const drawn = textOfPages(await pdfOf(each)).map((page) => words(page).join(''));
    const asked = paragraphs.flat().join('').normalize('NFC');
    const whole = drawn
      .map((page, index) => (index === 0 ? page : page.replace(/\d+$/, '')))
      .join('');
    expect(whole).toContain(asked);
  });
});
