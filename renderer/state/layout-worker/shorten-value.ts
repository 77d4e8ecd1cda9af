import type {
  RichTextBlock,
  RichTextDoc,
  RichTextInline,
  SectionValue,
} from '../../../shared/model';
import type { Shortening } from './protocol';
import { isRichTextValue } from './section-change';

interface Branch {
  readonly type: string;
  readonly content?: readonly Branch[] | undefined;
}

const lengthOf = (inline: RichTextInline): number =>
  inline.type === 'text' ? inline.text.length : 1;

const cutInline = (inline: RichTextInline, from: number, to: number): RichTextInline | null => {
  if (from >= to) return inline;
  if (inline.type === 'hardBreak') return null;
  const text = inline.text.slice(0, from) + inline.text.slice(to);
  return text === '' ? null : { ...inline, text };
};

const cutParagraph = (
  content: readonly RichTextInline[],
  from: number,
  to: number,
): RichTextInline[] => {
  const kept: RichTextInline[] = [];
  let start = 0;
  for (const inline of content) {
    const length = lengthOf(inline);
    const left = cutInline(inline, Math.max(0, from - start), Math.min(length, to - start));
    if (left !== null) kept.push(left);
    start += length;
  }
  return kept;
};

const cutAt = (branch: Branch, path: readonly number[], from: number, to: number): Branch => {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (branch.type !== 'paragraph') return branch;
    const content = (branch.content ?? []) as unknown as readonly RichTextInline[];
    return { ...branch, content: cutParagraph(content, from, to) };
  }
  return {
    ...branch,
    content: (branch.content ?? []).map((child, index) =>
      index === step ? cutAt(child, rest, from, to) : child,
    ),
  };
};

/** The value without those words. Everything off the path stays the same object. */
export const shortenValue = (value: SectionValue, { path, from, to }: Shortening): SectionValue => {
  if (typeof value === 'string') return value.slice(0, from) + value.slice(to);
  if (!isRichTextValue(value)) return value;
  const content: readonly RichTextBlock[] = value.content ?? [];
  const cut: RichTextDoc = { type: 'doc', content: [...content] };
  return cutAt(cut as Branch, path, from, to) as RichTextDoc;
};
