import type { Twip } from '../../base';
import type { ParagraphBlock, Run } from '../../model';
import { type BrokenParagraph, breakParagraph, type Measure } from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import { measureParagraph } from '../measure/measure-paragraph';
import type { MeasuredParagraph } from '../measure/measured-paragraph';

/** Texts kept in each of two generations; a 300-page document has about 4,000. */
const GENERATION = 4_000;
/** Ways to set one text (faces, sizes, decorations) that are kept. */
const MOST_LOOKS = 8;
/** Columns and indents of one measured text whose lines are kept. */
const MOST_WIDTHS = 8;

/** One text in one look: measured exactly, and as LibreOffice 7 does (rule L75). */
interface Entry {
  readonly runs: readonly Run[];
  exact: MeasuredParagraph | null;
  rounded: MeasuredParagraph | null;
}

interface Broken {
  readonly width: Twip;
  readonly indentLeft: Twip;
  readonly indentRight: Twip;
  readonly firstLine: Twip;
  readonly label: string | null;
  readonly fontSize: Twip;
  readonly widthFactor: number;
  readonly paragraph: BrokenParagraph;
}

const sameLook = (a: Run, b: Run): boolean =>
  a.text === b.text &&
  a.fontSize === b.fontSize &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.strike === b.strike &&
  a.script === b.script;

const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((run, at) => {
      const other = b[at];
      return other !== undefined && sameLook(run, other);
    }));

const textOf = (runs: readonly Run[]): string => {
  if (runs.length === 1) return runs[0]?.text ?? '';
  let text = '';
  for (const run of runs) text += run.text;
  return text;
};

/** Newest first, without those that are too many. */
const withFirst = <T>(first: T, others: readonly T[], most: number): T[] => [
  first,
  ...others.slice(0, most - 1),
];

export interface TextCache {
  /** The lines of a paragraph; the same object for the same content, width and leeway. */
  readonly broken: (block: ParagraphBlock, width: Twip, leeway: Leeway) => BrokenParagraph;
}

/**
 * Remembers what texts measure and where their lines end: by the object of the runs, then by
 * content, so that a section that was resolved anew, or set with other spaces between its lines,
 * costs no measuring. Content is kept for two generations of use: what was not asked for during a
 * whole generation is forgotten. One cache serves all leeways.
 */
export const createTextCache = (): TextCache => {
  const byRuns = new WeakMap<readonly Run[], Entry>();
  let young = new Map<string, readonly Entry[]>();
  let old = new Map<string, readonly Entry[]>();
  const lines = new WeakMap<MeasuredParagraph, readonly Broken[]>();

  const byContent = (runs: readonly Run[]): Entry => {
    const text = textOf(runs);
    const known = young.get(text) ?? old.get(text) ?? [];
    const found = known.find((entry) => sameRuns(entry.runs, runs));
    const entry = found ?? { runs, exact: null, rounded: null };
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    if (known[0] !== entry || !young.has(text)) {
      const others = known.filter((other) => other !== entry);
      young.set(text, withFirst(entry, others, MOST_LOOKS));
    }
    return entry;
  };

  const measuredOf = (runs: readonly Run[], leeway: Leeway): MeasuredParagraph => {
    let entry = byRuns.get(runs);
    if (entry === undefined) {
      entry = byContent(runs);
      byRuns.set(runs, entry);
    }
    const way = leeway.roundedWidths ? 'rounded' : 'exact';
    const measured = entry[way] ?? measureParagraph(runs, leeway);
    entry[way] = measured;
    return measured;
  };

  return {
    broken: (block, width, leeway) => {
      const measure: Measure = (runs) => measuredOf(runs, leeway);
      const measured = measure(block.runs);
      const { widthFactor } = leeway;
      const { indentLeft, indentRight, firstLine } = block.format;
      const { fontSize } = block;
      const label = block.label?.text ?? null;
      const known = lines.get(measured) ?? [];
      for (const one of known) {
        if (
          one.width === width &&
          one.firstLine === firstLine &&
          one.indentLeft === indentLeft &&
          one.indentRight === indentRight &&
          one.label === label &&
          one.fontSize === fontSize &&
          one.widthFactor === widthFactor
        ) {
          return one.paragraph;
        }
      }
      const paragraph = breakParagraph(block, width, widthFactor, measure);
      const broken: Broken = {
        width,
        indentLeft,
        indentRight,
        firstLine,
        label,
        fontSize,
        widthFactor,
        paragraph,
      };
      lines.set(measured, withFirst(broken, known, MOST_WIDTHS));
      return paragraph;
    },
  };
};
