import type {
  Proposal,
  RichTextBlock,
  RichTextDoc,
  RichTextInline,
  RichTextListItem,
  RichTextMark,
  RichTextTableCell,
  SectionValue,
  StyleRanges,
  Template,
} from '../../shared/model';
import { type Random, randomOf } from './random';
import { paragraphText, rareText, sentence, shortText } from './vietnamese-prose';

/** One of the steps of a range, its ends as likely as all between them. */
const within = (
  random: Random,
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
): number => {
  if (random.chance(0.4)) return random.chance(0.5) ? min : max;
  const steps = Math.round((max - min) / step);
  return Number((min + random.int(0, steps) * step).toFixed(4));
};

const styleOf = (random: Random, ranges: StyleRanges): Proposal['style'] => ({
  fontSize: within(random, ranges.fontSize),
  lineSpacing: within(random, ranges.lineSpacing),
  spaceAfter: within(random, ranges.spaceAfter),
  margins: {
    top: within(random, ranges.marginTop),
    bottom: within(random, ranges.marginBottom),
    left: within(random, ranges.marginLeft),
    right: within(random, ranges.marginRight),
  },
  indent: within(random, ranges.indent),
});

const MARKS: readonly RichTextMark['type'][] = ['bold', 'italic', 'underline', 'strike'];

/** A paragraph's words, now and then marked, ended by hand or with rare signs among them. */
const inline = (random: Random, text: string): RichTextInline[] => {
  const words = text.split(' ');
  const pieces: RichTextInline[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = random.chance(0.75) ? words.length : random.int(1, 6);
    const piece = words.slice(at, at + taken).join(' ');
    const isLast = at + taken >= words.length;
    const marks = random.chance(0.35) ? [{ type: random.pick(MARKS) }] : [];
    pieces.push({
      type: 'text',
      text: isLast ? piece : `${piece} `,
      ...(marks.length > 0 ? { marks } : {}),
    });
    if (!isLast && random.chance(0.08)) {
      const type = random.pick(['subscript', 'superscript'] as const);
      pieces.push({ type: 'text', text: random.pick(['2', '3', '-1', 'max']), marks: [{ type }] });
    }
    if (!isLast && random.chance(0.05)) pieces.push({ type: 'hardBreak' });
    at += taken;
  }
  return pieces;
};

/** Chance, and whether documents are to be hard: rare signs, lists in the cells of tables. */
interface Writer {
  readonly random: Random;
  readonly isHard: boolean;
}

const paragraph = ({ random, isHard }: Writer, text: string): RichTextBlock => ({
  type: 'paragraph',
  ...(random.chance(0.12)
    ? { attrs: { textAlign: random.pick(['left', 'center', 'right'] as const) } }
    : {}),
  content: inline(random, isHard && random.chance(0.06) ? `${text} ${rareText(random)}` : text),
});

const prose = (writer: Writer): RichTextBlock =>
  writer.random.chance(0.03)
    ? { type: 'paragraph' }
    : paragraph(writer, paragraphText(writer.random, writer.random.int(1, 5), 0.5));

const listItem = (writer: Writer, depth: number): RichTextListItem => ({
  type: 'listItem',
  content: [
    paragraph(writer, sentence(writer.random, 0.5)),
    ...(writer.random.chance(0.1) ? [paragraph(writer, sentence(writer.random, 0.3))] : []),
    ...(depth < 2 && writer.random.chance(0.25) ? [list(writer, depth + 1)] : []),
  ],
});

const list = (writer: Writer, depth = 1): RichTextBlock => {
  const { random } = writer;
  const content = Array.from({ length: random.int(1, 5) }, () => listItem(writer, depth));
  return random.chance(0.6)
    ? { type: 'bulletList', content }
    : {
        type: 'orderedList',
        ...(random.chance(0.2) ? { attrs: { start: random.int(2, 99) } } : {}),
        content,
      };
};

const cell = (
  writer: Writer,
  type: RichTextTableCell['type'],
  attrs: RichTextTableCell['attrs'],
): RichTextTableCell => ({
  type,
  ...(attrs === undefined ? {} : { attrs }),
  content: [
    paragraph(
      writer,
      writer.random.chance(0.7) ? shortText(writer.random) : sentence(writer.random, 0.4),
    ),
    ...(writer.isHard && writer.random.chance(0.08) ? [list(writer, 2)] : []),
  ],
});

const table = (writer: Writer): RichTextBlock => {
  const { random } = writer;
  const columns = random.int(2, 5);
  const widths = random.chance(0.6)
    ? Array.from({ length: columns }, () => random.int(60, 220))
    : null;
  const attrsOf = (from: number, colspan: number) => {
    const colwidth = widths?.slice(from, from + colspan) ?? null;
    return colspan === 1 && colwidth === null ? undefined : { colspan, colwidth };
  };
  const row = (type: RichTextTableCell['type']) => {
    const cells: RichTextTableCell[] = [];
    for (let at = 0; at < columns; ) {
      const colspan = random.chance(0.06) ? Math.min(2, columns - at) : 1;
      cells.push(cell(writer, type, attrsOf(at, colspan)));
      at += colspan;
    }
    return { type: 'tableRow' as const, content: cells };
  };
  const hasHead = random.chance(0.8);
  return {
    type: 'table',
    content: [
      ...(hasHead ? [row('tableHeader')] : []),
      ...Array.from({ length: random.int(1, 9) }, () => row('tableCell')),
    ],
  };
};

const doc = (writer: Writer): RichTextDoc => ({
  type: 'doc',
  content: Array.from({ length: writer.random.int(1, 6) }, () => {
    const kind = writer.random.next();
    if (kind < 0.62) return prose(writer);
    return kind < 0.85 ? list(writer) : table(writer);
  }),
});

const answerOf = (writer: Writer, kind: string): SectionValue | undefined => {
  const { random } = writer;
  if (kind === 'text') return sentence(random, 0.3);
  if (kind === 'richText') return doc(writer);
  if (kind === 'duration') return { from: '2023-07', to: '2024-12', months: 18 };
  if (kind === 'money') return { total: 1_250_000_000, state: 750_000_000, matching: 500_000_000 };
  if (kind === 'attachments')
    return Array.from({ length: random.int(0, 4) }, () => shortText(random));
  return undefined;
};

/** From this seed on documents are hard. */
export const HARD_SEEDS = 90_000;

/** A proposal in any legal style, of one to some dozens of pages, as a person or a program writes it. */
export const corpusProposal = (seed: number, template: Template, example: Proposal): Proposal => {
  const random = randomOf(seed);
  const writer: Writer = { random, isHard: seed >= HARD_SEEDS };
  const style = styleOf(random, template.typography.ranges);
  const values = Object.fromEntries(
    template.sections.flatMap(({ id, kind }) => {
      const value = answerOf(writer, kind) ?? example.values[id];
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return { ...example, style, values };
};
