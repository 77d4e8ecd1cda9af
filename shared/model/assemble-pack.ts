import type { Call } from './call';
import { PACK_FORMAT, PACK_VERSION, type Pack } from './pack';
import type { LegalReference } from './reference';
import type { Template } from './template';
import {
  type CalendarYear,
  WORKING_CALENDAR_FORMAT,
  type WorkingCalendar,
} from './working-calendar';

export type PackHead = Pick<
  Pack,
  'id' | 'title' | 'edition' | 'publishedOn' | 'validFrom' | 'validTo' | 'source'
>;
export type PackContents = Partial<
  Pick<Pack, 'calls' | 'references' | 'programmes' | 'calendarYears' | 'staleFacts' | 'templates'>
>;

export const assemblePack = (head: PackHead, contents: PackContents): Pack => ({
  format: PACK_FORMAT,
  version: PACK_VERSION,
  ...head,
  calls: contents.calls ?? [],
  references: contents.references ?? [],
  programmes: contents.programmes ?? [],
  calendarYears: contents.calendarYears ?? [],
  staleFacts: contents.staleFacts ?? [],
  templates: contents.templates ?? [],
});

const templatesOf = (call: Call): string[] => [
  ...call.templates,
  ...(call.dossier?.documents.flatMap(({ form }) => form.template ?? []) ?? []),
];

/** References named, and those that replaced or are amended by them, so that no pointer dangles. */
const referenceClosure = (
  ids: readonly string[],
  library: readonly LegalReference[],
): LegalReference[] => {
  const byId = new Map(library.map((reference) => [reference.id, reference]));
  const wanted = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const reference = byId.get(id);
    if (reference === undefined || wanted.has(id)) continue;
    wanted.add(id);
    queue.push(...reference.replacedBy.map((next) => next.reference), ...reference.amends);
  }
  return library.filter(({ id }) => wanted.has(id));
};

/** Calls to hand on, with the forms and the legal references they need to be of use elsewhere. */
export const packCalls = (
  head: PackHead,
  calls: readonly Call[],
  library: {
    readonly references: readonly LegalReference[];
    readonly templates: readonly Template[];
  },
): Pack => {
  const templates = new Set(calls.flatMap(templatesOf));
  const references = calls.flatMap((call) => call.references.map(({ reference }) => reference));
  return assemblePack(head, {
    calls: [...calls],
    references: referenceClosure(references, library.references),
    templates: library.templates.filter(({ id }) => templates.has(id)),
  });
};

/** The text of a pack file; the same pack gives the same text. */
export const writePack = (pack: Pack): string => `${JSON.stringify(pack, null, 2)}\n`;

/** The calendar the deadline rules read, of years as a store keeps them. */
export const calendarOfYears = (
  years: readonly CalendarYear[],
  head: Pick<WorkingCalendar, 'title' | 'asOf' | 'weekend' | 'law'>,
): WorkingCalendar => ({
  format: WORKING_CALENDAR_FORMAT,
  version: 1,
  ...head,
  years: [...years].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
