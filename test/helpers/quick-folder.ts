import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH = 200 * 1024 * 1024;

const place = (): string => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
};

/**
 * A new folder, in memory where there is room: tests of what is stored sync thousands of times, and
 * what a real disk adds to that is waiting only.
 */
export const quickFolder = (prefix: string): string => mkdtempSync(join(place(), prefix));
