/**
 * Days of the civil calendar as plain arithmetic. No `Date`, no `Intl`: the machine's clock, zone
 * and locale must not be able to move a deadline. A day is a whole number, 0 = 1970-01-01.
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Vietnam has kept UTC+7 without summer time since 1975. */
export const VIETNAM_OFFSET = '+07:00';
const VIETNAM_OFFSET_MINUTES = 7 * 60;
const MINUTES_A_DAY = 24 * 60;

const dayOf = (year: number, month: number, day: number): number => {
  // Years begin in March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The day as 'YYYY-MM-DD'. */
export const civilDateOf = (day: number): string => {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
};

/** True for a real day written 'YYYY-MM-DD' (not '2023-02-29'). */
export const isCivilDate = (text: string): boolean => {
  const match = ISO_DATE.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  return civilDateOf(dayOf(Number(year), m, Number(day))) === text;
};

/** Number of the day. A text that is not a day is a bug of the caller: schemas check at the door. */
export const dayNumber = (date: string): number => {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  const [year = '', month = '', day = ''] = date.split('-');
  return dayOf(Number(year), Number(month), Number(day));
};

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Minutes after midnight of 'HH:MM'. */
export const minuteOfDay = (clock: string): number => {
  const [hour = '', minute = ''] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** 'HH:MM' of minutes after midnight. */
export const clockOf = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** A moment on Vietnam's clocks. */
export interface WallClock {
  readonly day: number;
  readonly minute: number;
}

export const compareWallClock = (a: WallClock, b: WallClock): number =>
  a.day - b.day || a.minute - b.minute;

/** ISO 8601 with Vietnam's offset, to the minute: '2023-05-19T17:00:00+07:00'. */
export const vietnamInstant = (clock: WallClock): string =>
  `${civilDateOf(clock.day)}T${clockOf(clock.minute)}:00${VIETNAM_OFFSET}`;

/**
 * What Vietnam's clocks show at an instant written in ISO 8601 with a zone ('Z' or '+07:00');
 * seconds are cut off. `null` when the text is not such an instant.
 */
export const vietnamWallClock = (instant: string): WallClock | null => {
  const match = INSTANT.exec(instant);
  if (match === null) return null;
  const [, date = '', hour = '', minute = '', second = '0', zone = 'Z'] = match;
  if (!isCivilDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) {
    return null;
  }
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = zone === 'Z' ? 0 : sign * minuteOfDay(zone.slice(1));
  const total = Number(hour) * 60 + Number(minute) - offset + VIETNAM_OFFSET_MINUTES;
  const shift = Math.floor(total / MINUTES_A_DAY);
  return { day: dayNumber(date) + shift, minute: total - shift * MINUTES_A_DAY };
};

const WEEKDAYS = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
] as const;

/** 'thứ Hai' … 'Chủ nhật', as written inside a sentence. */
export const weekdayName = (day: number): string => WEEKDAYS[weekdayOf(day) - 1] ?? '';

/** '20/5/2023', no zeros in front. */
export const shortDate = (day: number): string => {
  const [year = '', month = '', date = ''] = civilDateOf(day).split('-');
  return `${Number(date)}/${Number(month)}/${Number(year)}`;
};

/** 'thứ Sáu 19/5/2023'. */
export const weekdayAndDate = (day: number): string => `${weekdayName(day)} ${shortDate(day)}`;

/** '17 giờ 00' of '17:00'. */
export const officialHour = (clock: string): string => {
  const [hour = '', minute = ''] = clock.split(':');
  return `${Number(hour)} giờ ${minute}`;
};

/**
 * 'ngày 05 tháng 3 năm 2024': official letters put a nought before days below 10 and before the first
 * two months, and before no other.
 */
export const officialDate = (date: string): string => {
  const [year = '', month = '', day = ''] = civilDateOf(dayNumber(date)).split('-');
  const ofYear = Number(month);
  return `ngày ${day} tháng ${ofYear <= 2 ? month : ofYear} năm ${Number(year)}`;
};
