const HYPHEN = 0x2d;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * Rule L12: whether the hyphen-minus at an offset keeps its line together with the digit behind it:
 * 'COVID-19', '-10', but not '3825-1234'.
 */
export const isKeptHyphen = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN &&
  isDigit(text.charCodeAt(at + 1)) &&
  !isDigit(text.charCodeAt(at - 1));
