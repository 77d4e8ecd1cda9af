import {
  clockOf,
  dayNumber,
  err,
  failure,
  minuteOfDay,
  officialHour,
  ok,
  type Result,
  shortDate,
  vietnamInstant,
  type WallClock,
  weekdayAndDate,
} from '../base';
import type {
  Deadline,
  DeadlineReason,
  DeadlineSettings,
  EffectiveDeadline,
  OfficeHours,
  WorkingCalendar,
} from '../model';
import { type DayStatus, type WorkingDays, workingDays } from './working-days';

/** Longer than any run of days off; a table without a working day in so long is a mistake. */
const FARTHEST_DAYS = 370;
const END_OF_DAY = 24 * 60;

type Half = 'sáng' | 'chiều';

interface Session {
  readonly half: Half;
  readonly from: number;
  readonly to: number;
}

const sessionsOf = ({ morning, afternoon }: OfficeHours): Session[] =>
  [
    { half: 'sáng' as const, from: minuteOfDay(morning.from), to: minuteOfDay(morning.to) },
    { half: 'chiều' as const, from: minuteOfDay(afternoon.from), to: minuteOfDay(afternoon.to) },
  ].filter(({ from, to }) => to > from);

const capitalised = (sentence: string): string =>
  sentence.slice(0, 1).toUpperCase() + sentence.slice(1);

const instant = ({ day, minute }: WallClock): string =>
  minute === END_OF_DAY
    ? vietnamInstant({ day: day + 1, minute: 0 })
    : vietnamInstant({ day, minute });

/** 'thứ Bảy 22/4/2023 và Chủ nhật 23/4/2023', 'từ … đến …' for three and more. */
const daysInWords = (first: number, last: number): string => {
  if (first === last) return weekdayAndDate(first);
  if (last === first + 1) return `${weekdayAndDate(first)} và ${weekdayAndDate(last)}`;
  return `từ ${weekdayAndDate(first)} đến ${weekdayAndDate(last)}`;
};

const restInWords = ({ entry }: DayStatus): string => {
  if (entry === null || entry.kind === 'work') return 'cơ quan không làm việc';
  if (entry.cause === 'substitute') return `cơ quan nghỉ bù ${entry.name}`;
  if (entry.cause === 'swap') return `cơ quan nghỉ hoán đổi dịp ${entry.name}`;
  return `cơ quan nghỉ ${entry.name}`;
};

interface Link {
  readonly code: DeadlineReason['code'];
  readonly words: string;
  /** Where this link leads: nothing later than this counts any more. */
  readonly to: WallClock;
}

/** The links for closed days `first` … `last`, latest first, days of one cause together. */
const restLinks = (days: WorkingDays, first: number, last: number): Link[] => {
  const links: Link[] = [];
  let end = last;
  while (end >= first) {
    const words = restInWords(days(end));
    let start = end;
    while (start > first && restInWords(days(start - 1)) === words) start -= 1;
    links.push({
      code: days(end).entry?.kind === 'off' ? 'holiday' : 'weekend',
      words: `${daysInWords(start, end)} ${words}`,
      to: { day: start, minute: 0 },
    });
    end = start - 1;
  }
  return links;
};

interface Moment {
  readonly minute: number;
  readonly half: Half;
  /** True in the last session of the day. */
  readonly last: boolean;
}

/** Last moment of office time at or before `cap`, with its session; null when none is left. */
const lastMoment = (sessions: readonly Session[], cap: number): Moment | null => {
  const session = sessions.findLast(({ from }) => cap > from);
  return session === undefined
    ? null
    : { minute: Math.min(cap, session.to), half: session.half, last: session === sessions.at(-1) };
};

const noWorkingDay = (date: string): Result<never> =>
  err(
    failure('no-working-day', `Không tìm thấy ngày làm việc nào trong một năm trước ${date}.`, {
      hint: 'Hãy xem lại bảng ngày nghỉ và giờ làm việc của nơi nhận.',
    }),
  );

const hourLink = (limit: WallClock, found: Moment): Link => {
  const to = { day: limit.day, minute: found.minute };
  const day = weekdayAndDate(limit.day);
  if (limit.minute === END_OF_DAY || limit.minute === found.minute) {
    return { code: 'working-day', words: `${day} cơ quan làm việc`, to };
  }
  const hour = officialHour(clockOf(limit.minute));
  return found.last
    ? {
        code: 'after-hours',
        words: `thời hạn ghi ${hour} ${day} nhưng cơ quan chỉ làm việc đến ${officialHour(clockOf(found.minute))}`,
        to,
      }
    : { code: 'lunch-break', words: `${hour} ${day} là giờ nghỉ trưa của cơ quan`, to };
};

interface Arrival {
  readonly at: WallClock;
  readonly half: Half;
  readonly links: readonly Link[];
  readonly limit: WallClock;
}

const arrivalOf = (
  deadline: Deadline,
  days: WorkingDays,
  sessions: readonly Session[],
): Arrival | null => {
  const named = dayNumber(deadline.date);
  const links: Link[] = [];
  let limit: WallClock;
  let cap: WallClock;
  if (deadline.hour !== null) {
    limit = { day: named, minute: minuteOfDay(deadline.hour) };
    cap = limit;
  } else if (deadline.inclusive) {
    limit = { day: named, minute: END_OF_DAY };
    cap = limit;
  } else {
    limit = { day: named, minute: 0 };
    cap = { day: named - 1, minute: END_OF_DAY };
    links.push({
      code: 'before-date',
      words: `thời hạn ghi trước ngày ${shortDate(named)}, không ghi giờ`,
      to: limit,
    });
  }
  if (days(cap.day).working && lastMoment(sessions, cap.minute) === null) {
    links.push({
      code: 'before-opening',
      words: `${officialHour(clockOf(cap.minute))} ${weekdayAndDate(cap.day)} cơ quan chưa mở cửa`,
      to: { day: cap.day, minute: 0 },
    });
    cap = { day: cap.day - 1, minute: END_OF_DAY };
  }
  let day = cap.day;
  while (!days(day).working) {
    day -= 1;
    if (cap.day - day > FARTHEST_DAYS) return null;
  }
  if (day < cap.day) {
    links.push(...restLinks(days, day + 1, cap.day));
    cap = { day, minute: END_OF_DAY };
  }
  const found = lastMoment(sessions, cap.minute);
  if (found === null) return null;
  if (links.length === 0) links.push(hourLink(cap, found));
  return { at: { day, minute: found.minute }, half: found.half, links, limit };
};

const decimal = (days: number): string => String(days).replace('.', ',');

const preparationWords = ({ signingDays, sealingDays, travelDays }: DeadlineSettings): string => {
  const office = signingDays + sealingDays;
  const work = [signingDays > 0 ? 'ký' : '', sealingDays > 0 ? 'đóng dấu' : ''].filter(Boolean);
  const parts = [
    office > 0 ? `${decimal(office)} ngày ${work.join(', ')}` : '',
    travelDays > 0 ? `${decimal(travelDays)} ngày đi đường` : '',
  ].filter(Boolean);
  return `trừ ${parts.join(' và ')}`;
};

const skippedInWords = (skipped: readonly number[]): string => {
  const [first, last] = [skipped.at(-1), skipped[0]];
  if (first === undefined || last === undefined) return '';
  return last - first + 1 === skipped.length
    ? ` (không tính ${daysInWords(first, last)})`
    : ` (không tính ${skipped.length} ngày nghỉ)`;
};

/**
 * The half day in which the papers are handed over belongs to handing over. The half days before it
 * go, backwards, to travel, then to sealing and signing; the print must be there at the end of the
 * half day before those. Only working half days count, two a day: this is the organisation's own
 * work, so its hours (`settings.officeHours`) name the ends, not the recipient's.
 */
const preparation = (
  arrival: Arrival,
  days: WorkingDays,
  settings: DeadlineSettings,
): { readonly by: WallClock; readonly words: string } | null => {
  let left = (settings.signingDays + settings.sealingDays + settings.travelDays) * 2 + 1;
  let { day } = arrival.at;
  let half = arrival.half;
  const skipped: number[] = [];
  while (left > 0) {
    left -= 1;
    if (half === 'chiều') {
      half = 'sáng';
      continue;
    }
    half = 'chiều';
    day -= 1;
    while (!days(day).working) {
      skipped.push(day);
      day -= 1;
      if (skipped.length > FARTHEST_DAYS) return null;
    }
  }
  const { morning, afternoon } = settings.officeHours;
  const by = { day, minute: minuteOfDay(half === 'sáng' ? morning.to : afternoon.to) };
  const ready = `bản in phải xong ${half} ${weekdayAndDate(day)}`;
  return { by, words: `${preparationWords(settings)}${skippedInWords(skipped)} → ${ready}` };
};

/** What the person must know about the table the days were looked up in. */
const calendarCaveat = (
  days: WorkingDays,
  from: number,
  to: number,
): Pick<DeadlineReason, 'code' | 'sentence'> | null => {
  const doubtful: number[] = [];
  const years = new Map<string, DayStatus['year']>();
  for (let day = from; day <= to; day += 1) {
    const { entry, year } = days(day);
    years.set(shortDate(day).slice(-4), year);
    if (entry !== null && !entry.verified) doubtful.push(day);
  }
  for (const [year, status] of years) {
    if (status === 'missing') {
      return {
        code: 'calendar-missing',
        sentence: `chưa có bảng ngày nghỉ năm ${year}, mới chỉ tính thứ Bảy và Chủ nhật: cần kiểm tra`,
      };
    }
  }
  if (doubtful.length > 0) {
    return {
      code: 'calendar-unverified',
      sentence: `lịch nghỉ ngày ${doubtful.map(shortDate).join(', ')} chưa được xác nhận: cần kiểm tra`,
    };
  }
  for (const [year, status] of years) {
    if (status === 'expected') {
      return {
        code: 'calendar-unverified',
        sentence: `bảng ngày nghỉ năm ${year} là dự kiến theo luật, chưa có lịch chính thức: cần kiểm tra`,
      };
    }
  }
  return null;
};

/**
 * The last working moment at the recipient before `deadline`, and the moment by which the print
 * must exist when the organisation needs `settings` days for signing, sealing and travel.
 * `hours` are the recipient's own office hours, null where they are not known.
 * Fails with `no-working-day` when the table of days off leaves none.
 */
export const effectiveDeadline = (
  deadline: Deadline,
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
  hours: OfficeHours | null = null,
): Result<EffectiveDeadline> => {
  const days = workingDays(calendar);
  const sessions = sessionsOf(hours ?? settings.officeHours);
  const arrival = sessions.length === 0 ? null : arrivalOf(deadline, days, sessions);
  if (arrival === null) return noWorkingDay(deadline.date);

  const { at, links, limit } = arrival;
  const submit = `nộp trước ${officialHour(clockOf(at.minute))} ${weekdayAndDate(at.day)}`;
  const reasons: DeadlineReason[] = [];
  let from = instant(limit);
  for (const [index, { code, words, to }] of links.entries()) {
    const last = index === links.length - 1;
    const next = instant(last ? at : to);
    const sentence = last ? `${words} → ${submit}` : words;
    reasons.push({
      code,
      sentence: index === 0 ? capitalised(sentence) : sentence,
      from,
      to: next,
    });
    from = next;
  }
  let readyBy = at;
  if (settings.signingDays + settings.sealingDays + settings.travelDays > 0) {
    const prepared = preparation(arrival, days, settings);
    if (prepared === null) return noWorkingDay(deadline.date);
    readyBy = prepared.by;
    reasons.push({ code: 'preparation', sentence: prepared.words, from, to: instant(readyBy) });
    from = instant(readyBy);
  }
  const caveat = calendarCaveat(days, readyBy.day, Math.max(limit.day, at.day));
  if (caveat !== null) reasons.push({ ...caveat, from, to: from });
  return ok({ at: instant(at), printReadyBy: instant(readyBy), reasons });
};

/** The whole chain as one sentence. */
export const deadlineSentence = ({ reasons }: Pick<EffectiveDeadline, 'reasons'>): string =>
  reasons.map(({ sentence }) => sentence).join('; ');
