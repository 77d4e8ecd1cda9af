import { ok, type Result } from '../base';
import type { Call, DeadlineSettings, EffectiveDeadline, WorkingCalendar } from '../model';
import {
  type CallState,
  callEffectiveDeadline,
  callState,
  recipientDeadlines,
} from './call-deadlines';
import { deadlineSentence } from './effective-deadline';

export interface CallReport extends Omit<Call, 'recipients'> {
  readonly recipients: readonly (Call['recipients'][number] & {
    readonly effectiveDeadline: EffectiveDeadline;
  })[];
  readonly effectiveDeadline: EffectiveDeadline & { readonly sentence: string };
  /** null where the reader gave no time. */
  readonly state: CallState | null;
}

/**
 * A call with everything computed about it, as the command line prints it and the window shows it.
 * `now` is an ISO 8601 instant, or null to leave the state out.
 */
export const callReport = (
  call: Call,
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
  now: string | null,
): Result<CallReport> => {
  const effective = callEffectiveDeadline(call, calendar, settings);
  if (!effective.ok) return effective;
  const recipients = recipientDeadlines(call, calendar, settings);
  if (!recipients.ok) return recipients;
  return ok({
    ...call,
    recipients: recipients.value.map(({ recipient, deadline, effective: own }) => ({
      ...recipient,
      deadline,
      effectiveDeadline: own,
    })),
    effectiveDeadline: { ...effective.value, sentence: deadlineSentence(effective.value) },
    state: now === null ? null : callState(call.deadline, effective.value, calendar, settings, now),
  });
};
