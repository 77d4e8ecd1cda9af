import { BA, BK, breakClassOf, CR, HL, HY, LF, NL, RI, SP, WJ, ZWJ } from './break-classes';

/**
 * The pair table of UAX #14, in the signs of the standard; a row for the class before, a column for
 * the class after, in the order of the data. '_' a line may end, '%' only with spaces between, '^'
 * never; '#' and '@' the same as '%' and '^' before a combining mark, which takes no part itself.
 */
const PAIRS = [
  '^^^^^^^^^^^^^^^^^^^^^@^^^^^^^^^^^', // OP
  '_^^%%^^^^%%____%%%__^#^________%_', // CL
  '_^^%%^^^^%%%%%_%%%__^#^________%_', // CP
  '^^^%%%^^^%%%%%%%%%%%^#^%%%%%%%%%%', // QU
  '%^^%%%^^^%%%%%%%%%%%^#^%%%%%%%%%%', // GL
  '_^^%%%^^^______%%%__^#^________%_', // NS
  '_^^%%%^^^______%%%__^#^________%_', // EX
  '_^^%%%^^^__%_%_%%%__^#^________%_', // SY
  '_^^%%%^^^__%%%_%%%__^#^________%_', // IS
  '%^^%%%^^^__%%%%%%%__^#^%%%%%_%%%_', // PR
  '%^^%%%^^^__%%%_%%%__^#^________%_', // PO
  '%^^%%%^^^%%%%%_%%%__^#^________%_', // NU
  '%^^%%%^^^%%%%%_%%%__^#^________%_', // AL
  '%^^%%%^^^%%%%%_%%%__^#^________%_', // HL
  '_^^%%%^^^_%____%%%__^#^________%_', // ID
  '_^^%%%^^^______%%%__^#^________%_', // IN
  '_^^%_%^^^__%___%%%__^#^________%_', // HY
  '_^^%_%^^^______%%%__^#^________%_', // BA
  '%^^%%%^^^%%%%%%%%%%%^#^%%%%%%%%%_', // BB
  '_^^%%%^^^______%%%_^^#^________%_', // B2
  '____________________^____________', // ZW
  '%^^%%%^^^%%%%%_%%%__^#^________%_', // CM
  '%^^%%%^^^%%%%%%%%%%%^#^%%%%%%%%%%', // WJ
  '_^^%%%^^^_%____%%%__^#^___%%___%_', // H2
  '_^^%%%^^^_%____%%%__^#^____%___%_', // H3
  '_^^%%%^^^_%____%%%__^#^%%%%____%_', // JL
  '_^^%%%^^^_%____%%%__^#^___%%___%_', // JV
  '_^^%%%^^^_%____%%%__^#^____%___%_', // JT
  '_^^%%%^^^______%%%__^#^_____%__%_', // RI
  '_^^%%%^^^_%____%%%__^#^_______%%_', // EB
  '_^^%%%^^^_%____%%%__^#^________%_', // EM
  '%^^%%%^^^%%%%%_%%%__^#^________%_', // ZWJ
  '_^^%%_^^^___________^#^________%_', // CB
];

/** What a class is at the start of a line. */
const atStart = (kind: number): number => {
  if (kind === LF || kind === NL) return BK;
  return kind === SP ? WJ : kind;
};

/**
 * Where a line may end by UAX #14 (rule L11), in order, the end of the text included. The standard's
 * customisation is in `breakOpportunities`.
 */
export const unicodeBreaks = (text: string): number[] => {
  const breaks: number[] = [];
  if (text === '') return breaks;
  let position = 0;
  const nextKind = (): number => {
    const codePoint = text.codePointAt(position) ?? 0;
    position += codePoint > 0xffff ? 2 : 1;
    return breakClassOf(codePoint);
  };

  /** Class right before, spaces included; and the one that speaks for what stands before. */
  let last = nextKind();
  let before = atStart(last);
  /** A Hebrew letter stood before the hyphen (LB21a); regional indicators in a row (LB30a). */
  let afterHebrew = false;
  let indicators = 0;

  const mayBreak = (after: number): boolean => {
    const sign = PAIRS[before]?.charAt(after) ?? '_';
    const hasSpace = last === SP;
    if (sign === '#' && !hasSpace) return false;
    if (sign === '@' && !hasSpace) return false;
    let isBreak = sign === '_' || ((sign === '%' || sign === '#') && hasSpace);
    if (last === ZWJ) isBreak = false;
    if (afterHebrew && (before === HY || before === BA)) {
      isBreak = false;
      afterHebrew = false;
    } else {
      afterHebrew = before === HL;
    }
    if (before === RI) {
      indicators += 1;
      if (indicators === 2 && after === RI) {
        isBreak = true;
        indicators = 0;
      }
    } else {
      indicators = 0;
    }
    before = after;
    return isBreak;
  };

  while (position < text.length) {
    const at = position;
    const after = nextKind();
    if (before === BK || (before === CR && after !== LF)) {
      breaks.push(at);
      before = atStart(after);
    } else if (after === BK || after === LF || after === NL) {
      before = BK;
    } else if (after === CR) {
      before = CR;
    } else if (after !== SP && mayBreak(after)) {
      breaks.push(at);
    }
    last = after;
  }
  breaks.push(text.length);
  return breaks;
};
