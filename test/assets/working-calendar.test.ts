import { describe, expect, test } from 'vitest';
import calendarJson from '../../assets/calendar/vn-working-days.json';
import { calendarYearSchema, workingCalendarSchema } from '../../shared/model';

const calendar = workingCalendarSchema.parse(calendarJson);
const days = new Map(calendar.years.flatMap((year) => year.days).map((day) => [day.date, day]));
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const addDays = (date: string, count: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/**
 * Day of the new moon nearest to lunation `k` on Vietnam's calendar (UTC+7), after the periodic
 * terms of the moon's mean phases; good to a few minutes, enough to tell days apart here.
 */
const newMoonDay = (k: number): string => {
  const t = k / 1236.85;
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const e = 1 - 0.002516 * t;
  const m = rad(2.5534 + 29.1053567 * k);
  const mp = rad(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
  const f = rad(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
  const julian =
    2451550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * Math.sin(mp) +
    0.17241 * e * Math.sin(m) +
    0.01608 * Math.sin(2 * mp) +
    0.01039 * Math.sin(2 * f) +
    0.00739 * e * Math.sin(mp - m) -
    0.00514 * e * Math.sin(mp + m) +
    0.00208 * e * e * Math.sin(2 * m) -
    0.00111 * Math.sin(mp - 2 * f) -
    0.00057 * Math.sin(mp + 2 * f);
  const deltaT = 70 / 86_400;
  const unix = (julian - deltaT - 2440587.5) * 86_400_000;
  return new Date(unix + 7 * 3_600_000).toISOString().slice(0, 10);
};

const newMoonsAround = (year: number): string[] => {
  const k = Math.round((year - 2000) * 12.3685);
  return Array.from({ length: 10 }, (_, index) => newMoonDay(k - 3 + index));
};

describe('working calendar 2023–2030', () => {
  test('has all eight years, each day once, in order and in its own year', () => {
    expect(calendar.years.map(({ id }) => id)).toEqual([
      '2023',
      '2024',
      '2025',
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
    ]);
    for (const year of calendar.years) {
      const dates = year.days.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.every((date) => date.startsWith(year.id))).toBe(true);
    }
  });

  test.each(calendar.years.map((year) => [year.id, year.lunarNewYear] as const))(
    'Tết %s (%s) is a day of new moon at Vietnam’s longitude',
    (year, lunarNewYear) => {
      const candidates = newMoonsAround(Number(year)).filter(
        (date) => date >= `${year}-01-21` && date <= `${year}-02-19`,
      );
      expect(candidates).toEqual([lunarNewYear]);
    },
  );

  test('Tết 2027 is 6 February, where the machine’s own lunar calendar says 7', () => {
    expect(calendar.years.find(({ id }) => id === '2027')?.lunarNewYear).toBe('2027-02-06');
  });

  test.each(['2024', '2025', '2026', '2027', '2028', '2029', '2030'])(
    'Giỗ Tổ %s is the tenth of the third lunar month',
    (year) => {
      const { lunarNewYear } = calendar.years.find(({ id }) => id === year)!;
      const moons = newMoonsAround(Number(year));
      const third = moons[moons.indexOf(lunarNewYear) + 2]!;
      expect(days.get(addDays(third, 9))?.name).toBe('Giỗ Tổ Hùng Vương');
    },
  );

  test('Giỗ Tổ 2023 comes a month later: 2023 had a second second month', () => {
    const moons = newMoonsAround(2023);
    const fourth = moons[moons.indexOf('2023-01-22') + 3]!;
    expect(days.get(addDays(fourth, 9))?.name).toBe('Giỗ Tổ Hùng Vương');
  });

  test('every year has the fixed holidays, five days of Tết and two of Quốc khánh off', () => {
    for (const { id, lunarNewYear } of calendar.years) {
      for (const date of ['01-01', '04-30', '05-01', '09-02']) {
        expect(days.get(`${id}-${date}`)).toMatchObject({ kind: 'off', verified: true });
      }
      for (const offset of [-1, 0, 1, 2]) {
        expect(days.get(addDays(lunarNewYear, offset))?.kind).toBe('off');
      }
      const tet = [...days.values()].filter(
        ({ date, name, cause }) =>
          date.startsWith(id) && name.startsWith('Tết Nguyên đán') && cause === 'holiday',
      );
      expect(tet).toHaveLength(5);
      const beside = [`${id}-09-01`, `${id}-09-03`].map((date) => days.get(date)?.kind === 'off');
      expect(beside.some(Boolean)).toBe(true);
    }
  });

  test('a holiday on a weekend is made up for on the next working days', () => {
    const isOff = (date: string): boolean =>
      days.get(date)?.kind === 'off' || weekday(date) === 0 || weekday(date) === 6;
    for (const { date, cause, kind, name } of days.values()) {
      if (kind !== 'off' || cause !== 'holiday') continue;
      if (weekday(date) !== 0 && weekday(date) !== 6) continue;
      let next = date;
      while (isOff(next) && days.get(next)?.cause !== 'substitute') next = addDays(next, 1);
      expect(days.get(next)?.cause, `${name} ${date}`).toBe('substitute');
    }
  });

  test('each day worked in exchange has a day off in exchange near it', () => {
    for (const { date, kind, cause, verified } of days.values()) {
      if (kind !== 'work') continue;
      expect(cause).toBe('swap');
      expect([0, 6]).toContain(weekday(date));
      const partner = [...days.values()].find(
        (other) =>
          other.kind === 'off' &&
          other.cause === 'swap' &&
          other.verified === verified &&
          Math.abs(Date.parse(other.date) - Date.parse(date)) <= 12 * 86_400_000,
      );
      expect(partner, date).toBeDefined();
    }
  });

  test('what is not certain is labelled “cần kiểm tra”', () => {
    for (const { date, verified, note } of days.values()) {
      if (!verified) expect(note, date).toContain('cần kiểm tra');
    }
    for (const year of calendar.years.filter(({ id }) => id >= '2027')) {
      expect(year.status).toBe('expected');
    }
  });

  test('a day of another year, or one entered twice, is refused', () => {
    const [first] = calendar.years;
    const [day] = first!.days;
    expect(calendarYearSchema.safeParse({ ...first, days: [day, day] }).success).toBe(false);
    expect(
      calendarYearSchema.safeParse({ ...first, days: [{ ...day, date: '2024-01-01' }] }).success,
    ).toBe(false);
  });
});
