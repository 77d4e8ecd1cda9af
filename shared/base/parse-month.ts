import { foldText } from './folded-text';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_FIRST = /^(?:thang |t)?(\d{1,2})\s*(?:[-/.]|nam )\s*(\d{4}|\d{2})$/;
const CENTURY = 2000;

/**
 * A month as people write it: '7/2023', '07-2023', 'T7/2023', 'tháng 7 năm 2023', '2023-07';
 * as 'YYYY-MM'. `null` for anything else.
 */
export const parseMonth = (text: string): string | null => {
  const folded = foldText(text);
  const [, year, month] = YEAR_FIRST.exec(folded) ?? [];
  const [, otherMonth, otherYear] = MONTH_FIRST.exec(folded) ?? [];
  const m = Number(month ?? otherMonth ?? '0');
  const y = Number(year ?? otherYear ?? '0');
  if (m < 1 || m > 12) return null;
  const full = (year ?? otherYear ?? '').length === 2 ? CENTURY + y : y;
  return `${String(full).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
};

/** '7/2023' of '2023-07'; any other text as it is. */
export const shortMonth = (text: string): string => {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  return year === '' ? text : `${Number(month)}/${year}`;
};
