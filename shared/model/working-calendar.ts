import { z } from 'zod';
import { civilDateSchema } from './deadline';

export const WORKING_CALENDAR_FORMAT = 'ban-de-xuat/working-calendar';

/**
 * A day that differs from its weekday. `off`: no work on what would be a working day (or a holiday
 * that falls on a weekend anyway); `work`: a Saturday or Sunday worked in exchange. An unverified
 * `off` counts as off and an unverified `work` does not count as work: both err on the early side.
 */
export const calendarDaySchema = z.strictObject({
  date: civilDateSchema,
  kind: z.enum(['off', 'work']),
  /** As it stands in a sentence: 'Tết Nguyên đán Quý Mão', 'nghỉ bù Quốc khánh'. */
  name: z.string().min(1),
  cause: z.enum(['holiday', 'substitute', 'swap']),
  /** False: "cần kiểm tra". */
  verified: z.boolean(),
  note: z.string().default(''),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const daysFitYear = ({ id, days }: { id: string; days: readonly { date: string }[] }): boolean =>
  days.every(({ date }) => date.startsWith(`${id}-`)) &&
  new Set(days.map(({ date }) => date)).size === days.length;

export const calendarYearSchema = z
  .strictObject({
    /** 'YYYY', also the record's id. */
    id: z.string().regex(/^\d{4}$/),
    /** `announced`: the yearly decision is known; `expected`: derived from law, to be checked. */
    status: z.enum(['announced', 'expected']),
    /** First day of the lunar year, taken from a table. */
    lunarNewYear: civilDateSchema,
    source: z.string(),
    note: z.string().default(''),
    days: z.array(calendarDaySchema),
  })
  .refine(daysFitYear, {
    error: 'Mỗi ngày trong bảng phải thuộc đúng năm của bảng và chỉ ghi một lần.',
    path: ['days'],
  });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export const workingCalendarSchema = z.strictObject({
  format: z.literal(WORKING_CALENDAR_FORMAT),
  version: z.literal(1),
  title: z.string(),
  /** When the table was last gone over. */
  asOf: civilDateSchema,
  /** Weekly days off, 1 = Monday … 7 = Sunday. */
  weekend: z.array(z.int().min(1).max(7)).max(6),
  law: z.string(),
  years: z.array(calendarYearSchema),
});
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;
