import {
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
} from 'docx';
import { twip } from '../../../shared/base';
import type { ParagraphBlock, ParagraphFormat } from '../../../shared/model';
import type { LetterSpacing } from './hair-lines';
import { keepHyphens } from './keep-hyphens';
import { labelHanging } from './label-hanging';
import type { ListPlace } from './list-numbering';
import { type SpacedRun, spacedRuns } from './spaced-runs';
import { halfPoints, JUSTIFICATION, LINE, STYLES } from './style-sheet';
import type { TextLook } from './text-look';
import { textRun } from './text-runs';

/** What the paragraph's surroundings ask of it, besides its own wishes. */
export interface Keeping {
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly pageBreakBefore: boolean;
}

const spacingOf = (format: ParagraphFormat): NonNullable<IParagraphOptions['spacing']> => ({
  // A border adds its weight to the paragraph's height; the page engine counts it as space.
  before: Math.round(format.spaceBefore - (format.ruleAbove ?? 0)),
  after: Math.round(format.spaceAfter),
  line: Math.round(format.lineSpacing * LINE),
  // Left out, LibreOffice takes 312 for twips where Word reads 1.3 lines (17.3.1.33).
  lineRule: LineRuleType.AUTO,
});

const indentOf = (format: ParagraphFormat): NonNullable<IParagraphOptions['indent']> => ({
  left: Math.round(format.indentLeft),
  right: Math.round(format.indentRight),
  ...(format.firstLine < 0
    ? { hanging: -Math.round(format.firstLine) }
    : { firstLine: Math.round(format.firstLine) }),
});

const same = <K extends keyof ParagraphFormat>(
  a: ParagraphFormat,
  b: ParagraphFormat,
  ...keys: readonly K[]
): boolean => keys.every((key) => a[key] === b[key]);

/** Only what the style does not say already: a person who restyles the document finds it clean. */
const differences = (
  format: ParagraphFormat,
  style: ParagraphFormat,
  keeping: Keeping,
  isListed: boolean,
): Partial<IParagraphOptions> => ({
  ...(same(format, style, 'align') ? {} : { alignment: JUSTIFICATION[format.align] }),
  ...(same(format, style, 'spaceBefore', 'spaceAfter', 'lineSpacing', 'ruleAbove')
    ? {}
    : { spacing: spacingOf(format) }),
  // A numbering level's indent stands above the style's (17.9.22), so a list item says its own.
  ...(!isListed && same(format, style, 'indentLeft', 'indentRight', 'firstLine')
    ? {}
    : { indent: indentOf(format) }),
  ...(same(format, style, 'widowControl') ? {} : { widowControl: format.widowControl }),
  ...(keeping.keepNext === style.keepNext ? {} : { keepNext: keeping.keepNext }),
  ...(keeping.keepLines === style.keepLines ? {} : { keepLines: keeping.keepLines }),
  ...(keeping.pageBreakBefore ? { pageBreakBefore: true } : {}),
});

/** The label of an item that no numbering can count: plain text up to the left indent. */
const labelRuns = ({ label, fontSize }: ParagraphBlock): SpacedRun[] =>
  label === null
    ? []
    : [
        {
          text: `${label.text}\t`,
          bold: false,
          italic: false,
          underline: false,
          strike: false,
          script: 'normal',
          fontSize,
          letterSpacing: 0,
        },
      ];

const TWIPS_PER_EIGHTH_POINT = 2.5;

/** 17.3.1.7 pBdr: a border goes from indent to indent, as the page list's stroke does (rule L26). */
const ruleOf = ({ ruleAbove }: ParagraphFormat): Pick<IParagraphOptions, 'border'> =>
  ruleAbove === undefined || ruleAbove === 0
    ? {}
    : {
        border: {
          top: {
            style: BorderStyle.SINGLE,
            size: Math.max(2, Math.round(ruleAbove / TWIPS_PER_EIGHTH_POINT)),
            space: 0,
            color: '000000',
          },
        },
      };

/** What else is in it besides its words. */
export interface Extras {
  readonly spacings: readonly LetterSpacing[];
  /** Offsets into its text at which its lines end. */
  readonly lineEnds: readonly number[];
  /** Pictures that float over the page, anchored here. */
  readonly floating: readonly ParagraphChild[];
}

export const flowParagraph = (
  block: ParagraphBlock,
  look: TextLook,
  list: ListPlace | undefined,
  keeping: Keeping,
  { spacings, lineEnds, floating }: Extras,
): Paragraph => {
  const { fontSize } = block;
  const firstLine = twip(block.format.firstLine - labelHanging(block));
  const format = list === undefined ? block.format : { ...block.format, firstLine };
  return new Paragraph({
    style: STYLES[block.role].id,
    ...differences(format, look.format, keeping, list !== undefined),
    ...ruleOf(format),
    ...(list === undefined ? {} : { numbering: { ...list, instance: 0, custom: true } }),
    // The paragraph mark: height of an empty line, and of the label (17.3.1.29).
    ...(fontSize === look.fontSize ? {} : { run: { size: halfPoints(fontSize) } }),
    children: [
      ...floating,
      ...[
        ...(list === undefined ? labelRuns(block) : []),
        ...spacedRuns(keepHyphens(block.runs, lineEnds), spacings),
      ]
        .filter(({ text }) => text !== '')
        .map((run) => textRun(run, look)),
    ],
  });
};

/**
 * 17.4.37: two tables with nothing between them are one, and the last thing in a document or cell
 * is a paragraph. This one is as low as a line can be: one twip.
 */
export const hairParagraph = (spaceBefore = 0): Paragraph =>
  new Paragraph({
    spacing: { before: spaceBefore, after: 0, line: 1, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    children: [],
  });
