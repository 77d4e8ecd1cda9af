import {
  compareWallClock,
  dayNumber,
  minuteOfDay,
  officialHour,
  ok,
  type Result,
  vietnamWallClock,
  type WallClock,
  weekdayAndDate,
} from '../base';
import type {
  Call,
  Deadline,
  DeadlineSettings,
  EffectiveDeadline,
  Recipient,
  WorkingCalendar,
} from '../model';
import { effectiveDeadline } from './effective-deadline';
import { countWorkingDays, workingDays } from './working-days';

export interface RecipientDeadline {
  readonly recipient: Recipient;
  readonly deadline: Deadline;
  readonly effective: EffectiveDeadline;
}

/** One entry a recipient, in the call's order; a recipient without a deadline has the call's. */
export const recipientDeadlines = (
  call: Call,
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
): Result<readonly RecipientDeadline[]> => {
  const all: RecipientDeadline[] = [];
  for (const recipient of call.recipients) {
    const deadline = recipient.deadline ?? call.deadline;
    const effective = effectiveDeadline(deadline, calendar, settings, recipient.hours);
    if (!effective.ok) return effective;
    all.push({ recipient, deadline, effective: effective.value });
  }
  return ok(all);
};

/** The deadline that binds the proposer: the earliest of the call's own and those of step 1. */
export const callEffectiveDeadline = (
  call: Call,
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
): Result<EffectiveDeadline> => {
  const first = call.recipients.find(({ step }) => step === 1);
  const own = effectiveDeadline(call.deadline, calendar, settings, first?.hours ?? null);
  if (!own.ok) return own;
  const all = recipientDeadlines(call, calendar, settings);
  if (!all.ok) return all;
  return ok(
    all.value
      .filter(({ recipient }) => recipient.step === 1)
      .map(({ effective }) => effective)
      .reduce((earliest, next) => (next.at < earliest.at ? next : earliest), own.value),
  );
};

export interface CallState {
  readonly state: 'open' | 'near' | 'closed';
  /** 'Đang mở', 'Sắp hết hạn', 'Đã đóng'. */
  readonly label: string;
  /** Working days from today to the last one, both counted; 0 once closed. */
  readonly workingDaysLeft: number;
  /** The office has closed for good before the letter's own hour: still worth a telephone call. */
  readonly betweenOfficeAndLetter: boolean;
  readonly sentence: string;
}

/** First moment that is too late by the letter itself, offices or not. */
const letterLimit = ({ date, hour, inclusive }: Deadline): WallClock => {
  const day = dayNumber(date);
  if (hour !== null) return { day, minute: minuteOfDay(hour) + (inclusive ? 1 : 0) };
  return { day: inclusive ? day + 1 : day, minute: 0 };
};

const wallClock = (instant: string): WallClock => {
  const clock = vietnamWallClock(instant);
  if (clock === null) throw new RangeError(`not an instant: ${instant}`);
  return clock;
};

/**
 * How a call stands at `now` (ISO 8601 with a zone; anything else is a bug of the caller).
 * Closed means: the last working moment at the recipient has passed.
 */
export const callState = (
  deadline: Deadline,
  effective: EffectiveDeadline,
  calendar: WorkingCalendar,
  settings: Pick<DeadlineSettings, 'nearDays'>,
  now: string,
): CallState => {
  const today = wallClock(now);
  const at = wallClock(effective.at);
  const last = `${officialHour(effective.at.slice(11, 16))} ${weekdayAndDate(at.day)}`;
  if (compareWallClock(today, at) >= 0) {
    const between = compareWallClock(today, letterLimit(deadline)) < 0;
    const wording = between
      ? ' Văn bản còn ghi hạn muộn hơn: hãy gọi đầu mối của đợt trước khi mang đi nộp.'
      : '';
    return {
      state: 'closed',
      label: 'Đã đóng',
      workingDaysLeft: 0,
      betweenOfficeAndLetter: between,
      sentence: `Đã qua giờ làm việc cuối cùng của nơi nhận (${last}).${wording}`,
    };
  }
  const left = countWorkingDays(workingDays(calendar), today.day, at.day);
  const near = left <= settings.nearDays;
  return {
    state: near ? 'near' : 'open',
    label: near ? 'Sắp hết hạn' : 'Đang mở',
    workingDaysLeft: left,
    betweenOfficeAndLetter: false,
    sentence: `Nộp trước ${last}, còn ${left} ngày làm việc kể cả hôm nay.`,
  };
};
