import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Classes of UAX #14 by the long names of the data, in the order of the standard's pair table; those
 * that the table does not know come last.
 */
const CLASSES = {
  Open_Punctuation: 'OP',
  Close_Punctuation: 'CL',
  Close_Parenthesis: 'CP',
  Quotation: 'QU',
  Glue: 'GL',
  Nonstarter: 'NS',
  Exclamation: 'EX',
  Break_Symbols: 'SY',
  Infix_Numeric: 'IS',
  Prefix_Numeric: 'PR',
  Postfix_Numeric: 'PO',
  Numeric: 'NU',
  Alphabetic: 'AL',
  Hebrew_Letter: 'HL',
  Ideographic: 'ID',
  Inseparable: 'IN',
  Hyphen: 'HY',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  ZWSpace: 'ZW',
  Combining_Mark: 'CM',
  Word_Joiner: 'WJ',
  H2: 'H2',
  H3: 'H3',
  JL: 'JL',
  JV: 'JV',
  JT: 'JT',
  Regional_Indicator: 'RI',
  E_Base: 'EB',
  E_Modifier: 'EM',
  ZWJ: 'ZWJ',
  Contingent_Break: 'CB',
  Mandatory_Break: 'BK',
  Carriage_Return: 'CR',
  Line_Feed: 'LF',
  Next_Line: 'NL',
  Space: 'SP',
};

/** Rule LB1: classes that the algorithm replaces before it begins. */
const REPLACED = {
  Ambiguous: 'AL',
  Surrogate: 'AL',
  Complex_Context: 'AL',
  Unknown: 'AL',
  Conditional_Japanese_Starter: 'NS',
};

const CODE_POINTS = 0x110000;
const UNASSIGNED = undefined;

const dataFolder = () =>
  dirname(createRequire(import.meta.url).resolve('@unicode/unicode-14.0.0/package.json'));

/** The class of every code point by its short name. */
const classesOfAll = async (folder) => {
  const classes = new Array(CODE_POINTS).fill(UNASSIGNED);
  for (const long of readdirSync(join(folder, 'Line_Break'))) {
    if (long === 'Unknown') continue;
    const short = CLASSES[long] ?? REPLACED[long];
    if (short === undefined) throw new Error(`unknown class ${long}`);
    const file = join(folder, 'Line_Break', long, 'ranges.mjs');
    const { default: ranges } = await import(pathToFileURL(file).href);
    for (const { begin, end } of ranges) classes.fill(short, begin, end);
  }
  return classes;
};

/** What no letter has is left to its neighbours, so that the runs stay long. */
const withoutGaps = (classes) => {
  const filled = [];
  let last = 'AL';
  let at = 0;
  while (at < CODE_POINTS) {
    let end = at;
    while (end < CODE_POINTS && classes[end] === UNASSIGNED) end += 1;
    const isSame = end < CODE_POINTS && classes[end] === last;
    for (; at < end; at += 1) filled.push(isSame ? last : 'AL');
    if (at < CODE_POINTS) {
      last = classes[at];
      filled.push(last);
      at += 1;
    }
  }
  return filled;
};

/** `{unicode, names, runs: [first code point, class index][]}`. */
export const readClasses = async () => {
  const names = Object.values(CLASSES);
  const runs = [];
  withoutGaps(await classesOfAll(dataFolder())).forEach((name, codePoint) => {
    const index = names.indexOf(name);
    if (runs.at(-1)?.[1] !== index) runs.push([codePoint, index]);
  });
  return { unicode: '14.0.0', names, runs };
};
