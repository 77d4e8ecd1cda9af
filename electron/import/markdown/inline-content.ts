import { ok, type Result } from '../../../shared/base';
import type { RichTextInline, RichTextMark } from '../../../shared/model';
import type { Token } from './markdown-tokens';
import { refuseConstruct } from './refuse-construct';

type MarkType = RichTextMark['type'];

const MARK_OF: Readonly<Record<string, MarkType>> = { em: 'italic', strong: 'bold' };

/** Tags for what Markdown has no sign for and the proposal has a mark for. */
const MARK_OF_TAG: Readonly<Record<string, MarkType>> = {
  u: 'underline',
  sub: 'subscript',
  sup: 'superscript',
};

/** A link's text, then its address in brackets where the text does not already say it. */
const addressOf = (token: Token, text: string): string => {
  const address = String(token.attrGet('href') ?? '');
  const shown = decodeAddress(address);
  const said = shown === '' || text.includes(shown) || `mailto:${text}` === shown;
  return said ? '' : ` (${shown})`;
};

const decodeAddress = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

interface State {
  readonly content: RichTextInline[];
  readonly marks: MarkType[];
  /** Open links with where their text begins in `content`. */
  readonly links: { readonly token: Token; readonly from: number }[];
}

const withMarks = (marks: readonly MarkType[]): { marks?: RichTextMark[] } =>
  marks.length === 0 ? {} : { marks: [...new Set(marks)].map((type) => ({ type })) };

const addText = ({ content, marks }: State, text: string): void => {
  if (text !== '') content.push({ type: 'text', text, ...withMarks(marks) });
};

const closeMark = ({ marks }: State, type: MarkType): boolean => {
  const at = marks.lastIndexOf(type);
  if (at < 0) return false;
  marks.splice(at, 1);
  return true;
};

/** True when the tag is one of those we know, opened before it is closed. */
const readTag = (state: State, tag: string): boolean => {
  if (/^<br\s*\/?>$/iu.test(tag)) {
    state.content.push({ type: 'hardBreak' });
    return true;
  }
  const [, slash = '', name = ''] = /^<(\/?)(\w+)>$/u.exec(tag) ?? [];
  const mark = MARK_OF_TAG[name.toLowerCase()];
  if (mark === undefined) return false;
  if (slash === '/') return closeMark(state, mark);
  state.marks.push(mark);
  return true;
};

const readToken = (state: State, token: Token): boolean => {
  const { type, content } = token;
  const mark = MARK_OF[type.replace(/_(open|close)$/u, '')];
  if (mark !== undefined) {
    if (type.endsWith('_open')) state.marks.push(mark);
    else closeMark(state, mark);
    return true;
  }
  switch (type) {
    case 'text':
      addText(state, content);
      return true;
    case 'softbreak':
      addText(state, ' ');
      return true;
    case 'hardbreak':
      state.content.push({ type: 'hardBreak' });
      return true;
    case 'html_inline':
      return readTag(state, content);
    case 'link_open':
      state.links.push({ token, from: state.content.length });
      return true;
    case 'link_close': {
      const link = state.links.pop();
      if (link === undefined) return false;
      const text = state.content
        .slice(link.from)
        .map((part) => (part.type === 'text' ? part.text : ' '))
        .join('');
      addText(state, addressOf(link.token, text));
      return true;
    }
    default:
      return false;
  }
};

const joined = (content: readonly RichTextInline[]): RichTextInline[] => {
  const parts: RichTextInline[] = [];
  for (const part of content) {
    const last = parts.at(-1);
    const same =
      part.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(part.marks) === JSON.stringify(last.marks);
    if (same) parts[parts.length - 1] = { ...last, text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
};

/** The words of an inline token; `line` is where it begins in the Markdown text. */
export const inlineContent = (
  inline: Token,
  line: number,
  bold: boolean,
): Result<RichTextInline[]> => {
  const state: State = { content: [], marks: bold ? ['bold'] : [], links: [] };
  let here = line;
  for (const token of inline.children ?? []) {
    if (!readToken(state, token)) return refuseConstruct(token.type, here);
    if (token.type === 'softbreak' || token.type === 'hardbreak') here += 1;
  }
  // A tag that is never closed would mark the rest of the paragraph; that is hardly meant.
  if (state.marks.length > (bold ? 1 : 0)) return refuseConstruct('html_inline', line);
  return ok(joined(state.content));
};
