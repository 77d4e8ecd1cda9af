/** Months of the civil calendar, written 'YYYY-MM'. A month is a whole number, 0 = January of year 0. */

const ISO_MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** `null` when the text is not a month. */
export const monthNumber = (text: string): number | null => {
  const match = ISO_MONTH.exec(text);
  if (match === null) return null;
  const [, year = '', month = ''] = match;
  return Number(year) * 12 + Number(month) - 1;
};

/** Months from the first to the last, both counted: 2023-07 … 2024-12 are 18. */
export const monthsBetween = (from: number, to: number): number => to - from + 1;

/** 'tháng 7 năm 2023', 'tháng 01 năm 2024': official letters put a nought before 1 and 2 only. */
export const officialMonth = (month: number): string => {
  const ofYear = (((month % 12) + 12) % 12) + 1;
  const year = Math.floor(month / 12);
  return `tháng ${ofYear <= 2 ? `0${ofYear}` : ofYear} năm ${year}`;
};
