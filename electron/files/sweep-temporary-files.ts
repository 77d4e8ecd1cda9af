import { join } from 'node:path';
import { type FilePort, nodeFiles } from './file-port';

const HOUR = 3_600_000;
const OURS = /^\.bdx-[0-9a-f]{16}\.tmp$/;

export const temporaryName = (random: string): string => `.bdx-${random}.tmp`;

/**
 * Removes what an interrupted write of ours left in a folder. Only files of our own naming, and only
 * those older than an hour: a second program may be writing right now. Gives the number removed;
 * a folder that cannot be read is no failure, there is nothing the person could do about it.
 */
export const sweepTemporaryFiles = async (
  folder: string,
  now: Date,
  files: FilePort = nodeFiles,
): Promise<number> => {
  let removed = 0;
  const names = await files.readdir(folder).catch(() => [] as string[]);
  for (const name of names.filter((each) => OURS.test(each))) {
    const path = join(folder, name);
    try {
      const { mtimeMs } = await files.lstat(path);
      if (now.getTime() - mtimeMs < HOUR) continue;
      await files.unlink(path);
      removed += 1;
    } catch {
      // Held by somebody, or removed by another program a moment ago: next time.
    }
  }
  return removed;
};
