import type {
  RichTextBlock,
  RichTextInline,
  RichTextListItem,
  RichTextParagraph,
  RichTextTableCell,
  RichTextTableRow,
} from '../../../shared/model';
import { cleanText } from './clean-text';
import { formatInside, type InlineFormat, plainFormat } from './inline-format';
import { ParagraphBuilder } from './paragraph-builder';
import { emptyReport, legacyFontOf, type PasteReport } from './paste-report';
import {
  type Declarations,
  declarationsOf,
  parseStyleSheet,
  type StyleSheet,
} from './pasted-style';
import { listsOfItems, type WordItem, wordLevelOf } from './word-list';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html main nav p pre section summary'.split(
    ' ',
  ),
);
const INVISIBLE = new Set(
  'script style head title meta link template noscript xml base col colgroup'.split(' '),
);
const IMAGES = new Set(['img', 'picture', 'v:imagedata', 'v:shape']);
const OBJECTS = new Set(
  'svg canvas video audio iframe embed object input select button math hr'.split(' '),
);

type Align = NonNullable<NonNullable<RichTextParagraph['attrs']>['textAlign']>;

interface Surroundings {
  readonly format: InlineFormat;
  readonly align: Align | null;
  readonly inTable: boolean;
}

const LOOKS = ['color', 'background-color', 'background', 'font-size', 'font-family'];
const WIDEST = 40;

const spanOf = (element: Element, name: string, most: number): number => {
  const value = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.max(1, Math.min(value, most)) : 1;
};

/** Turns pasted HTML into blocks of the model and keeps a record of what had to be left out. */
class PastedReader {
  readonly report: PasteReport = emptyReport();
  private readonly sheet: StyleSheet;

  constructor(root: ParentNode) {
    const sheets = [...root.querySelectorAll('style')].map((style) => style.textContent ?? '');
    this.sheet = parseStyleSheet(sheets.join('\n'));
  }

  private note(tag: string, style: Declarations): void {
    const { report } = this;
    if (LOOKS.some((name) => style[name] !== undefined) || tag === 'font') report.looks = true;
    report.legacyFont ??= legacyFontOf(style['font-family'] ?? '');
  }

  private alignOf(element: Element, style: Declarations, around: Surroundings): Align | null {
    const said = (style['text-align'] ?? element.getAttribute('align') ?? '').toLowerCase();
    if (said === 'center' || said === 'right') return said;
    // Body text is justified by the form; saying so again would only fix it against a change.
    if (said === 'left' || said === 'justify') return null;
    return around.align;
  }

  /** Children of an element as blocks; text between blocks makes paragraphs of its own. */
  blocksIn(parent: Element, around: Surroundings): RichTextBlock[] {
    const blocks: RichTextBlock[] = [];
    const builder = new ParagraphBuilder();
    let items: WordItem[] = [];
    const endItems = (): void => {
      blocks.push(...listsOfItems(items));
      items = [];
    };
    const endParagraph = (): void => {
      if (builder.isEmpty) return;
      endItems();
      blocks.push(this.paragraph(builder.take(), around.align));
    };
    const add = (more: readonly RichTextBlock[]): void => {
      endParagraph();
      endItems();
      blocks.push(...more);
    };
    const visit = (node: ChildNode, here: Surroundings): void => {
      if (node.nodeType === Node.TEXT_NODE) {
        builder.addText(node.textContent ?? '', here.format);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const element = node as Element;
      const tag = element.localName.toLowerCase();
      const style = declarationsOf(element, this.sheet);
      if (this.isLeftOut(tag, style)) return;
      this.note(tag, style);
      if (tag === 'br') {
        builder.addBreak();
        return;
      }
      if (/\bmso-tab-count\b/.test(element.getAttribute('style') ?? '')) {
        builder.addTab(here.format);
        return;
      }
      if (tag === 'a' && element.hasAttribute('href')) this.report.links += 1;
      const inside: Surroundings = {
        format: formatInside(tag, style, here.format),
        align: this.alignOf(element, style, here),
        inTable: here.inTable,
      };
      if (tag === 'ul' || tag === 'ol') add(this.list(element, tag, inside));
      else if (tag === 'table') add(this.table(element, inside));
      else if (tag === 'li')
        add(this.list(element.ownerDocument.createElement('ul'), 'ul', inside, [element]));
      else if (BLOCKS.has(tag) || element.querySelector('p, ul, ol, table, div') !== null) {
        const level = wordLevelOf(style);
        if (level === null) add(this.blocksIn(element, inside));
        else {
          endParagraph();
          items.push({ level, ...this.wordItem(element, inside) });
        }
      } else for (const child of element.childNodes) visit(child, inside);
    };
    for (const child of parent.childNodes) visit(child, around);
    endParagraph();
    endItems();
    // A paragraph element with nothing but a protected space stays as an empty line.
    return blocks;
  }

  private isLeftOut(tag: string, style: Declarations): boolean {
    if (INVISIBLE.has(tag) || style['display'] === 'none' || style['mso-hide'] === 'all')
      return true;
    if (IMAGES.has(tag)) this.report.images += 1;
    else if (OBJECTS.has(tag)) this.report.objects += 1;
    else return false;
    return true;
  }

  private paragraph(content: RichTextInline[], align: Align | null): RichTextParagraph {
    return {
      type: 'paragraph',
      ...(align === null ? {} : { attrs: { textAlign: align } }),
      ...(content.length === 0 ? {} : { content }),
    };
  }

  /** An item's words without the label that Word draws into it. */
  private wordItem(element: Element, around: Surroundings): Pick<WordItem, 'label' | 'content'> {
    const isLabel = (span: Element): boolean =>
      /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? '');
    const copy = element.cloneNode(true) as Element;
    const labels = [...copy.querySelectorAll('[style]')].filter(isLabel);
    const label = cleanText(labels[0]?.textContent ?? '').trim();
    for (const span of labels) span.remove();
    const [first] = this.blocksIn(copy, around);
    const content = first?.type === 'paragraph' ? (first.content ?? []) : [];
    return { label, content };
  }

  private list(
    element: Element,
    tag: 'ul' | 'ol',
    around: Surroundings,
    given: Iterable<Element> = element.children,
  ): RichTextBlock[] {
    const items: RichTextListItem[] = [];
    for (const child of given) {
      const name = child.localName.toLowerCase();
      if (INVISIBLE.has(name)) continue;
      const style = declarationsOf(child, this.sheet);
      this.note(name, style);
      const inside = { ...around, align: null, format: formatInside(name, style, around.format) };
      // Some pages put the inner list beside its item instead of into it.
      const isInner = name === 'ul' || name === 'ol';
      const blocks = isInner ? this.list(child, name, inside) : this.blocksIn(child, inside);
      const last = items.at(-1);
      if (isInner && last !== undefined) last.content?.push(...blocks);
      else {
        const content =
          blocks[0]?.type === 'paragraph' ? blocks : [this.paragraph([], null), ...blocks];
        items.push({ type: 'listItem', content });
      }
    }
    if (items.length === 0) return [];
    if (tag === 'ul') return [{ type: 'bulletList', content: items }];
    const start = spanOf(element, 'start', 9999);
    return [{ type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content: items }];
  }

  private rowsOf(table: Element): Element[] {
    return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  }

  private table(element: Element, around: Surroundings): RichTextBlock[] {
    if (around.inTable) {
      this.report.innerTables += 1;
      return this.rowsOf(element).map((row) => {
        const texts = [...row.children].map((cell) => cleanText(cell.textContent ?? '').trim());
        const text = texts.join('\t').replace(/[ \r\n]+/g, ' ');
        return this.paragraph(text === '' ? [] : [{ type: 'text', text }], null);
      });
    }
    const rows = this.rowsOf(element).flatMap((row): RichTextTableRow[] => {
      const cells = [...row.children].filter(({ localName }) => /^t[dh]$/i.test(localName));
      const content = cells.map((cell) => this.cell(cell, row, around));
      return content.length === 0 ? [] : [{ type: 'tableRow', content }];
    });
    return rows.length === 0 ? [] : [{ type: 'table', content: rows }];
  }

  private cell(element: Element, row: Element, around: Surroundings): RichTextTableCell {
    const tag = element.localName.toLowerCase();
    const style = { ...declarationsOf(row, this.sheet), ...declarationsOf(element, this.sheet) };
    this.note(tag, style);
    const inside: Surroundings = {
      // The model's head cells are bold by themselves.
      format: { ...formatInside('td', style, around.format), verbatim: false },
      align: this.alignOf(element, style, { ...around, align: null }),
      inTable: true,
    };
    const blocks = this.blocksIn(element, inside);
    const isHead = tag === 'th' || element.closest('thead') !== null;
    const colspan = spanOf(element, 'colspan', WIDEST);
    const rowspan = spanOf(element, 'rowspan', 1000);
    const attrs = {
      ...(colspan === 1 ? {} : { colspan }),
      ...(rowspan === 1 ? {} : { rowspan }),
    };
    return {
      type: isHead ? 'tableHeader' : 'tableCell',
      ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
      content: blocks.length === 0 ? [this.paragraph([], null)] : blocks,
    };
  }
}

export interface PastedText {
  readonly blocks: readonly RichTextBlock[];
  readonly report: PasteReport;
}

/** Reads what another program put on the clipboard as HTML. */
export const readPasted = (root: Element): PastedText => {
  const reader = new PastedReader(root);
  const blocks = reader.blocksIn(root, { format: plainFormat, align: null, inTable: false });
  return { blocks, report: reader.report };
};
