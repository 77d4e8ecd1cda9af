import { type Zippable, zipSync } from 'fflate';

/** The earliest time a zip entry can carry; its own clock is none of the document's. */
const ENTRY_TIME = '1980-01-01T00:00:00';

/** Word wants the list of types first; the rest in the order of the alphabet. */
const FIRST = '[Content_Types].xml';

const inOrder = (a: string, b: string): number => {
  if (a === FIRST || b === FIRST) return a === FIRST ? -1 : 1;
  return a < b ? -1 : 1;
};

/** A zip that is the same, byte for byte, for the same files. */
export const steadyZip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort(inOrder)) {
    const bytes = files[name];
    if (bytes !== undefined) entries[name] = [bytes, { mtime: ENTRY_TIME, level: 6, os: 0 }];
  }
  return zipSync(entries);
};
