/** Between a number and its unit: the pair must not part at the end of a line. */
const NO_BREAK_SPACE = '\u00a0';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, '.');

/** '1.234.567,5': a dot after each thousand, a comma before the fraction. */
export const vietnameseNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  // Large and tiny numbers must not turn into '1e+21' on paper.
  const [whole = '0', fraction = ''] =
    size >= 1e15 ? [BigInt(Math.round(size)).toString()] : size.toFixed(6).split('.');
  const rest = fraction.replace(/0+$/u, '');
  return `${sign}${grouped(whole)}${rest === '' ? '' : `,${rest}`}`;
};

/** '1.250.000.000 đồng', kept together by a no-break space. */
export const dongAmount = (value: number): string =>
  `${vietnameseNumber(value)}${NO_BREAK_SPACE}đồng`;

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number): string => DIGITS[value] ?? '';

const tensInWords = (tens: number, units: number, afterHundreds: boolean): string[] => {
  if (tens === 0) {
    if (units === 0) return [];
    return afterHundreds ? ['linh', digit(units)] : [digit(units)];
  }
  const five = units === 5 ? ['lăm'] : null;
  if (tens === 1) return ['mười', ...(five ?? (units === 0 ? [] : [digit(units)]))];
  const special: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };
  return [digit(tens), 'mươi', ...(units === 0 ? [] : [special[units] ?? digit(units)])];
};

/** Three digits; `spoken` says that a higher group stands before and hundreds must be named. */
const groupInWords = (value: number, spoken: boolean): string[] => {
  const hundreds = Math.floor(value / 100);
  const named = hundreds > 0 || spoken;
  return [
    ...(named ? [digit(hundreds), 'trăm'] : []),
    ...tensInWords(Math.floor(value / 10) % 10, value % 10, named),
  ];
};

const BILLION = 1e9;

const wordsOf = (value: number, spoken: boolean): string[] => {
  if (value >= BILLION) {
    const rest = value % BILLION;
    return [
      ...wordsOf(Math.floor(value / BILLION), spoken),
      'tỷ',
      ...(rest === 0 ? [] : wordsOf(rest, true)),
    ];
  }
  const words: string[] = [];
  const groups: readonly (readonly [number, string])[] = [
    [Math.floor(value / 1e6), 'triệu'],
    [Math.floor(value / 1e3) % 1000, 'nghìn'],
    [value % 1000, ''],
  ];
  for (const [group, unit] of groups) {
    if (group === 0) continue;
    words.push(...groupInWords(group, spoken || words.length > 0));
    if (unit !== '') words.push(unit);
  }
  return words;
};

/**
 * A whole, not negative number in words, small letters: 'một tỷ hai trăm năm mươi triệu'.
 * `null` for anything that is not read aloud as one number: fractions, negatives, above 2^53.
 */
export const numberInWords = (value: number): string | null => {
  if (!Number.isSafeInteger(value) || value < 0) return null;
  return value === 0 ? digit(0) : wordsOf(value, false).join(' ');
};

/** 'Một tỷ hai trăm năm mươi triệu đồng'; `null` where `numberInWords` is. */
export const dongInWords = (value: number): string | null => {
  const words = numberInWords(value);
  return words === null ? null : `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
};
