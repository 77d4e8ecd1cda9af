import { civilDateOf, weekdayOf } from '../base';
import type { CalendarDay, WorkingCalendar } from '../model';

export interface DayStatus {
  readonly working: boolean;
  /** The table's entry for the day, null where only its weekday decides. */
  readonly entry: CalendarDay | null;
  /** `missing`: the table has no such year and only weekends are known. */
  readonly year: 'announced' | 'expected' | 'missing';
}

export type WorkingDays = (day: number) => DayStatus;

/** A list of calls asks the same calendar hundreds of times. */
const made = new WeakMap<WorkingCalendar, WorkingDays>();

/**
 * Looks days up in the table. Where an entry is not confirmed the early side is taken: an
 * unverified day off is off, an unverified Saturday worked in exchange is not worked.
 */
export const workingDays = (calendar: WorkingCalendar): WorkingDays => {
  const known = made.get(calendar);
  if (known !== undefined) return known;
  const years = new Map(calendar.years.map((year) => [year.id, year.status]));
  const entries = new Map(
    calendar.years.flatMap(({ days }) => days.map((day) => [day.date, day] as const)),
  );
  const weekend = new Set(calendar.weekend);
  const days: WorkingDays = (day) => {
    const date = civilDateOf(day);
    const entry = entries.get(date) ?? null;
    const year = years.get(date.slice(0, 4)) ?? 'missing';
    const weekday = !weekend.has(weekdayOf(day));
    if (entry === null) return { working: weekday, entry, year };
    if (entry.kind === 'off') return { working: false, entry, year };
    return { working: weekday || entry.verified, entry, year };
  };
  made.set(calendar, days);
  return days;
};

/** Working days from `from` to `to`, both counted; 0 when `to` lies before `from`. */
export const countWorkingDays = (days: WorkingDays, from: number, to: number): number => {
  let count = 0;
  for (let day = from; day <= to; day += 1) if (days(day).working) count += 1;
  return count;
};
