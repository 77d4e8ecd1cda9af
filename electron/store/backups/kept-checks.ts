import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failureOf } from '../failures';
import type { Backup, LastCheck } from '../store-backups';
import { writeSmallFile } from '../write-small-file';

/** What looks at kept backups have found, in the data folder: a stick may be read-only or elsewhere. */
const fileIn = (folder: string): string => join(folder, 'kiem-chung.json');

const schema = z.record(
  z.string(),
  z.strictObject({ at: z.string(), rows: z.int().min(0), problem: z.string() }),
);

const keyOf = ({ place, name }: Pick<Backup, 'place' | 'name'>): string => `${place}/${name}`;

/** By place and name. A file that cannot be read is as good as none: whoever wants can look again. */
const readAll = (folder: string): z.infer<typeof schema> => {
  try {
    const path = fileIn(folder);
    return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  } catch {
    return {};
  }
};

/** Finds the last look at a backup; undefined: nobody has looked since it was made. */
export const lastChecks = (
  folder: string,
): ((backup: Pick<Backup, 'place' | 'name'>) => LastCheck | undefined) => {
  const all = readAll(folder);
  return (backup) => all[keyOf(backup)];
};

/**
 * Keeps what a look has found; those of backups that are no more (`kept` is all there are) go. Where
 * it cannot be written it is only told, not kept.
 */
export const keepCheck = (
  folder: string,
  backup: Pick<Backup, 'place' | 'name'>,
  check: LastCheck,
  kept: readonly Pick<Backup, 'place' | 'name'>[],
): void => {
  const known = new Set(kept.map(keyOf));
  const before = Object.entries(readAll(folder)).filter(([key]) => known.has(key));
  const all = Object.fromEntries([...before, [keyOf(backup), check]]);
  try {
    writeSmallFile(fileIn(folder), `${JSON.stringify(all)}\n`);
  } catch (error) {
    if (failureOf(error) === null) throw error;
  }
};
