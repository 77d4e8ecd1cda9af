import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { errorTrace } from './error-trace';

const LARGEST_BYTES = 1024 * 1024;
const KEPT_OLD_FILES = 4;

export interface Log {
  readonly info: (what: string) => void;
  /** `error` is cut down to kind, code and place. */
  readonly warn: (what: string, error?: unknown) => void;
  readonly error: (what: string, error?: unknown) => void;
}

const nameOf = (folder: string, age: number): string =>
  join(folder, age === 0 ? 'main.log' : `main.${age}.log`);

const shiftOldFiles = (folder: string): void => {
  rmSync(nameOf(folder, KEPT_OLD_FILES), { force: true });
  for (let age = KEPT_OLD_FILES - 1; age >= 0; age -= 1) {
    try {
      renameSync(nameOf(folder, age), nameOf(folder, age + 1));
    } catch {
      // Not that many yet.
    }
  }
};

/** At most five files of one MiB. What goes in is written by us; texts of the person never do. */
export const openLog = (folder: string): Log => {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  // It would look for a package.json around it, and log nothing, without a word, where there is none.
  file.setAppName('ban-de-xuat');
  file.level = 'info';
  file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  file.maxSize = LARGEST_BYTES;
  file.resolvePathFn = () => nameOf(folder, 0);
  file.archiveLogFn = () => shiftOldFiles(folder);
  const line = (what: string, error: unknown): string =>
    error === undefined ? what : `${what}: ${errorTrace(error)}`;
  return {
    info: (what) => logger.info(what),
    warn: (what, error) => logger.warn(line(what, error)),
    error: (what, error) => logger.error(line(what, error)),
  };
};
