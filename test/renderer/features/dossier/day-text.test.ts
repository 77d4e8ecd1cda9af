import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showDay, signTime, todayText } from '../../../../renderer/features/dossier/day-text';
import { readDay } from '../../../../renderer/ui/read-day';

const days = fc
  .date({ min: new Date(2000, 0, 1), max: new Date(2099, 11, 31), noInvalidDate: true })
  .map((date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12));

it('reads back the day that it wrote', () => {
  fc.assert(
    fc.property(days, (date) => {
      const iso = readDay(todayText(date));
      expect(iso === null ? null : showDay(iso)).toBe(todayText(date));
    }),
  );
});

it('tells a signature\u2019s time in the zone in which it was given', () => {
  expect(signTime('2023-05-20T09:05:00+07:00')).toBe('20/5/2023 09:05');
});

it('leaves alone what is no time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 9 }), (text) => {
      expect(signTime(text)).toBe(text);
    }),
  );
});
