import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilDateOf,
  clockOf,
  dayNumber,
  isCivilDate,
  minuteOfDay,
  officialHour,
  shortDate,
  vietnamInstant,
  vietnamWallClock,
  weekdayAndDate,
  weekdayOf,
} from '../../../shared/base';

const DAY = 86_400_000;
const anyDay = fc.integer({ min: -80_000, max: 200_000 });

describe('civil days', () => {
  test('agree with the machine’s calendar over five centuries', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY);
        const iso = date.toISOString().slice(0, 10);
        expect(civilDateOf(day)).toBe(iso);
        expect(dayNumber(iso)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '23-04-01', '2023-4-1', ''])(
    '%j is not a day',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  test('leap days exist where they should', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    expect(isCivilDate('2000-02-29')).toBe(true);
    expect(isCivilDate('1900-02-29')).toBe(false);
  });
});

describe('Vietnam’s clocks', () => {
  test('are seven hours ahead, all year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const instant = vietnamInstant({ day, minute });
        expect(Date.parse(instant)).toBe(day * DAY + minute * 60_000 - 7 * 3_600_000);
        expect(vietnamWallClock(instant)).toEqual({ day, minute });
        expect(vietnamWallClock(new Date(Date.parse(instant)).toISOString())).toEqual({
          day,
          minute,
        });
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test('read any zone', () => {
    const expected = { day: dayNumber('2023-05-20'), minute: 3 * 60 };
    expect(vietnamWallClock('2023-05-19T20:00:00Z')).toEqual(expected);
    expect(vietnamWallClock('2023-05-19T15:00:30.5-05:00')).toEqual(expected);
    expect(vietnamWallClock('2023-05-20T01:30+05:30')).toEqual(expected);
  });

  test.each([
    '2023-05-19',
    '2023-05-19T20:00:00',
    '2023-02-30T10:00:00Z',
    '2023-05-19T24:00Z',
    'now',
  ])('%j is no instant', (text) => {
    expect(vietnamWallClock(text)).toBeNull();
  });
});

test('words', () => {
  const day = dayNumber('2023-05-20');
  expect(shortDate(day)).toBe('20/5/2023');
  expect(weekdayAndDate(day)).toBe('thứ Bảy 20/5/2023');
  expect(weekdayAndDate(day + 1)).toBe('Chủ nhật 21/5/2023');
  expect(weekdayAndDate(day + 2)).toBe('thứ Hai 22/5/2023');
  expect(officialHour('17:00')).toBe('17 giờ 00');
  expect(officialHour('07:05')).toBe('7 giờ 05');
  expect(clockOf(minuteOfDay('07:05'))).toBe('07:05');
});
