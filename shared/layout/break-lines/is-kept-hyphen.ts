const HYPHEN = 0x2d;
const LETTER = /^\p{L}$/u;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * Rule L12: whether the hyphen-minus at an offset holds the letter before it and the digit behind it
 * on one line: 'COVID-19', but not '3825-1234' and not '-10'.
 */
export const isKeptHyphen = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN &&
  isDigit(text.charCodeAt(at + 1)) &&
  LETTER.test(text.charAt(at - 1));
