import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { ParagraphBlock } from '../../../shared/model';
import { FONT, halfPoints } from './style-sheet';

type Definition = INumberingOptions['config'][number];
type Format = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

/** Which numbering definition a paragraph counts in. */
export interface ListPlace {
  readonly reference: string;
  readonly level: number;
}

const letters = (value: number): string =>
  String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (value: number): string => {
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
};

const MOST_ROMAN = 3999;

/** As word processors count (17.18.59 ST_NumberFormat). */
const COUNT: Readonly<Record<Format, (value: number) => string>> = {
  decimal: String,
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: (value) => (value > MOST_ROMAN ? '' : roman(value)),
  upperRoman: (value) => (value > MOST_ROMAN ? '' : roman(value).toUpperCase()),
};

const FORMATS: readonly Format[] = [
  'decimal',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
];

interface Scheme {
  readonly format: Format;
  readonly before: string;
  readonly after: string;
}

const labelIn = ({ format, before, after }: Scheme, value: number): string =>
  `${before}${COUNT[format](value)}${after}`;

/** Reads '3.' with value 3 as a decimal with a dot after it; null for a sign that counts nothing. */
const schemeOf = (text: string, value: number | null): Scheme | null => {
  if (value === null || value < 1) return null;
  for (const format of FORMATS) {
    const counted = COUNT[format](value);
    const at = counted === '' ? -1 : text.indexOf(counted);
    if (at < 0) continue;
    return { format, before: text.slice(0, at), after: text.slice(at + counted.length) };
  }
  return null;
};

/** A list as far as one definition can count it. */
interface Stretch {
  readonly reference: string;
  readonly scheme: Scheme | null;
  readonly fontSize: number;
  next: number;
}

const indentOf = ({ format }: ParagraphBlock) => ({
  left: Math.round(format.indentLeft),
  ...(format.firstLine < 0
    ? { hanging: -Math.round(format.firstLine) }
    : { firstLine: Math.round(format.firstLine) }),
});

/** A bullet is one character to LibreOffice; a longer sign is a number that shows no count. */
const signFormat = (text: string) =>
  [...text].length === 1 ? LevelFormat.BULLET : LevelFormat.NONE;

const definitionOf = (
  block: ParagraphBlock,
  reference: string,
  scheme: Scheme | null,
): Definition => {
  const level = block.label?.level ?? 0;
  const text = block.label?.text ?? '';
  return {
    reference,
    levels: [
      {
        level,
        format: scheme === null ? signFormat(text) : scheme.format,
        text: scheme === null ? text : `${scheme.before}%${level + 1}${scheme.after}`,
        start: scheme === null ? 1 : (block.label?.value ?? 1),
        alignment: AlignmentType.LEFT,
        // To the left indent or, past it, to the next default tab stop (17.3.1.37).
        suffix: LevelSuffix.TAB,
        style: {
          // A label of another size or face would raise its line; "-" is in every text font.
          run: {
            font: FONT,
            bold: false,
            italics: false,
            size: halfPoints(block.fontSize),
          },
          paragraph: { indent: indentOf(block) },
        },
      },
    ],
  };
};

/**
 * Numbering definitions for all labels of a flow, in order, and where each paragraph counts. A list
 * whose values jump, or whose labels change their form or size, goes on in a new definition that
 * starts at the value shown, so that Word shows exactly the labels of the pages. A paragraph with a
 * label and without a place has to write it as text.
 */
export const listNumbering = (
  paragraphs: readonly ParagraphBlock[],
): { readonly config: Definition[]; readonly placeOf: (id: string) => ListPlace | undefined } => {
  const config: Definition[] = [];
  const places = new Map<string, ListPlace>();
  const current = new Map<string, Stretch>();
  const bullets = new Map<string, Stretch>();

  const open = (block: ParagraphBlock, scheme: Scheme | null): Stretch => {
    const reference = `list-${config.length + 1}`;
    config.push(definitionOf(block, reference, scheme));
    return { reference, scheme, fontSize: block.fontSize, next: block.label?.value ?? 0 };
  };

  for (const block of paragraphs) {
    const { label } = block;
    // A percent sign refers to another level's number (17.9.11 lvlText); there is no way to say it.
    if (label === null || label.text.includes('%')) continue;
    const scheme = label.ordered ? schemeOf(label.text, label.value) : null;
    let stretch: Stretch | undefined;
    if (scheme === null) {
      // Bullets do not count, so all of one look share a definition.
      const look = JSON.stringify([label.text, label.level, block.fontSize, indentOf(block)]);
      stretch = bullets.get(look) ?? open(block, null);
      bullets.set(look, stretch);
    } else {
      const known = current.get(label.listId);
      const goesOn =
        known?.scheme != null &&
        known.next === label.value &&
        known.fontSize === block.fontSize &&
        labelIn(known.scheme, label.value) === label.text;
      stretch = goesOn ? known : open(block, scheme);
      stretch.next += 1;
      current.set(label.listId, stretch);
    }
    places.set(block.id, { reference: stretch.reference, level: label.level });
  }
  return { config, placeOf: (id) => places.get(id) };
};
