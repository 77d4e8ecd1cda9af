import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPaper } from '../../../electron/export';
import { twip } from '../../../shared/base';
import { layoutFlow, tableBindings } from '../../../shared/layout';
import type { Flow } from '../../../shared/model';
import { corpusFlow } from '../../corpus';
import { awkwardFlows, block, flowOf, run } from './awkward-flows';
import { descendants, readXml, type XmlElement } from './read-xml';
import { paperOf, sampleProposal } from './sample-paper';

const NOW = new Date('2023-05-10T03:04:05.678Z');

const docxOf = async (flow: Flow, now = NOW): Promise<Uint8Array> => {
  const pageList = layoutFlow(flow);
  const result = await exportPaper({
    flow,
    pageList,
    format: 'docx',
    author: 'Lê <Ánh> & Co',
    now,
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.bytes;
};

const partsOf = (docx: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

/** Orders that the schema (ECMA-376 part 1, annex A) fixes; Word calls a file broken for less. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal pPr rPr tblPr trPr tcPr tblStylePr',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
};

const orderFaults = (element: XmlElement): string[] => {
  const order = ORDER[element.name]?.split(' ').map((name) => `w:${name}`);
  const places = element.children.map(({ name }) => order?.indexOf(name) ?? 0);
  const isSorted = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  return [
    ...(isSorted ? [] : [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`]),
    ...element.children.flatMap(orderFaults),
  ];
};

const val = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** What no document of ours may have; [] when it has none of it. */
const lint = (parts: Readonly<Record<string, string>>): string[] => {
  const roots = Object.entries(parts).map(([name, xml]) => [name, readXml(xml)] as const);
  const faults = roots.flatMap(([name, root]) =>
    orderFaults(root).map((fault) => `${name}: ${fault}`),
  );
  const all = (name: string): XmlElement[] => roots.flatMap(([, root]) => descendants(root, name));
  const check = (isFault: boolean, words: string): void => {
    if (isFault) faults.push(words);
  };
  for (const { attributes } of all('w:spacing')) {
    check('w:line' in attributes && !('w:lineRule' in attributes), 'w:line without w:lineRule');
  }
  for (const { attributes } of all('w:rFonts')) {
    const slots = ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((slot) => attributes[slot]);
    check(
      slots.some((slot) => slot !== 'Times New Roman'),
      `fonts ${slots.join(', ')}`,
    );
  }
  check(all('w:kern').length > 0, 'kerning');
  check(
    all('w:docGrid').some(({ attributes }) => 'w:type' in attributes),
    'a grid that acts',
  );
  const mode = all('w:compatSetting').find(
    ({ attributes }) => attributes['w:name'] === 'compatibilityMode',
  );
  check(val(mode) !== '14', `mode ${val(mode)}`);
  check(!['0', 'false'].includes(val(all('w:autoHyphenation')[0]) ?? ''), 'hyphenation');
  const styles = new Set(all('w:style').map(({ attributes }) => attributes['w:styleId']));
  for (const style of all('w:pStyle')) check(!styles.has(val(style)), `no style ${val(style)}`);
  const numbers = new Set(all('w:num').map(({ attributes }) => attributes['w:numId']));
  for (const { children } of all('w:numPr')) {
    const id = val(children.find(({ name }) => name === 'w:numId'));
    check(!numbers.has(id), `no numbering ${id}`);
  }
  for (const table of all('w:tbl')) {
    const columns = descendants(table, 'w:gridCol').map(({ attributes }) =>
      Number(attributes['w:w']),
    );
    const sum = columns.reduce((all_, each) => all_ + each, 0);
    const widths = (row: XmlElement) =>
      descendants(row, 'w:tcW').reduce(
        (total, { attributes }) => total + Number(attributes['w:w']),
        0,
      );
    check(
      descendants(table, 'w:tblLayout')[0]?.attributes['w:type'] !== 'fixed',
      'floating layout',
    );
    for (const row of descendants(table, 'w:tr')) check(widths(row) !== sum, 'widths of a row');
    for (const cell of descendants(table, 'w:tc')) {
      check(cell.children.at(-1)?.name !== 'w:p', 'a cell that does not end with a paragraph');
      check(descendants(cell, 'w:tcW')[0]?.attributes['w:type'] !== 'dxa', 'a width in no twips');
    }
  }
  const [body] = all('w:body');
  const last = body?.children.at(-2);
  check(last !== undefined && last.name !== 'w:p', 'a document that does not end with a paragraph');
  body?.children.forEach(({ name }, at) => {
    check(name === 'w:tbl' && body.children[at + 1]?.name === 'w:tbl', 'tables that grow together');
  });
  return faults;
};

let flow: Flow;
let docx: Uint8Array;
let parts: Readonly<Record<string, string>>;
beforeAll(async () => {
  flow = paperOf(sampleProposal()).flow;
  docx = await docxOf(flow);
  parts = partsOf(docx);
});

const root = (name: string): XmlElement => readXml(parts[name] ?? '');

describe('a file that leaves other programs no freedom', () => {
  test('the proposal, odd papers and generated ones', async () => {
    expect(lint(parts)).toEqual([]);
    for (const make of Object.values(awkwardFlows)) {
      expect(lint(partsOf(await docxOf(make())))).toEqual([]);
    }
    for (const seed of [7, 24, 181]) {
      expect(lint(partsOf(await docxOf(corpusFlow(seed))))).toEqual([]);
    }
    expect(lint(partsOf(await docxOf(flowOf([]))))).toEqual([]);
  });

  test('the lint finds what it looks for', () => {
    const spoil = (name: string, from: string | RegExp, to: string): string[] =>
      lint({ ...parts, [name]: (parts[name] ?? '').replace(from, to) });
    expect(spoil('word/styles.xml', ' w:lineRule="auto"', '')).toContain(
      'w:line without w:lineRule',
    );
    expect(spoil('word/settings.xml', 'w:val="14"', 'w:val="15"')).toContain('mode 15');
    expect(spoil('word/styles.xml', '<w:sz ', '<w:kern w:val="1"/><w:sz ')).toContain('kerning');
    expect(spoil('word/document.xml', 'w:val="Title"', 'w:val="X"')).toContain('no style X');
    expect(spoil('word/document.xml', '<w:tblLayout w:type="fixed"/>', '')).toContain(
      'floating layout',
    );
    expect(
      spoil('word/document.xml', /(<w:pStyle [^>]*>)(<w:numPr>.*?<\/w:numPr>)/, '$2$1'),
    ).not.toEqual([]);
    expect(() => spoil('word/document.xml', '</w:p>', '')).toThrow('closes');
  });

  test('styles carry the look: most paragraphs say only what they are', () => {
    const paragraphs = descendants(root('word/document.xml'), 'w:p').filter(({ children }) =>
      children.some(({ name }) => name === 'w:r'),
    );
    const bare = paragraphs.filter((paragraph) =>
      (paragraph.children[0]?.children ?? []).every(({ name }) =>
        ['w:pStyle', 'w:numPr', 'w:ind'].includes(name),
      ),
    );
    expect(bare.length / paragraphs.length).toBeGreaterThan(0.7);
    const body = descendants(root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'BodyText',
    );
    const properties = body === undefined ? [] : descendants(body, 'w:spacing');
    expect(properties[0]?.attributes).toEqual({
      'w:before': '0',
      'w:after': '120',
      'w:line': '240',
      'w:lineRule': 'auto',
    });
    const heading = descendants(root('word/styles.xml'), 'w:style').find(
      ({ attributes }) => attributes['w:styleId'] === 'Heading1',
    );
    expect(heading && val(descendants(heading, 'w:keepNext')[0])).toBe('1');
    expect(heading && val(descendants(heading, 'w:outlineLvl')[0])).toBe('0');
    expect(heading && val(descendants(heading, 'w:b')[0])).toBe('1');
  });

  test('language, page, and the number from page two in the top margin', () => {
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="vi-VN"');
    const [section] = descendants(root('word/document.xml'), 'w:sectPr');
    const find = (name: string) => section?.children.find((child) => child.name === name);
    expect(find('w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(find('w:pgMar')?.attributes).toMatchObject({
      'w:top': '1134',
      'w:left': '1701',
      'w:header': '567',
    });
    expect(find('w:titlePg')).toBeDefined();
    const headers = ['word/header1.xml', 'word/header2.xml'].map((name) => parts[name] ?? '');
    expect(headers.filter((xml) => xml.includes('PAGE')).length).toBe(1);
  });

  test('a landscape page', async () => {
    const make = awkwardFlows['landscape, numbered from page one'];
    const document = readXml(partsOf(await docxOf(make!()))['word/document.xml'] ?? '');
    expect(descendants(document, 'w:pgSz')[0]?.attributes).toEqual({
      'w:w': '16838',
      'w:h': '11906',
      'w:orient': 'landscape',
    });
    expect(descendants(document, 'w:titlePg').map(val)).not.toContain(undefined);
  });

  test('paragraphs before the signature block stay whole and with it', () => {
    const paragraphs = descendants(root('word/document.xml'), 'w:p').map((paragraph) => ({
      style: val(descendants(paragraph, 'w:pStyle')[0]),
      keepNext: val(descendants(paragraph, 'w:keepNext')[0]),
      has: descendants(paragraph, 'w:keepNext').length > 0,
    }));
    const first = paragraphs.findIndex(({ style }) => style === 'Signature');
    expect(paragraphs[first - 1]?.has).toBe(true);
    expect(paragraphs[first - 2]?.has).toBe(true);
    expect(paragraphs.at(-1)?.style).toBe('Signature');
    expect(paragraphs.at(-1)?.keepNext).toBe('false');
  });

  test('L64: the file says which rows may part, and keeps heads with the row below', async () => {
    const cell = (text: string) => ({
      colspan: 1,
      rowspan: 1,
      header: false,
      blocks: [block(text)],
    });
    const rowOf = (text: string, more = {}) => ({
      cells: [cell(text), cell('b')],
      canSplit: true,
      repeat: false,
      ...more,
    });
    const long = (lines: number) => Array.from({ length: lines }, (_, at) => `a${at}`).join('\n');
    const table = {
      kind: 'table' as const,
      id: 'table',
      section: null,
      source: null,
      columns: [twip(3000), twip(3000)],
      indentLeft: twip(0),
      border: twip(10),
      cellMargin: { x: twip(108), y: twip(0) },
      rows: [
        rowOf('đầu', { repeat: true, canSplit: false }),
        rowOf(long(30)),
        rowOf(long(5)),
        rowOf(long(30)),
        rowOf(long(24)),
        rowOf('cuối'),
      ],
    };
    const flow = flowOf([table]);
    const parted = layoutFlow(flow).pages.map(({ lines }) => lines.length);
    expect(parted.length).toBeGreaterThan(2);
    const rows = descendants(
      readXml(partsOf(await docxOf(flow))['word/document.xml'] ?? ''),
      'w:tr',
    );
    const { canSplit } = tableBindings(flow);
    const isWhole = rows.map((each) => {
      const [cantSplit] = descendants(each, 'w:cantSplit');
      return cantSplit !== undefined && !['0', 'false', 'off'].includes(val(cantSplit) ?? '1');
    });
    const bound = canSplit.get('table');
    expect(bound?.size).toBeGreaterThan(1);
    expect(isWhole).toEqual(table.rows.map((each, at) => !(bound?.get(at) ?? each.canSplit)));
    const isKept = (at: number) =>
      rows[at] !== undefined && descendants(rows[at], 'w:keepNext').length > 0;
    expect([isKept(0), isKept(1)]).toEqual([true, false]);
  });
});

describe('what a person wrote', () => {
  test('breaks, tabs, marks and hyphens have their own elements', async () => {
    const paper = flowOf([
      block([run('Một\nhai\tba gạch\u2011nối mềm\u00adra  <&> "x"')], { align: 'left' }),
      block([
        run('m'),
        run('2', { script: 'superscript' }),
        run('gạch', { strike: true, underline: true }),
      ]),
    ]);
    const xml = partsOf(await docxOf(paper))['word/document.xml'] ?? '';
    expect(xml).toContain('Một</w:t><w:br/><w:t xml:space="preserve">hai</w:t><w:tab/>');
    expect(xml).toContain(
      'gạch</w:t><w:noBreakHyphen/><w:t xml:space="preserve">nối mềmra  &lt;&amp;&gt; &quot;x&quot;</w:t>',
    );
    expect(xml).toContain('<w:vertAlign w:val="superscript"/>');
    expect(xml).toContain('<w:strike/><w:u w:val="single"/>');
    expect(xml).not.toMatch(/[\u2011\u00ad]/u);
  });

  test('L18: a line that a person ended is not stretched', () => {
    const compat = descendants(root('word/settings.xml'), 'w:compat')[0];
    expect(compat?.children.map(({ name }) => name)).toContain('w:doNotExpandShiftReturn');
  });

  test('L12: the hyphen of COVID-19 never ends a line, the one of 3825-1234 may', async () => {
    const paper = flowOf([
      block([run('dịch COVID-'), run('19', { bold: true }), run(' và số 3825-1234 và NĐ-CP')]),
    ]);
    const xml = partsOf(await docxOf(paper))['word/document.xml'] ?? '';
    expect(xml).toContain('COVID</w:t><w:noBreakHyphen/>');
    expect(xml).toContain('3825-1234 và NĐ-CP');
  });

  test('every list restarts where its text does', () => {
    const numbered = descendants(root('word/document.xml'), 'w:numPr').map(({ children }) =>
      val(children.find(({ name }) => name === 'w:numId')),
    );
    const numbering = root('word/numbering.xml');
    const starts = new Map(
      descendants(numbering, 'w:num').map((num) => {
        const abstract = descendants(numbering, 'w:abstractNum').find(
          ({ attributes }) =>
            attributes['w:abstractNumId'] === val(descendants(num, 'w:abstractNumId')[0]),
        );
        return [num.attributes['w:numId'], abstract && val(descendants(abstract, 'w:start')[0])];
      }),
    );
    const labels = flow.blocks.flatMap((each) =>
      each.kind === 'paragraph' && each.label !== null ? [each.label] : [],
    );
    expect(numbered.length).toBe(labels.length);
    const seen = new Map<string, string | undefined>();
    for (const [at, label] of labels.entries()) {
      if (!label.ordered) continue;
      const known = seen.get(label.listId);
      if (known !== undefined) expect(numbered[at]).toBe(known);
      else {
        expect([...seen.values()]).not.toContain(numbered[at]);
        expect(starts.get(numbered[at])).toBe(String(label.value));
      }
      seen.set(label.listId, numbered[at]);
    }
    expect(new Set(seen.values()).size).toBeGreaterThan(3);
  });

  test('L17: a label that just reaches its text starts a quarter of a point further left', async () => {
    // At 13.5 pt '10)' is 359.9 twips wide, '1)' 224.9.
    const item = (text: string, value: number) => ({
      ...block('việc cần làm', { indentLeft: twip(720), firstLine: twip(-360) }, 'listItem', {
        text,
        level: 0,
        ordered: true,
        value,
        listId: 'a',
      }),
      fontSize: twip(270),
    });
    const document = readXml(
      partsOf(await docxOf(flowOf([item('9)', 9), item('10)', 10)])))['word/document.xml'] ?? '',
    );
    const hangings = descendants(document, 'w:ind').map(
      ({ attributes }) => attributes['w:hanging'],
    );
    expect(hangings).toEqual(['360', '365']);
  });

  test('title, author, time and pages in the properties', () => {
    const core = root('docProps/core.xml');
    const text = (name: string): string | undefined =>
      core.children.find((child) => child.name === name)?.text;
    expect(text('dc:title')).toBe(flow.title);
    expect(text('dc:creator')).toBe('Lê &lt;Ánh&gt; &amp; Co');
    expect(text('dcterms:created')).toBe('2023-05-10T03:04:05Z');
    expect(text('dcterms:modified')).toBe('2023-05-10T03:04:05Z');
    const pages = layoutFlow(flow).pages.length;
    expect(parts['docProps/app.xml']).toContain(`<Pages>${pages}</Pages>`);
  });

  test('a title with everything that XML forbids', async () => {
    const title = 'a\0\u0008\ud800\uffff<b>"&\u{1F600}';
    const core = partsOf(await docxOf({ ...flow, title }))['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:title>a&lt;b&gt;&quot;&amp;\u{1F600}</dc:title>');
    expect(() => readXml(core)).not.toThrow();
  });
});

describe('the same bytes', () => {
  test('for the same input, and others for another time', async () => {
    expect(Buffer.compare(docx, await docxOf(flow))).toBe(0);
    await docxOf(corpusFlow(9));
    expect(Buffer.compare(docx, await docxOf(flow))).toBe(0);
    const later = await docxOf(flow, new Date('2023-05-10T03:04:06Z'));
    expect(Buffer.compare(docx, later)).not.toBe(0);
  });

  test('entries in order, the list of types first, no clock of the machine', () => {
    const names = Object.keys(unzipSync(docx));
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names.slice(1)).toEqual([...names.slice(1)].sort());
    const view = Buffer.from(docx);
    for (
      let at = view.indexOf('PK\u0003\u0004');
      at >= 0;
      at = view.indexOf('PK\u0003\u0004', at + 4)
    ) {
      // 1 January 1980, midnight.
      expect([view.readUInt16LE(at + 10), view.readUInt16LE(at + 12)]).toEqual([0, 0x21]);
    }
    for (const name of names) {
      expect(parts['[Content_Types].xml']?.includes(`/${name}"`) || /\.rels$|^\[/.test(name)).toBe(
        true,
      );
    }
    expect(names).not.toContain('docProps/custom.xml');
  });
});
