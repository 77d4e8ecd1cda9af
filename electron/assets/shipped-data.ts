import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Call,
  callSchema,
  type LegalReference,
  type Paper,
  type Programme,
  paperSchema,
  programmeFileSchema,
  referenceFileSchema,
  type StaleFact,
  staleFactFileSchema,
  type Template,
  templateSchema,
  type WorkingCalendar,
  workingCalendarSchema,
} from '../../shared/model';
import { findAssetsFolder } from './find-assets-folder';

/** What every copy of the program knows before anybody has added to it. */
export interface ShippedData {
  /** Oldest first, so that every list of calls starts alike. */
  readonly calls: readonly Call[];
  readonly templates: readonly Template[];
  /** Papers that go with a proposal. */
  readonly papers: readonly Paper[];
  readonly calendar: WorkingCalendar;
  readonly references: readonly LegalReference[];
  readonly programmes: readonly Programme[];
  readonly staleFacts: readonly StaleFact[];
}

const read = <S extends z.ZodType>(file: string, schema: S): z.infer<S> => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${file} does not fit its schema: ${parsed.error.message}`);
  }
  return parsed.data;
};

const readFolder = <S extends z.ZodType>(folder: string, schema: S): z.infer<S>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(join(folder, name), schema));

/** Reads and checks the shipped JSON; whatever does not fit is a bug of ours and throws. */
export const loadShippedData = (assets: string = findAssetsFolder()): ShippedData => ({
  calls: readFolder(join(assets, 'calls'), callSchema).sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  ),
  templates: readFolder(join(assets, 'templates'), templateSchema),
  papers: readFolder(join(assets, 'papers'), paperSchema),
  calendar: read(join(assets, 'calendar', 'vn-working-days.json'), workingCalendarSchema),
  references: read(join(assets, 'references', 'legal-references.json'), referenceFileSchema)
    .references,
  programmes: read(join(assets, 'references', 'hp-qd281-2016.json'), programmeFileSchema)
    .programmes,
  staleFacts: read(join(assets, 'stale-facts', 'stale-facts.json'), staleFactFileSchema).facts,
});
