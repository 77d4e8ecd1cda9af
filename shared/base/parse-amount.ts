import { foldText } from './folded-text';

const UNITS: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
  trieu: 1e6,
  tr: 1e6,
  ty: 1e9,
  ti: 1e9,
};
const CURRENCY = /\s*(dong|vnd|d)\.?$/;
const PLAIN = /^\d[\d. ]*$/;
const ENGLISH_GROUPS = /^\d{1,3}(,\d{3})+$/;
const PART = /^([\d.,]+)\s*([a-z]+)\s*/;
const GROUPED = /^\d{1,3}(\.\d{3})+(,\d+)?$/;

/** '1.250' is a thousand and more, '1,25' and '1.25' are one and a quarter. */
const decimalOf = (text: string): number | null => {
  const plain = GROUPED.test(text) ? text.replaceAll('.', '') : text;
  const point = plain.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(point) ? Number(point) : null;
};

const sumOfParts = (text: string): number | null => {
  let rest = text;
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    const match = PART.exec(rest);
    if (match === null) return null;
    const [whole, digits = '', name = ''] = match;
    const unit = UNITS[name];
    const number = decimalOf(digits);
    // 'hai triệu một tỷ' is no amount: units only get smaller.
    if (unit === undefined || number === null || unit >= smallest) return null;
    sum += number * unit;
    smallest = unit;
    rest = rest.slice(whole.length);
  }
  return sum;
};

const safe = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);

/** '1,15 tỷ' is 1149999999.9999998 in binary, which fifteen digits put right. */
const DIGITS = 15;

/**
 * An amount as people write it: '350000000', '350.000.000', '350 triệu', '1,25 tỷ',
 * '1 tỷ 250 triệu', each also with 'đồng' behind. Whole đồng; `null` for anything else.
 */
export const parseAmount = (text: string): number | null => {
  const folded = foldText(text).replace(CURRENCY, '').trim();
  if (PLAIN.test(folded)) return safe(Number(folded.replace(/[. ]/g, '')));
  if (ENGLISH_GROUPS.test(folded)) return safe(Number(folded.replaceAll(',', '')));
  const sum = folded === '' ? null : sumOfParts(folded);
  return sum === null ? null : safe(Number(sum.toPrecision(DIGITS)));
};
