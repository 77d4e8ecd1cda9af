import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import calendarJson from '../../../assets/calendar/vn-working-days.json';
import {
  type Deadline,
  type DeadlineSettings,
  deadlineSchema,
  defaultDeadlineSettings,
  type OfficeHours,
  type WorkingCalendar,
  workingCalendarSchema,
} from '../../../shared/model';
import { deadlineSentence, effectiveDeadline } from '../../../shared/rules/effective-deadline';

const calendar = workingCalendarSchema.parse(calendarJson);

const deadline = (date: string, hour: string | null, inclusive = false): Deadline =>
  deadlineSchema.parse({ date, hour, inclusive, wording: '' });

const settings = (more: Partial<DeadlineSettings> = {}): DeadlineSettings => ({
  ...defaultDeadlineSettings,
  ...more,
});
const noPreparation = settings({ signingDays: 0, sealingDays: 0, travelDays: 0 });

const compute = (
  due: Deadline,
  using: DeadlineSettings = settings(),
  table: WorkingCalendar = calendar,
  hours: OfficeHours | null = null,
) => {
  const result = effectiveDeadline(due, table, using, hours);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('the example of the assignment', () => {
  test('a Saturday deadline is a Friday one for paper, and the print is due on Wednesday', () => {
    const effective = compute(deadline('2023-05-20', '17:00'));
    expect(deadlineSentence(effective)).toBe(
      'Thứ Bảy 20/5/2023 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023; ' +
        'trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 17/5/2023',
    );
    expect(effective).toEqual({
      at: '2023-05-19T17:00:00+07:00',
      printReadyBy: '2023-05-17T17:00:00+07:00',
      reasons: [
        {
          code: 'weekend',
          sentence:
            'Thứ Bảy 20/5/2023 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023',
          from: '2023-05-20T17:00:00+07:00',
          to: '2023-05-19T17:00:00+07:00',
        },
        {
          code: 'preparation',
          sentence:
            'trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường → bản in phải xong chiều thứ Tư 17/5/2023',
          from: '2023-05-19T17:00:00+07:00',
          to: '2023-05-17T17:00:00+07:00',
        },
      ],
    });
  });
});

describe('where the last working moment lies', () => {
  const cases: [string, Deadline, string, string[], string][] = [
    [
      'a working day counts up to its hour',
      deadline('2023-05-19', '10:00'),
      '2023-05-19T10:00:00+07:00',
      ['working-day'],
      'Thứ Sáu 19/5/2023 cơ quan làm việc → nộp trước 10 giờ 00 thứ Sáu 19/5/2023',
    ],
    [
      '“trong ngày” reaches to the end of office hours',
      deadline('2023-05-19', null, true),
      '2023-05-19T17:00:00+07:00',
      ['working-day'],
      'Thứ Sáu 19/5/2023 cơ quan làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023',
    ],
    [
      '“trước ngày” without an hour ends the day before',
      deadline('2023-05-19', null),
      '2023-05-18T17:00:00+07:00',
      ['before-date'],
      'Thời hạn ghi trước ngày 19/5/2023, không ghi giờ → nộp trước 17 giờ 00 thứ Năm 18/5/2023',
    ],
    [
      '“trước ngày” on a Monday falls back over the weekend',
      deadline('2023-05-22', null),
      '2023-05-19T17:00:00+07:00',
      ['before-date', 'weekend'],
      'Thời hạn ghi trước ngày 22/5/2023, không ghi giờ; thứ Bảy 20/5/2023 và Chủ nhật 21/5/2023 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023',
    ],
    [
      'an hour after closing is the closing hour',
      deadline('2023-05-19', '23:59'),
      '2023-05-19T17:00:00+07:00',
      ['after-hours'],
      'Thời hạn ghi 23 giờ 59 thứ Sáu 19/5/2023 nhưng cơ quan chỉ làm việc đến 17 giờ 00 → nộp trước 17 giờ 00 thứ Sáu 19/5/2023',
    ],
    [
      'an hour in the lunch break is the end of the morning',
      deadline('2023-05-19', '12:00'),
      '2023-05-19T11:30:00+07:00',
      ['lunch-break'],
      '12 giờ 00 thứ Sáu 19/5/2023 là giờ nghỉ trưa của cơ quan → nộp trước 11 giờ 30 thứ Sáu 19/5/2023',
    ],
    [
      'an hour before opening is the day before',
      deadline('2023-05-19', '07:30'),
      '2023-05-18T17:00:00+07:00',
      ['before-opening'],
      '7 giờ 30 thứ Sáu 19/5/2023 cơ quan chưa mở cửa → nộp trước 17 giờ 00 thứ Năm 18/5/2023',
    ],
    [
      'an hour before opening on a Monday is the Friday before',
      deadline('2023-05-22', '06:00'),
      '2023-05-19T17:00:00+07:00',
      ['before-opening', 'weekend'],
      '6 giờ 00 thứ Hai 22/5/2023 cơ quan chưa mở cửa; thứ Bảy 20/5/2023 và Chủ nhật 21/5/2023 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 19/5/2023',
    ],
    [
      'Tết is skipped whole, each cause named',
      deadline('2025-02-02', '17:00'),
      '2025-01-24T17:00:00+07:00',
      ['weekend', 'holiday', 'weekend'],
      'Thứ Bảy 1/2/2025 và Chủ nhật 2/2/2025 cơ quan không làm việc; từ thứ Hai 27/1/2025 đến thứ Sáu 31/1/2025 cơ quan nghỉ Tết Nguyên đán Ất Tỵ; thứ Bảy 25/1/2025 và Chủ nhật 26/1/2025 cơ quan không làm việc → nộp trước 17 giờ 00 thứ Sáu 24/1/2025',
    ],
    [
      'a day off in lieu is named as one',
      deadline('2023-09-04', '17:00'),
      '2023-08-31T17:00:00+07:00',
      ['holiday', 'weekend', 'holiday'],
      'Thứ Hai 4/9/2023 cơ quan nghỉ bù Quốc khánh; Chủ nhật 3/9/2023 cơ quan không làm việc; thứ Sáu 1/9/2023 và thứ Bảy 2/9/2023 cơ quan nghỉ Quốc khánh → nộp trước 17 giờ 00 thứ Năm 31/8/2023',
    ],
    [
      'a Saturday worked in exchange is a working day',
      deadline('2024-05-04', '17:00'),
      '2024-05-04T17:00:00+07:00',
      ['working-day'],
      'Thứ Bảy 4/5/2024 cơ quan làm việc → nộp trước 17 giờ 00 thứ Bảy 4/5/2024',
    ],
  ];
  test.each(cases)('%s', (_name, due, at, codes, sentence) => {
    const effective = compute(due, noPreparation);
    expect(effective.at).toBe(at);
    expect(effective.printReadyBy).toBe(at);
    expect(effective.reasons.map(({ code }) => code)).toEqual(codes);
    expect(deadlineSentence(effective)).toBe(sentence);
  });

  test('the recipient’s own hours win over the assumed ones', () => {
    const hours: OfficeHours = {
      morning: { from: '08:00', to: '12:00' },
      afternoon: { from: '13:00', to: '16:30' },
    };
    const effective = compute(deadline('2023-05-20', '17:00'), noPreparation, calendar, hours);
    expect(effective.at).toBe('2023-05-19T16:30:00+07:00');
  });

  test('an office open in the morning only takes papers in the morning', () => {
    const hours: OfficeHours = {
      morning: { from: '07:30', to: '11:30' },
      afternoon: { from: '11:30', to: '11:30' },
    };
    const effective = compute(deadline('2023-05-20', '17:00'), settings(), calendar, hours);
    expect(effective.at).toBe('2023-05-19T11:30:00+07:00');
    // Chiều thứ Năm đi đường, sáng thứ Năm và chiều thứ Tư ký, sáng thứ Tư in xong.
    expect(effective.printReadyBy).toBe('2023-05-17T11:30:00+07:00');
  });
});

describe('signing, sealing and travel', () => {
  const due = deadline('2023-05-23', '11:00');

  test('skip days off and say so', () => {
    const effective = compute(due);
    expect(effective.at).toBe('2023-05-23T11:00:00+07:00');
    // Chiều thứ Hai đi đường, sáng thứ Hai và chiều thứ Sáu ký, sáng thứ Sáu in xong.
    expect(effective.printReadyBy).toBe('2023-05-19T11:30:00+07:00');
    expect(effective.reasons.at(-1)?.sentence).toBe(
      'trừ 1 ngày ký, đóng dấu và 0,5 ngày đi đường (không tính thứ Bảy 20/5/2023 và Chủ nhật 21/5/2023) → bản in phải xong sáng thứ Sáu 19/5/2023',
    );
  });

  test('name only what takes time', () => {
    const words = (more: Partial<DeadlineSettings>) =>
      compute(due, settings({ signingDays: 0, sealingDays: 0, travelDays: 0, ...more })).reasons.at(
        -1,
      )?.sentence;
    expect(words({ signingDays: 0.5 })).toContain('trừ 0,5 ngày ký →');
    expect(words({ sealingDays: 0.5 })).toContain('trừ 0,5 ngày đóng dấu →');
    expect(words({ travelDays: 2 })).toContain('trừ 2 ngày đi đường (');
  });

  test('long preparation over scattered days off counts them', () => {
    const effective = compute(due, settings({ signingDays: 6 }));
    expect(effective.reasons.at(-1)?.sentence).toContain('(không tính 4 ngày nghỉ)');
  });
});

describe('what the table does not know', () => {
  test('an unconfirmed day off is taken as off, and the person is told', () => {
    const effective = compute(deadline('2026-11-24', '17:00'), noPreparation);
    expect(effective.at).toBe('2026-11-23T17:00:00+07:00');
    expect(effective.reasons.map(({ code }) => code)).toEqual(['holiday', 'calendar-unverified']);
    expect(effective.reasons.at(-1)?.sentence).toBe(
      'lịch nghỉ ngày 24/11/2026 chưa được xác nhận: cần kiểm tra',
    );
  });

  test('an unconfirmed Saturday worked in exchange does not count as worked', () => {
    const effective = compute(deadline('2026-08-22', '17:00'), noPreparation);
    expect(effective.at).toBe('2026-08-21T17:00:00+07:00');
    expect(effective.reasons.map(({ code }) => code)).toEqual(['weekend', 'calendar-unverified']);
  });

  test('a year without its yearly decision is called expected', () => {
    const effective = compute(deadline('2027-06-10', '17:00'), noPreparation);
    expect(effective.reasons.at(-1)).toMatchObject({
      code: 'calendar-unverified',
      sentence:
        'bảng ngày nghỉ năm 2027 là dự kiến theo luật, chưa có lịch chính thức: cần kiểm tra',
    });
  });

  test('a year beyond the table still gives weekends, and says that is all', () => {
    const effective = compute(deadline('2031-06-07', '17:00'), noPreparation);
    expect(effective.at).toBe('2031-06-06T17:00:00+07:00');
    expect(effective.reasons.at(-1)?.code).toBe('calendar-missing');
  });

  test('a table that leaves no working day is a failure, not an endless search', () => {
    const closed = {
      ...calendar,
      weekend: [1, 2, 3, 4, 5, 6],
      years: [2023, 2024].map((year) => ({
        id: String(year),
        status: 'announced' as const,
        lunarNewYear: `${year}-02-01`,
        source: '',
        note: '',
        days: everySunday(year).map((date) => ({
          date,
          kind: 'off' as const,
          name: 'nghỉ',
          cause: 'holiday' as const,
          verified: true,
          note: '',
        })),
      })),
    };
    const result = effectiveDeadline(deadline('2024-12-01', '17:00'), closed, settings());
    expect(result).toMatchObject({ ok: false, error: { code: 'no-working-day' } });
  });

  const everySunday = (year: number): string[] =>
    Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)))
      .filter((day) => day.getUTCDay() === 0 && day.getUTCFullYear() === year)
      .map((day) => day.toISOString().slice(0, 10));
});

/** The same question answered another way: list every open half day in order, then look it up. */
const independently = (due: Deadline, using: DeadlineSettings, hours: OfficeHours) => {
  const minute = 60_000;
  const entries = new Map(
    calendar.years.flatMap((year) => year.days).map((day) => [day.date, day] as const),
  );
  const isWorking = (iso: string): boolean => {
    const weekday = new Date(`${iso}T12:00:00Z`).getUTCDay();
    const entry = entries.get(iso);
    if (entry?.kind === 'off') return false;
    if (entry?.kind === 'work' && entry.verified) return true;
    return weekday !== 0 && weekday !== 6;
  };
  const ms = (iso: string, clock: string): number => Date.parse(`${iso}T${clock}:00+07:00`);
  const first = Date.parse(`${due.date}T00:00:00Z`) - 150 * 24 * 60 * minute;
  const office: { from: number; to: number; half: number }[] = [];
  const own: { to: number }[] = [];
  for (let step = 0; step <= 151; step += 1) {
    const iso = new Date(first + step * 24 * 60 * minute).toISOString().slice(0, 10);
    if (!isWorking(iso)) continue;
    for (const half of ['morning', 'afternoon'] as const) {
      office.push({
        from: ms(iso, hours[half].from),
        to: ms(iso, hours[half].to),
        half: own.length,
      });
      own.push({ to: ms(iso, using.officeHours[half].to) });
    }
  }
  const dayStart = ms(due.date, '00:00');
  const limit =
    due.hour !== null
      ? ms(due.date, due.hour)
      : due.inclusive
        ? dayStart + 24 * 60 * minute
        : dayStart;
  const open = office.filter(({ from, to }) => from < limit && from < to);
  const last = open.at(-1)!;
  const at = Math.min(last.to, limit);
  const halves = 2 * (using.signingDays + using.sealingDays + using.travelDays);
  const ready = halves === 0 ? at : own[last.half - halves - 1]!.to;
  const iso = (time: number): string =>
    `${new Date(time + 7 * 60 * minute).toISOString().slice(0, 19)}+07:00`;
  return { at: iso(at), printReadyBy: iso(ready) };
};

describe('laws', () => {
  const halfDays = fc.integer({ min: 0, max: 8 }).map((halves) => halves / 2);
  const clock = fc
    .integer({ min: 0, max: 24 * 12 - 1 })
    .map(
      (n) =>
        `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`,
    );
  const due = fc
    .record({
      day: fc.integer({ min: 0, max: 8 * 365 + 1 }),
      hour: fc.option(clock, { nil: null }),
      inclusive: fc.boolean(),
    })
    .map(({ day, hour, inclusive }) =>
      deadline(new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10), hour, inclusive),
    );
  const someHours = fc.constantFrom<OfficeHours>(
    defaultDeadlineSettings.officeHours,
    { morning: { from: '08:00', to: '12:00' }, afternoon: { from: '13:00', to: '17:00' } },
    { morning: { from: '07:00', to: '11:00' }, afternoon: { from: '13:30', to: '16:30' } },
  );
  const anySettings = fc
    .record({
      signingDays: halfDays,
      sealingDays: halfDays,
      travelDays: halfDays,
      officeHours: someHours,
    })
    .map((some) => settings(some));

  test('1,000 random deadlines of 2023–2030 agree with a day-by-day computation', () => {
    fc.assert(
      fc.property(due, anySettings, someHours, (one, using, hours) => {
        const { at, printReadyBy } = compute(one, using, calendar, hours);
        expect({ at, printReadyBy }).toEqual(independently(one, using, hours));
      }),
      { numRuns: 1000, seed: 20230520 },
    );
  });

  test('reasons form a chain that ends where the answer is, and never go forward in time', () => {
    fc.assert(
      fc.property(due, anySettings, (one, using) => {
        const { at, printReadyBy, reasons } = compute(one, using);
        for (const [index, reason] of reasons.entries()) {
          expect(reason.from >= reason.to).toBe(true);
          if (index > 0) expect(reason.from).toBe(reasons[index - 1]?.to);
          expect(reason.sentence).not.toMatch(/undefined|NaN|null/u);
        }
        expect(reasons.at(-1)?.to).toBe(printReadyBy);
        expect(reasons.some(({ to }) => to === at)).toBe(true);
        expect(reasons[0]?.sentence).toMatch(/^\p{Lu}|^\d/u);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('a later deadline never has an earlier last moment', () => {
    fc.assert(
      fc.property(due, due, (a, b) => {
        const [first, second] = [a, b].sort((x, y) => moment(x) - moment(y));
        expect(compute(first!, noPreparation).at <= compute(second!, noPreparation).at).toBe(true);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  const moment = (one: Deadline): number =>
    Date.parse(`${one.date}T${one.hour ?? '00:00'}:00+07:00`) +
    (one.hour === null && one.inclusive ? 24 * 3_600_000 : 0);
});
