import { vietnameseNumber } from '../base';
import type { Style, StyleRanges } from './style';

export interface StyleFault {
  /** 'fontSize', 'margins.left': the number's place in the style. */
  readonly field: string;
  /** 'Cỡ chữ'. */
  readonly name: string;
  readonly value: number;
  /** 'Cỡ chữ 10 pt nằm ngoài khoảng cho phép từ 13 đến 14 pt.' */
  readonly sentence: string;
}

interface StyleNumber {
  readonly field: string;
  readonly name: string;
  readonly unit: string;
  readonly range: keyof StyleRanges;
  readonly read: (style: Style) => number;
}

const NUMBERS: readonly StyleNumber[] = [
  { field: 'fontSize', name: 'Cỡ chữ', unit: ' pt', range: 'fontSize', read: (s) => s.fontSize },
  {
    field: 'lineSpacing',
    name: 'Giãn dòng',
    unit: ' dòng',
    range: 'lineSpacing',
    read: (s) => s.lineSpacing,
  },
  {
    field: 'spaceAfter',
    name: 'Khoảng cách giữa các đoạn',
    unit: ' pt',
    range: 'spaceAfter',
    read: (s) => s.spaceAfter,
  },
  {
    field: 'margins.top',
    name: 'Lề trên',
    unit: ' mm',
    range: 'marginTop',
    read: (s) => s.margins.top,
  },
  {
    field: 'margins.bottom',
    name: 'Lề dưới',
    unit: ' mm',
    range: 'marginBottom',
    read: (s) => s.margins.bottom,
  },
  {
    field: 'margins.left',
    name: 'Lề trái',
    unit: ' mm',
    range: 'marginLeft',
    read: (s) => s.margins.left,
  },
  {
    field: 'margins.right',
    name: 'Lề phải',
    unit: ' mm',
    range: 'marginRight',
    read: (s) => s.margins.right,
  },
  { field: 'indent', name: 'Lùi đầu dòng', unit: ' mm', range: 'indent', read: (s) => s.indent },
];

const isOutside = (value: number, { min, max }: StyleRanges[keyof StyleRanges]): boolean =>
  value < min || value > max;

/** Steps are what a control offers; of the law only the ends count. Half points are Word's. */
const isHalfPoint = (value: number): boolean => Number.isInteger(value * 2);

/** Numbers of a style outside the form's legal ranges, in the order of a settings page. */
export const styleFaults = (style: Style, ranges: StyleRanges): StyleFault[] =>
  NUMBERS.flatMap(({ field, name, unit, range, read }) => {
    const value = read(style);
    const words = `${name} ${vietnameseNumber(value)}${unit}`;
    const fault = (sentence: string): StyleFault[] => [{ field, name, value, sentence }];
    if (isOutside(value, ranges[range])) {
      const [from, to] = [ranges[range].min, ranges[range].max].map(vietnameseNumber);
      return fault(`${words} nằm ngoài khoảng cho phép từ ${from} đến ${to}${unit}.`);
    }
    if (range === 'fontSize' && !isHalfPoint(value)) {
      return fault(`${words} không dùng được trong Word: cỡ chữ chỉ chia đến nửa điểm.`);
    }
    return [];
  });

const DRAWABLE: StyleRanges = {
  fontSize: { min: 4, max: 96, step: 0.5 },
  lineSpacing: { min: 0.5, max: 10, step: 0.05 },
  spaceAfter: { min: 0, max: 200, step: 1 },
  marginTop: { min: 0, max: 120, step: 1 },
  marginBottom: { min: 0, max: 120, step: 1 },
  marginLeft: { min: 0, max: 90, step: 1 },
  marginRight: { min: 0, max: 90, step: 1 },
  indent: { min: 0, max: 100, step: 0.1 },
};

/** False for numbers with which no page comes about; a draft may be illegal, but not absurd. */
export const isDrawable = (style: Style): boolean =>
  NUMBERS.every(({ range, read }) => !isOutside(read(style), DRAWABLE[range]));
