import { expect, test } from 'vitest';
import calendarJson from '../../../assets/calendar/vn-working-days.json';
import myLocJson from '../../../assets/calls/ml-2024-1322.json';
import { callSchema, defaultDeadlineSettings, workingCalendarSchema } from '../../../shared/model';
import { callReport } from '../../../shared/rules/call-report';

const calendar = workingCalendarSchema.parse(calendarJson);
const myLoc = callSchema.parse(myLocJson);

test('a report carries the call, its effective deadline, each recipient’s own, and the state', () => {
  const result = callReport(myLoc, calendar, defaultDeadlineSettings, '2024-03-21T08:00:00+07:00');
  expect(result).toMatchObject({
    ok: true,
    value: {
      id: 'ml-2024-1322',
      effectiveDeadline: { at: '2024-03-22T17:00:00+07:00' },
      state: { state: 'near', workingDaysLeft: 2 },
    },
  });
  if (!result.ok) return;
  expect(
    result.value.recipients.map(({ step, effectiveDeadline }) => [step, effectiveDeadline.at]),
  ).toEqual([
    [1, '2024-03-22T17:00:00+07:00'],
    [2, '2024-03-22T17:00:00+07:00'],
  ]);
  expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
});

test('without a time there is no state', () => {
  const result = callReport(myLoc, calendar, defaultDeadlineSettings, null);
  expect(result.ok && result.value.state).toBeNull();
});
