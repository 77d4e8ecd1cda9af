import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEntry } from '../change';
import { segmentFiles } from '../journal/journal';
import { readSegment } from '../journal/journal-segment';
import { contentsOfChange } from './contents-of-change';

/** Hashes of contents. */
export type JournalContents = readonly string[];

/** Contents that the journal speaks of: replaying it may want them again. Throws. */
export function* journalContents(folder: string): Generator<undefined, JournalContents> {
  const contents = new Set<string>();
  for (const { name } of segmentFiles(folder)) {
    for (const { seq, payload } of readSegment(readFileSync(join(folder, name))).records) {
      // Most changes are words; only those that may name a content are worth parsing.
      if (!payload.includes('"sha256"')) continue;
      const entry = parseEntry(seq, payload);
      for (const content of entry === null ? [] : contentsOfChange(entry.change)) {
        contents.add(content);
      }
    }
    yield undefined;
  }
  return [...contents];
}
