import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { removeFile } from './journal/sync-files';
import { writeSmallFile } from './write-small-file';

/** Kept beside the database, not in it: it is wanted most when the database does not open. */
const fileIn = (folder: string): string => join(folder, 'noi-sao-luu-thu-hai.json');

const schema = z.strictObject({ folder: z.string().min(1) });

export const readSecondPlace = (folder: string): string | null => {
  try {
    const path = fileIn(folder);
    return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))).folder : null;
  } catch {
    return null;
  }
};

/** Throws the system's error. */
export const writeSecondPlace = (folder: string, second: string | null): void => {
  if (second === null) removeFile(fileIn(folder));
  else writeSmallFile(fileIn(folder), `${JSON.stringify({ folder: second })}\n`);
};
