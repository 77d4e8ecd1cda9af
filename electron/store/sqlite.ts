import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

export type Sqlite = BetterSqlite3.Database;
export type SqliteConstructor = typeof BetterSqlite3;

/** Node-API version that the module's own binaries are made for. */
const NEEDED_NAPI = 10;

/** `compiled`: a binary made on this machine is there. */
export const isSafeToLoad = (napi: string | undefined, compiled: boolean): boolean =>
  compiled || Number(napi) >= NEEDED_NAPI;

/**
 * The native module, or null where loading it would end the process without a word: its binaries
 * crash a runtime with an older Node-API instead of throwing. A binary compiled on this machine is
 * found first by the module, and was compiled because the runtime is an older one.
 */
export const loadSqlite = (): SqliteConstructor | null => {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('better-sqlite3/package.json'));
    const compiled = existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'));
    if (!isSafeToLoad(process.versions['napi'], compiled)) return null;
    return require('better-sqlite3') as SqliteConstructor;
  } catch {
    return null;
  }
};
