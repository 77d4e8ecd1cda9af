import { civilDateOf, vietnamWallClock } from '../base';
import type {
  Call,
  DeadlineSettings,
  Finding,
  LegalReference,
  Proposal,
  StaleFact,
  Template,
  WorkingCalendar,
} from '../model';
import { checkCallDeadline } from './check-call-deadline';
import { inFormOrder } from './check-proposal';
import { checkCitations, checkStaleFacts } from './check-text-facts';
import { placedTexts } from './placed-texts';

/** What the program knows of the world, and the moment to judge by. */
export interface Library {
  readonly references: readonly LegalReference[];
  readonly staleFacts: readonly StaleFact[];
  readonly calendar: WorkingCalendar;
  readonly settings: DeadlineSettings;
}

/**
 * Findings that change with the day and with what is known: `call-closed`, `deadline-near`,
 * `stale-fact`, `citation-conflict`. `now` is ISO 8601 with a zone; anything else is a bug.
 */
export const checkAgainstLibrary = (
  proposal: Proposal,
  template: Template,
  call: Call,
  library: Library,
  now: string,
): Finding[] => {
  const clock = vietnamWallClock(now);
  if (clock === null) throw new RangeError(`not an instant: ${now}`);
  const texts = placedTexts(proposal, template);
  const deadline = checkCallDeadline(call, library.calendar, library.settings, now);
  return inFormOrder(
    [
      // A deadline that cannot be computed is told where the call is shown, not in every proposal.
      ...(deadline.ok ? deadline.value : []),
      ...checkStaleFacts(texts, civilDateOf(clock.day), library.staleFacts),
      ...checkCitations(texts, library.references),
    ],
    template,
  );
};
