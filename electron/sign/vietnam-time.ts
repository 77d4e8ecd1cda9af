import { civilDateOf, VIETNAM_OFFSET } from '../../shared/base';

const HOUR = 3_600_000;
const VIETNAM = 7 * HOUR;
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

interface Clock {
  readonly date: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

const clockAt = (instant: number): Clock => {
  const local = instant + VIETNAM;
  const day = Math.floor(local / DAY);
  const seconds = Math.floor((local - day * DAY) / 1000);
  return {
    date: civilDateOf(day),
    hour: two(Math.floor(seconds / 3600)),
    minute: two(Math.floor(seconds / 60) % 60),
    second: two(seconds % 60),
  };
};

/** ISO 8601 with Vietnam's zone, to the second: '2026-03-14T09:05:07+07:00'. */
export const vietnamTime = (instant: number): string => {
  const { date, hour, minute, second } = clockAt(instant);
  return `${date}T${hour}:${minute}:${second}${VIETNAM_OFFSET}`;
};

/** As a sentence says it: '09:05:07 ngày 14/03/2026'. */
export const spokenTime = (instant: number): string => {
  const { date, hour, minute, second } = clockAt(instant);
  return `${hour}:${minute}:${second} ngày ${date.split('-').reverse().join('/')}`;
};

/** PDF's own form: "D:20260314090507+07'00'". */
export const pdfTime = (instant: number): string => {
  const { date, hour, minute, second } = clockAt(instant);
  return `D:${date.replaceAll('-', '')}${hour}${minute}${second}+07'00'`;
};

const PDF_TIME =
  /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z(?:00'00'?)?|([+-])(\d{2})'?(\d{2})'?)$/;

/** Milliseconds since 1970; `null` when the text is not a whole PDF time with a zone. */
export const readPdfTime = (text: string): number | null => {
  const match = PDF_TIME.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number);
  const zone = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * 60_000;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  return match[7] === '-' ? utc + zone : utc - zone;
};
