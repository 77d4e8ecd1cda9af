import { isCivilDate } from '../../shared/base';

const two = (text: string): string => text.padStart(2, '0');

/** '2027-03-15' of '15/3/2027', '15-03-2027' or itself; null for anything else. */
export const readDay = (text: string): string | null => {
  const plain = text.trim();
  if (isCivilDate(plain)) return plain;
  const match = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(plain);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? date : null;
};

/** A day, or 'YYYY-MM' of '8/2024' where the letter leaves the day open. */
export const readDayOrMonth = (text: string): string | null => {
  const day = readDay(text);
  if (day !== null) return day;
  const plain = text.trim();
  if (/^\d{4}-(0[1-9]|1[0-2])$/u.test(plain)) return plain;
  const match = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(plain);
  if (match === null) return null;
  const [, month = '', year = ''] = match;
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month)}` : null;
};

/** 'HH:MM' of '17:00', '17h', '17h00', '17 giờ 00'; null for anything else. */
export const readClock = (text: string): string | null => {
  const match = /^(\d{1,2})\s*(?:[:.]|h|giờ)\s*(\d{2})?$/iu.exec(text.trim().normalize('NFC'));
  if (match === null) return null;
  const [, hour = '', minute = '00'] = match;
  return Number(hour) <= 23 && Number(minute) <= 59 ? `${two(hour)}:${minute}` : null;
};
