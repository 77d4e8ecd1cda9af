import { describe, expect, test } from 'vitest';
import calendarJson from '../../../assets/calendar/vn-working-days.json';
import dot2Json from '../../../assets/calls/hp-2024-dot2.json';
import myLocJson from '../../../assets/calls/ml-2024-1322.json';
import {
  type Call,
  callSchema,
  defaultDeadlineSettings,
  emptyCompliance,
  workingCalendarSchema,
} from '../../../shared/model';
import { callEffectiveDeadline, callState } from '../../../shared/rules/call-deadlines';
import { checkCallDeadline } from '../../../shared/rules/check-call-deadline';
import { checkOrientations } from '../../../shared/rules/check-orientations';

const dot2 = callSchema.parse(dot2Json);
const myLoc = callSchema.parse(myLocJson);
const calendar = workingCalendarSchema.parse(calendarJson);

const stateOf = (call: Call, now: string) => {
  const effective = callEffectiveDeadline(call, calendar, defaultDeadlineSettings);
  if (!effective.ok) throw new Error(effective.error.message);
  return callState(call.deadline, effective.value, calendar, defaultDeadlineSettings, now);
};

describe('how a call stands', () => {
  test.each([
    ['2025-03-01T08:00:00+07:00', 'open', 'Đang mở', 10],
    ['2025-03-06T08:00:00+07:00', 'near', 'Sắp hết hạn', 7],
    ['2025-03-05T16:59:00Z', 'open', 'Đang mở', 8],
    ['2025-03-05T17:00:00Z', 'near', 'Sắp hết hạn', 7],
    ['2025-03-14T16:59:59+07:00', 'near', 'Sắp hết hạn', 1],
    ['2025-03-14T17:00:00+07:00', 'closed', 'Đã đóng', 0],
    ['2026-01-01T00:00:00Z', 'closed', 'Đã đóng', 0],
  ])('second round at %s is %s', (now, state, label, left) => {
    expect(stateOf(dot2, now)).toMatchObject({ state, label, workingDaysLeft: left });
  });

  test('between the office’s last hour and the letter’s, a telephone call is advised', () => {
    const between = stateOf(dot2, '2025-03-15T16:59:00+07:00');
    expect(between).toMatchObject({ state: 'closed', betweenOfficeAndLetter: true });
    expect(between.sentence).toContain('hãy gọi đầu mối');
    expect(stateOf(dot2, '2025-03-15T17:00:00+07:00').betweenOfficeAndLetter).toBe(false);
    expect(stateOf(myLoc, '2024-03-22T17:00:00+07:00').betweenOfficeAndLetter).toBe(true);
    expect(stateOf(myLoc, '2024-03-23T00:00:00+07:00').betweenOfficeAndLetter).toBe(false);
  });

  test('a text that is no instant is a bug of the caller', () => {
    expect(() => stateOf(dot2, '2025-03-15')).toThrow(RangeError);
  });
});

describe('checks', () => {
  const check = (now: string) => {
    const result = checkCallDeadline(dot2, calendar, defaultDeadlineSettings, now);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  test('call-closed and deadline-near, and nothing while there is time', () => {
    expect(check('2025-01-15T08:00:00+07:00')).toEqual([]);
    const [near] = check('2025-03-12T08:00:00+07:00');
    expect(near).toMatchObject({ code: 'deadline-near', severity: 'warning' });
    expect(near?.message).toContain('còn 3 ngày làm việc');
    expect(near?.message).toContain('bản in phải xong chiều thứ Tư 12/3/2025');
    expect(check('2025-03-17T08:00:00+07:00')[0]?.code).toBe('call-closed');
  });

  test('orientation-unanswered', () => {
    const answered = new Set(['iv']);
    const codes = (chosen: string[], answers: Record<string, string[]>) =>
      checkOrientations(myLoc, { chosen, answers }, answered).map(({ message }) => message);
    expect(checkOrientations(myLoc, emptyCompliance(), answered)).toEqual([]);
    expect(codes(['2.2'], { '2.2': ['iii', 'iv'] })).toEqual([]);
    expect(codes(['2.2'], {})[0]).toMatch(
      /^Chưa có mục nào trả lời định hướng “Hỗ trợ doanh nghiệp/u,
    );
    expect(codes(['2.2'], { '2.2': ['iii'] })[0]).toContain('đều còn trống');
    expect(codes(['9'], {})[0]).toContain('không còn trong đợt');
    const [finding] = checkOrientations(myLoc, { chosen: ['2.1'], answers: {} }, answered);
    expect(finding).toMatchObject({ code: 'orientation-unanswered', where: 'Định hướng 2.1' });
  });
});
