import { isDeepStrictEqual } from 'node:util';
import { createLayoutEngine, layoutFlow } from '../../../shared/layout';
import type {
  Block,
  Flow,
  LayoutDiagnostic,
  Line,
  Page,
  PageList,
  ParagraphBlock,
  TableBlock,
} from '../../../shared/model';

/** Says which law is broken; a plain check, because there are hundreds of thousands of them. */
const must = (isTrue: boolean, law: string): void => {
  if (!isTrue) throw new Error(law);
};

const HAIR = 0.01;
const MOST_PAGES = 500;

interface FlowText {
  readonly block: ParagraphBlock;
  /** Place in reading order: block, row; cells of one row stand side by side. */
  readonly order: number;
  readonly isInRepeatedRow: boolean;
  readonly isInTable: boolean;
}

/** Cells that the table's columns have no room for are not part of the document. */
const cellsInGrid = (table: TableBlock): readonly (readonly ParagraphBlock[])[] => {
  const held = table.columns.map(() => 0);
  return table.rows.map((row) => {
    const blocks: ParagraphBlock[] = [];
    const now: [number, number, number][] = [];
    let column = 0;
    for (const cell of row.cells) {
      while ((held[column] ?? 0) > 0) column += 1;
      if (column >= held.length) break;
      blocks.push(...cell.blocks);
      now.push([column, Math.min(cell.colspan, held.length - column), cell.rowspan]);
      column += cell.colspan;
    }
    for (let at = 0; at < held.length; at += 1) held[at] = Math.max(0, (held[at] ?? 0) - 1);
    for (const [first, span, rows] of now) held.fill(rows - 1, first, first + span);
    return blocks;
  });
};

const textsOf = (blocks: readonly Block[]): FlowText[] => {
  const texts: FlowText[] = [];
  let order = 0;
  const add = (block: ParagraphBlock, isInRepeatedRow: boolean, isInTable: boolean): void => {
    texts.push({ block, order, isInRepeatedRow, isInTable });
  };
  for (const block of blocks) {
    order += 1;
    if (block.kind === 'paragraph') add(block, false, false);
    if (block.kind === 'signature') {
      for (const inner of block.blocks) {
        order += 1;
        add(inner, false, false);
      }
    }
    if (block.kind === 'table') {
      cellsInGrid(block).forEach((inner, row) => {
        order += 1;
        for (const one of inner) add(one, block.rows[row]?.repeat === true, true);
      });
    }
  }
  return texts;
};

const drawn = (text: string): string =>
  text.replaceAll('\u2011', '-').replaceAll(/[\u00ad\n\t]/g, '');

/** Spans of a line without the label, which is no part of the paragraph's text. */
const textOf = (line: Line, block: ParagraphBlock): string => {
  const isLabelled = line.index === 0 && block.label !== null && drawn(block.label.text) !== '';
  return (isLabelled ? line.spans.slice(1) : line.spans).map(({ text }) => text).join('');
};

const has = (list: PageList, code: LayoutDiagnostic['code'], page: number): boolean =>
  list.diagnostics.some((found) => found.code === code && found.page === page);

/** Nothing lost, nothing repeated, nothing out of order; offsets meet. */
const checkText = (flow: Flow, list: PageList): void => {
  const isCut = list.diagnostics.some(({ code }) => code === 'page-cap');
  const texts = textsOf(flow.blocks);
  const byId = new Map(texts.map((text) => [text.block.id, text]));
  const seen = new Map<string, Line[]>();
  let lastOrder = 0;
  for (const page of list.pages) {
    for (const line of page.lines) {
      const text = byId.get(line.blockId);
      if (text === undefined) throw new Error(`line of an unknown block ${line.blockId}`);
      const lines = seen.get(line.blockId) ?? [];
      seen.set(line.blockId, lines);
      if (text.isInRepeatedRow && line.index < lines.length) continue;
      must(line.index === lines.length, `line ${line.index} of ${line.blockId} lost or repeated`);
      must(line.from === (lines.at(-1)?.to ?? 0), `text of ${line.blockId} lost`);
      lines.push(line);
      if (!text.isInTable) {
        must(text.order >= lastOrder, `${line.blockId} out of order`);
        lastOrder = text.order;
      }
      const source = text.block.runs.map((run) => run.text).join('');
      // Spaces at a line's end hang and are not drawn.
      const visible = drawn(source.slice(line.from, line.to).replace(/[ \t\n]+$/, ''));
      must(
        textOf(line, text.block) === visible,
        `line ${line.index} of ${line.blockId} reads else`,
      );
      must(line.role === text.block.role, `role of ${line.blockId}`);
      must(line.section === text.block.section, `section of ${line.blockId}`);
    }
  }
  if (isCut) return;
  for (const { block } of texts) {
    const lines = seen.get(block.id) ?? [];
    const length = block.runs.reduce((sum, { text }) => sum + text.length, 0);
    must(lines.at(-1)?.to === length, `the end of ${block.id} is lost`);
    must(
      lines.every(({ last }, at) => last === (at === lines.length - 1)),
      `the last line of ${block.id} is not marked`,
    );
  }
};

/** Nothing outside the text area, unless it is said. */
const checkPlaces = (flow: Flow, list: PageList, page: Page): void => {
  const { height, marginTop, marginBottom, marginRight, width } = flow.page;
  const isCut = has(list, 'forced-split', page.number);
  // A wide table is told of once, where it starts.
  const isWide = list.diagnostics.some(({ code }) => code === 'too-wide');
  const bottom = height - marginBottom + HAIR;
  for (const line of page.lines) {
    const name = `line ${line.index} of ${line.blockId} on page ${page.number}`;
    must(line.top >= marginTop - HAIR, `${name} above the text area`);
    must(line.baseline >= line.top - HAIR, `${name} has its baseline above its top`);
    must(isCut || line.top + line.height <= bottom, `${name} below the text area`);
    for (const span of line.spans) {
      const isInside = span.x + span.width <= width - marginRight + HAIR;
      must(isWide || isInside, `${name} right of the text area`);
    }
  }
  for (const rule of page.rules) {
    must(rule.y1 >= marginTop - HAIR, `border above the text area on page ${page.number}`);
    must(isCut || rule.y2 <= bottom, `border below the text area on page ${page.number}`);
  }
};

/** Lines of one paragraph stand below each other. */
const checkOverlaps = (page: Page): void => {
  const bottoms = new Map<string, number>();
  for (const line of page.lines) {
    const above = bottoms.get(line.blockId);
    must(
      above === undefined || line.index === 0 || line.top >= above - HAIR,
      `line ${line.index} of ${line.blockId} overlaps the one above`,
    );
    bottoms.set(line.blockId, line.top + line.height);
  }
};

const checkTotals = (flow: Flow, list: PageList): void => {
  const { pageNumber } = flow.page;
  const count = list.pages.length;
  must(count >= 1 && count <= MOST_PAGES, `${count} pages`);
  must(list.fill >= count - 1 && list.fill <= count, `fill ${list.fill} of ${count} pages`);
  list.pages.forEach((page, at) => {
    must(page.number === at + 1, `page ${at + 1} is numbered ${page.number}`);
    const isNumbered = pageNumber !== null && page.number >= pageNumber.fromPage;
    const folio = page.folio?.spans[0]?.text ?? null;
    must(folio === (isNumbered ? String(page.number) : null), `page ${page.number} shows ${folio}`);
  });
  const share = list.sectionLines.reduce((sum, section) => sum + section.share, 0);
  must(share <= 1 + HAIR, `sections take ${share} of the document`);
};

/**
 * Lays a flow out and holds the result against every law of SPEC.md that is true of all documents.
 * Each example of the tests goes through here.
 */
export const checkLayout = (flow: Flow): PageList => {
  const list = layoutFlow(flow);
  checkText(flow, list);
  checkTotals(flow, list);
  for (const page of list.pages) {
    checkPlaces(flow, list, page);
    checkOverlaps(page);
  }
  must(isDeepStrictEqual(layoutFlow(flow), list), 'the same flow gives other pages');
  const engine = createLayoutEngine();
  const first = engine.layout(flow);
  must(isDeepStrictEqual(first, list), 'the engine gives other pages');
  must(
    engine.layout(flow).pages.every((page, at) => page === first.pages[at]),
    'an unchanged page is another object',
  );
  return list;
};
