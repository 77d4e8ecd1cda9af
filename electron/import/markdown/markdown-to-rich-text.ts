import { ok, type Result } from '../../../shared/base';
import {
  emptyRichText,
  type RichTextBlock,
  type RichTextDoc,
  type RichTextInline,
  type RichTextListItem,
  type RichTextParagraph,
  type RichTextTableCell,
  type RichTextTableRow,
} from '../../../shared/model';
import { inlineContent } from './inline-content';
import { markdownTokens, type Token } from './markdown-tokens';
import { refuseConstruct, refuseDepth } from './refuse-construct';

const MOST_LEVELS = 40;

type Align = NonNullable<NonNullable<RichTextParagraph['attrs']>['textAlign']>;

const alignOf = (token: Token): Align | null => {
  const style = /text-align:(left|center|right)/u.exec(String(token.attrGet('style') ?? ''));
  return (style?.[1] as Align | undefined) ?? null;
};

const paragraph = (content: RichTextInline[], align: Align | null = null): RichTextParagraph => ({
  type: 'paragraph',
  ...(align === null ? {} : { attrs: { textAlign: align } }),
  ...(content.length === 0 ? {} : { content }),
});

/** Containers that are open, each collecting what is in it. */
type Open =
  | { readonly kind: 'blocks'; readonly blocks: RichTextBlock[] }
  | { readonly kind: 'items'; readonly items: RichTextListItem[]; readonly start: number | null }
  | { readonly kind: 'rows'; readonly rows: RichTextTableRow[] }
  | { readonly kind: 'cells'; readonly cells: RichTextTableCell[] };

/** Reads the parser's flat list of tokens with a stack of what is open. */
class Reader {
  readonly #open: Open[] = [{ kind: 'blocks', blocks: [] }];
  #align: Align | null = null;
  #bold = false;
  #line = 1;

  /** False for a token that a proposal has no place for. */
  read(token: Token): Result<null> {
    if (token.map !== null) this.#line = token.map[0] + 1;
    if (token.level > MOST_LEVELS) return refuseDepth(this.#line);
    switch (token.type) {
      case 'paragraph_open':
      case 'paragraph_close':
      case 'thead_open':
      case 'thead_close':
      case 'tbody_open':
      case 'tbody_close':
        return ok(null);
      case 'heading_open':
        this.#bold = true;
        return ok(null);
      case 'heading_close':
        this.#bold = false;
        return ok(null);
      case 'inline':
        return this.#inline(token);
      case 'bullet_list_open':
        this.#open.push({ kind: 'items', items: [], start: null });
        return ok(null);
      case 'ordered_list_open':
        this.#open.push({ kind: 'items', items: [], start: Number(token.attrGet('start') ?? 1) });
        return ok(null);
      case 'list_item_open':
        this.#open.push({ kind: 'blocks', blocks: [] });
        return ok(null);
      case 'table_open':
        this.#open.push({ kind: 'rows', rows: [] });
        return ok(null);
      case 'tr_open':
        this.#open.push({ kind: 'cells', cells: [] });
        return ok(null);
      case 'th_open':
      case 'td_open':
        this.#align = alignOf(token);
        this.#open.push({ kind: 'blocks', blocks: [] });
        return ok(null);
      case 'list_item_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'table_close':
      case 'tr_close':
      case 'th_close':
      case 'td_close':
        this.#close(token.type);
        return ok(null);
      default:
        return refuseConstruct(token.type, this.#line);
    }
  }

  doc(): RichTextDoc {
    const [outermost] = this.#open;
    const blocks = outermost?.kind === 'blocks' ? outermost.blocks : [];
    return blocks.length === 0 ? emptyRichText() : { type: 'doc', content: blocks };
  }

  #inline(token: Token): Result<null> {
    const content = inlineContent(token, this.#line, this.#bold);
    if (!content.ok) return content;
    this.#add(paragraph(content.value, this.#align));
    return ok(null);
  }

  #add(block: RichTextBlock): void {
    const container = this.#open.at(-1);
    if (container?.kind !== 'blocks') throw new Error('Markdown block outside a container');
    container.blocks.push(block);
  }

  #close(type: string): void {
    const closed = this.#open.pop();
    const outer = this.#open.at(-1);
    if (closed === undefined || outer === undefined) throw new Error(`unbalanced ${type}`);
    if (closed.kind === 'items') {
      const { items: content, start } = closed;
      this.#add(
        start === null
          ? { type: 'bulletList', content }
          : { type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content },
      );
    } else if (closed.kind === 'rows') {
      this.#add({ type: 'table', content: closed.rows });
    } else if (closed.kind === 'cells') {
      if (outer.kind === 'rows') outer.rows.push({ type: 'tableRow', content: closed.cells });
    } else {
      const content = closed.blocks.length === 0 ? [paragraph([])] : closed.blocks;
      if (outer.kind === 'items') outer.items.push({ type: 'listItem', content });
      if (outer.kind === 'cells') {
        outer.cells.push({ type: type === 'th_close' ? 'tableHeader' : 'tableCell', content });
        this.#align = null;
      }
    }
  }
}

/**
 * Markdown (CommonMark with GFM tables) as a rich-text document. Headings become bold paragraphs,
 * links their text with the address in brackets, `<br>`, `<u>`, `<sub>`, `<sup>` what they say.
 * Anything else a proposal has no place for is refused with its line: `markdown-unsupported`,
 * `markdown-depth`. No word is dropped.
 */
export const markdownToRichText = (text: string): Result<RichTextDoc> => {
  const reader = new Reader();
  for (const token of markdownTokens(text)) {
    const read = reader.read(token);
    if (!read.ok) return read;
  }
  return ok(reader.doc());
};
