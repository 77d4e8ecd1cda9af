import { z } from 'zod';
import { isCivilDate, minuteOfDay } from '../base';

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** A real day, 'YYYY-MM-DD'. */
export const civilDateSchema = z
  .string()
  .refine(isCivilDate, { error: 'Ngày phải viết dạng NĂM-THÁNG-NGÀY và có thật trên lịch.' });

/** 'HH:MM', 00:00 … 23:59. */
export const clockSchema = z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text), {
  error: 'Giờ phải viết dạng GIỜ:PHÚT, từ 00:00 đến 23:59.',
});

/** `hour` is 'HH:MM' or null where the letter names none; `wording` is the letter's own. */
export const deadlineSchema = z.strictObject({
  date: civilDateSchema,
  hour: clockSchema.nullable(),
  wording: z.string(),
  /** True where the named moment itself is still in time ("trong ngày"), false for "trước". */
  inclusive: z.boolean(),
  timeZone: z.literal(TIME_ZONE).default(TIME_ZONE),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** When the recipient's office takes papers in; from 'HH:MM' to 'HH:MM', lunch in between. */
export const officeHoursSchema = z
  .strictObject({
    morning: z.strictObject({ from: clockSchema, to: clockSchema }),
    afternoon: z.strictObject({ from: clockSchema, to: clockSchema }),
  })
  .refine(
    ({ morning, afternoon }) => {
      const times = [morning.from, morning.to, afternoon.from, afternoon.to].map(minuteOfDay);
      return times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0));
    },
    { error: 'Giờ làm việc phải tăng dần: buổi sáng trước, buổi chiều sau.' },
  );
export type OfficeHours = z.infer<typeof officeHoursSchema>;

/** Whole or half working days. */
const halfDaysSchema = z
  .number()
  .min(0)
  .max(60)
  .refine((days) => Number.isInteger(days * 2), {
    error: 'Số ngày phải là bội của nửa ngày (0; 0,5; 1; 1,5 …).',
  });

/** What the organisation itself needs between the finished print and the recipient's counter. */
export const deadlineSettingsSchema = z.strictObject({
  signingDays: halfDaysSchema,
  sealingDays: halfDaysSchema,
  travelDays: halfDaysSchema,
  /** Hours assumed where a recipient's own are not known. */
  officeHours: officeHoursSchema,
  /** A call is "sắp hết hạn" when this many working days or fewer are left. */
  nearDays: z.int().min(0).max(60),
});
export type DeadlineSettings = z.infer<typeof deadlineSettingsSchema>;

/**
 * Hours usual in state offices of the north; the source letters name none, only the end 17h00.
 * The person is asked to check them with the recipient.
 */
export const defaultDeadlineSettings: DeadlineSettings = {
  signingDays: 0.5,
  sealingDays: 0.5,
  travelDays: 0.5,
  officeHours: {
    morning: { from: '07:30', to: '11:30' },
    afternoon: { from: '13:30', to: '17:00' },
  },
  nearDays: 7,
};

export const deadlineReasonCodes = [
  /** The day named is a working day and its last moment counts. */
  'working-day',
  /** "trước ngày …" without an hour: the day itself is already too late. */
  'before-date',
  /** The hour named lies after the office closes, in the lunch break, or before it opens. */
  'after-hours',
  'lunch-break',
  'before-opening',
  'weekend',
  'holiday',
  /** Signing, sealing and travel. */
  'preparation',
  /** The table of days off is not confirmed, or does not reach that year. */
  'calendar-unverified',
  'calendar-missing',
] as const;

/** One link of the chain; `from` and `to` are instants (ISO 8601, +07:00). */
export const deadlineReasonSchema = z.strictObject({
  code: z.enum(deadlineReasonCodes),
  sentence: z.string(),
  from: z.string(),
  to: z.string(),
});
export type DeadlineReason = z.infer<typeof deadlineReasonSchema>;

export const effectiveDeadlineSchema = z.strictObject({
  /** Last working moment at the recipient. */
  at: z.string(),
  /** The signed-off print has to exist by then; equals `at` when no time is set aside. */
  printReadyBy: z.string(),
  reasons: z.array(deadlineReasonSchema),
});
export type EffectiveDeadline = z.infer<typeof effectiveDeadlineSchema>;
