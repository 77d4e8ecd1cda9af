import { pageHundredths } from '../../shared/base';
import type { Words } from './words';

const two = (value: number): string => String(value).padStart(2, '0');

const startOfDay = (at: Date): number =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** '10:42:07' on this machine's clock, of an instant in ISO 8601. */
export const clockTime = (instant: string): string => {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
};

/** 'Hôm nay, 10:42', 'Hôm qua, 16:05', '20/5/2023, 09:12'. */
export const relativeTime = (instant: string, now: Date, t: Words): string => {
  const at = new Date(instant);
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  // A day is not always 24 hours on every clock; half a day of slack keeps 'yesterday' right.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return t('time.today', { time });
  if (days === 1) return t('time.yesterday', { time });
  const date = `${at.getDate()}/${at.getMonth() + 1}/${at.getFullYear()}`;
  return t('time.dateTime', { date, time });
};

/** '4,62': decimal comma, no more digits than asked, no zeros at the end. */
export const decimal = (value: number, digits: number): string => {
  const fixed = value.toFixed(digits);
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  return short.replace('.', ',');
};

/** Pages as '4,62'. */
export const pagesText = (fill: number): string => {
  const shown = pageHundredths(fill);
  return `${Math.floor(shown / 100)},${two(shown % 100)}`;
};

/** '3.120': groups of three with dots. */
export const wholeNumber = (value: number): string =>
  String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** '184 KB', '1,25 MB': as the file manager of Windows counts, 1024 to the step. */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${decimal(bytes / (1024 * 1024), 2)} MB`;
