import type { Result } from '../base';
import type { Call, DeadlineSettings, Finding, WorkingCalendar } from '../model';
import { callEffectiveDeadline, callState } from './call-deadlines';
import { deadlineSentence } from './effective-deadline';

/**
 * `call-closed`: the last working moment at the recipient has passed at `now` (ISO 8601 with a
 * zone). `deadline-near`: `settings.nearDays` working days or fewer are left.
 */
export const checkCallDeadline = (
  call: Call,
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
  now: string,
): Result<Finding[]> => {
  const effective = callEffectiveDeadline(call, calendar, settings);
  if (!effective.ok) return effective;
  const state = callState(call.deadline, effective.value, calendar, settings, now);
  const finding = (code: string, message: string, hint: string): Finding => ({
    code,
    severity: 'warning',
    where: `Đợt kêu gọi ${call.number ?? call.title}`,
    message,
    hint,
    section: null,
    field: null,
  });
  if (state.state === 'open') return { ok: true, value: [] };
  const chain = `${deadlineSentence(effective.value)}.`;
  return {
    ok: true,
    value: [
      state.state === 'closed'
        ? finding(
            'call-closed',
            state.sentence,
            'Hãy hỏi đầu mối của đợt còn nhận không, hoặc chuyển hồ sơ sang đợt kêu gọi mới.',
          )
        : finding(
            'deadline-near',
            `${state.sentence} ${chain}`,
            'Hãy in và trình ký trước giờ đó.',
          ),
    ],
  };
};
