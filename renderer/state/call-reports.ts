import { useEffect, useMemo, useState } from 'react';
import { civilDateOf, vietnamWallClock } from '../../shared/base';
import type {
  Call,
  DeadlineSettings,
  Finding,
  StaleFact,
  WorkingCalendar,
} from '../../shared/model';
import { type CallReport, callReport, checkStaleFacts } from '../../shared/rules';
import { useLibrary } from './library';
import { useProgram } from './program';

/** A call as the lists show it. `report` is null where its deadline cannot be computed. */
export interface CallEntry {
  readonly call: Call;
  readonly report: CallReport | null;
}

export interface CallFilter {
  readonly level: Call['level'] | 'all';
  readonly programme: string;
  readonly state: 'all' | 'open' | 'closed';
}

export const ALL_CALLS: CallFilter = { level: 'all', programme: '', state: 'all' };

const isClosed = ({ report }: CallEntry): boolean => report?.state?.state === 'closed';
const lastMoment = ({ report }: CallEntry): string => report?.effectiveDeadline.at ?? '';

/** First what can still be handed in, the most urgent at the top; then the closed ones, newest first. */
export const byEffectiveDeadline = (a: CallEntry, b: CallEntry): number => {
  if (isClosed(a) !== isClosed(b)) return isClosed(a) ? 1 : -1;
  const later = lastMoment(a) < lastMoment(b) ? -1 : lastMoment(a) > lastMoment(b) ? 1 : 0;
  return isClosed(a) ? -later : later;
};

export const callEntries = (
  calls: readonly Call[],
  calendar: WorkingCalendar,
  settings: DeadlineSettings,
  now: string,
): CallEntry[] =>
  calls
    .map((call): CallEntry => {
      const report = callReport(call, calendar, settings, now);
      return { call, report: report.ok ? report.value : null };
    })
    .sort(byEffectiveDeadline);

export const matchesFilter = (entry: CallEntry, { level, programme, state }: CallFilter): boolean =>
  (level === 'all' || entry.call.level === level) &&
  (programme === '' || entry.call.programme === programme) &&
  (state === 'all' || (state === 'closed') === isClosed(entry));

const MINUTE_MS = 60_000;

/** The present moment, looked at once a minute: a deadline is told in minutes. */
export const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};

export const useCallEntries = (): readonly CallEntry[] => {
  const calls = useProgram((state) => state.calls);
  const calendar = useLibrary((state) => state.calendar);
  const settings = useLibrary((state) => state.settings);
  const now = useNow();
  return useMemo(
    () => callEntries(calls, calendar, settings, now),
    [calls, calendar, settings, now],
  );
};

/** Vietnam's day at an instant. */
export const vietnamDay = (now: string): string => {
  const clock = vietnamWallClock(now);
  return clock === null ? now.slice(0, 10) : civilDateOf(clock.day);
};

/** What stands in a call and is no longer so, each thing once. */
export const staleInCall = (call: Call, date: string, facts: readonly StaleFact[]): Finding[] => {
  const texts = [
    ...call.recipients.map(({ address }) => address),
    ...call.references.map(({ wording }) => wording),
    ...call.letter,
  ].map((text) => ({ where: '', section: null, field: null, text }));
  const seen = new Set<string>();
  return checkStaleFacts(texts, date, facts).filter(({ hint }) => {
    if (seen.has(hint)) return false;
    seen.add(hint);
    return true;
  });
};

/** What is no longer so in one text, an address for instance; '' when all is well. */
export const staleSentence = (text: string, date: string, facts: readonly StaleFact[]): string =>
  checkStaleFacts([{ where: '', section: null, field: null, text }], date, facts)
    .map(({ message, hint }) => `${message} ${hint}`.trim())
    .join(' ');

/** The same with what is known now; for a form that asks at each change. */
export const staleNow = (text: string): string =>
  staleSentence(text, vietnamDay(new Date().toISOString()), useLibrary.getState().staleFacts);

/** The same for a field of the window, with what is known now. */
export const useStaleSentence = (text: string): string => {
  const facts = useLibrary((state) => state.staleFacts);
  const now = useNow();
  return useMemo(() => staleSentence(text, vietnamDay(now), facts), [text, now, facts]);
};
