import { mm, mmToWholeTwip, pt, ptToWholeTwip, type Twip, twip } from '../../base';
import type { Paper, PaperLine, PaperWords, ParagraphBlock, ParagraphRole } from '../../model';
import { formRun, joinRuns } from '../form-run';
import { roughWidth } from '../rough-width';
import { type Fields, fillText, wordsOf } from './fill-text';

/** Where lines are being set: the paper's look and the width of the column. */
export interface PaperColumn {
  readonly fontSize: Twip;
  readonly lineSpacing: number;
  readonly firstLine: Twip;
  readonly width: Twip;
  /** In a cell, whatever the line's own role. */
  readonly role: ParagraphRole | null;
}

export const columnOf = (paper: Paper, width: Twip): PaperColumn => ({
  fontSize: ptToWholeTwip(pt(paper.typography.fontSize)),
  lineSpacing: paper.typography.lineSpacing,
  firstLine: mmToWholeTwip(mm(paper.typography.indent)),
  width,
  role: null,
});

/** Three quarters of a point: to be seen on a copy, too. */
const RULE_WEIGHT = twip(15);
/** The line that carries a stroke is as low as a line can be. */
const RULE_LINE = twip(20);
/** Room of a hanging sign, in ems. */
const SIGN_ROOM = 0.6;

const isShown = (line: PaperLine, words: PaperWords, fields: Fields): boolean => {
  const has = (name: string): boolean =>
    wordsOf(fields, name) !== '' || (words.lists[name] ?? []).length > 0;
  return (line.when === null || has(line.when)) && (line.unless === null || !has(line.unless));
};

const paragraph = (
  line: PaperLine,
  fields: Fields,
  id: string,
  column: PaperColumn,
): ParagraphBlock => {
  const fontSize = line.size === null ? column.fontSize : ptToWholeTwip(pt(line.size));
  const hang = line.sign === '' ? 0 : Math.round(SIGN_ROOM * fontSize);
  const parts = fillText(line.text, fields);
  const runs = parts.map(({ text, bold, italic }) =>
    formRun(line.upper ? text.toUpperCase() : text, fontSize, {
      bold: line.bold !== bold,
      italic: line.italic !== italic,
    }),
  );
  return {
    kind: 'paragraph',
    id,
    section: null,
    source: null,
    role: column.role ?? line.role,
    format: {
      align: line.align,
      indentLeft: twip(mmToWholeTwip(mm(line.left)) + hang),
      indentRight: mmToWholeTwip(mm(line.right)),
      firstLine: hang > 0 ? twip(-hang) : line.indent ? column.firstLine : twip(0),
      spaceBefore: ptToWholeTwip(pt(line.before)),
      spaceAfter: ptToWholeTwip(pt(line.after)),
      lineSpacing: column.role === null ? column.lineSpacing : 1,
      keepNext: line.keepNext,
      keepLines: line.keepNext,
      widowControl: true,
      pageBreakBefore: false,
    },
    label:
      hang > 0
        ? {
            text: line.sign,
            level: 0,
            ordered: false,
            value: null,
            listId: id.replace(/\.\d+$/u, ''),
          }
        : null,
    runs: joinRuns(runs),
    fontSize,
    ...(line.signing ? { signing: 'above' } : {}),
  };
};

/** How long the longest line of a paragraph comes out, by eye. */
const spanOf = (block: ParagraphBlock | undefined, column: PaperColumn): number => {
  if (block === undefined) return 0;
  const width = block.runs.reduce(
    (sum, { text, bold, fontSize }) => sum + roughWidth(text, bold) * fontSize,
    0,
  );
  return Math.min(width, column.width - block.format.indentLeft - block.format.indentRight);
};

/** A stroke centred in the column, below the line above. */
const strokeBlock = (
  line: PaperLine & { readonly rule: NonNullable<PaperLine['rule']> },
  above: ParagraphBlock | undefined,
  id: string,
  column: PaperColumn,
): ParagraphBlock => {
  const plain = paragraph({ ...line, text: '', sign: '' }, {}, id, column);
  const length =
    'ems' in line.rule ? line.rule.ems * plain.fontSize : line.rule.share * spanOf(above, column);
  const side = twip(Math.max(0, Math.round((column.width - length) / 2)));
  return {
    ...plain,
    format: {
      ...plain.format,
      indentLeft: side,
      indentRight: side,
      spaceBefore: twip(Math.max(plain.format.spaceBefore, RULE_WEIGHT)),
      lineSpacing: 1,
      ruleAbove: RULE_WEIGHT,
    },
    fontSize: RULE_LINE,
  };
};

/** Lines with their blanks filled, one under the other; lists line by line. */
export const paperParagraphs = (
  lines: readonly PaperLine[],
  words: PaperWords,
  fields: Fields,
  id: string,
  column: PaperColumn,
): ParagraphBlock[] => {
  const blocks: ParagraphBlock[] = [];
  for (const [at, line] of lines.entries()) {
    if (!isShown(line, words, fields)) continue;
    const { rule } = line;
    if (rule !== null) {
      blocks.push(strokeBlock({ ...line, rule }, blocks.at(-1), `${id}.${at}`, column));
      continue;
    }
    const entries = line.each === null ? [fields] : (words.lists[line.each] ?? []);
    for (const [entry, own] of entries.entries()) {
      blocks.push(paragraph(line, { ...fields, ...own }, `${id}.${at}.${entry}`, column));
    }
  }
  return blocks;
};
