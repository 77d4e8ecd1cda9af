import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The number is that of the process whose copy it is. */
const NAME = /^ban-de-xuat-(\d+)-/;

/** A fresh folder for copies that are only looked at, for nobody else to read. Throws. */
export const makeCopyFolder = (): string =>
  mkdtempSync(join(tmpdir(), `ban-de-xuat-${process.pid}-`));

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Removes copies of a person's words that a program left behind when it was killed. Never throws. */
export const sweepCopyFolders = (): void => {
  for (const name of namesIn(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Of another person, or held: the next start tries again.
    }
  }
};
