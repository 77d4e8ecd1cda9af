import type { RichTextMark } from '../../../shared/model';
import type { Declarations } from './pasted-style';

/** What holds for the text inside an element. */
export interface InlineFormat {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly script: 'subscript' | 'superscript' | null;
  /** Spaces and line ends count as they are. */
  readonly verbatim: boolean;
}

export const plainFormat: InlineFormat = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: null,
  verbatim: false,
};

const BY_TAG: Readonly<Record<string, Partial<InlineFormat>>> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true },
  h1: { bold: true },
  h2: { bold: true },
  h3: { bold: true },
  h4: { bold: true },
  h5: { bold: true },
  h6: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sub: { script: 'subscript' },
  sup: { script: 'superscript' },
  pre: { verbatim: true },
  textarea: { verbatim: true },
};

const isBold = (weight: string): boolean =>
  /^(bold|bolder)$/i.test(weight) || Number.parseInt(weight, 10) >= 600;

const fromStyle = (style: Declarations, inherited: InlineFormat): Partial<InlineFormat> => {
  const weight = style['font-weight'];
  const slant = style['font-style'];
  const line = style['text-decoration-line'] ?? style['text-decoration'] ?? '';
  const raised = style['vertical-align'];
  const space = style['white-space'];
  return {
    ...(weight === undefined ? {} : { bold: isBold(weight) }),
    ...(slant === undefined ? {} : { italic: /italic|oblique/i.test(slant) }),
    // A line drawn by an outer element goes on through the inner ones.
    underline: inherited.underline || /underline/i.test(line),
    strike: inherited.strike || /line-through/i.test(line),
    ...(raised === 'super' ? { script: 'superscript' as const } : {}),
    ...(raised === 'sub' ? { script: 'subscript' as const } : {}),
    ...(space === undefined ? {} : { verbatim: /^(pre|break-spaces)/i.test(space) }),
  };
};

export const formatInside = (
  tag: string,
  style: Declarations,
  inherited: InlineFormat,
): InlineFormat => {
  const byTag = { ...inherited, ...BY_TAG[tag] };
  return { ...byTag, ...fromStyle(style, byTag) };
};

export const marksOf = (format: InlineFormat): { marks?: RichTextMark[] } => {
  const types: RichTextMark['type'][] = [];
  if (format.bold) types.push('bold');
  if (format.italic) types.push('italic');
  if (format.underline) types.push('underline');
  if (format.strike) types.push('strike');
  if (format.script !== null) types.push(format.script);
  return types.length === 0 ? {} : { marks: types.map((type) => ({ type })) };
};
