import type { Sqlite } from '../sqlite';
import { migration0010 } from './0010-proposals';
import { migration0020 } from './0020-library';
import { migration0030 } from './0030-dossier';
import { migration0040 } from './0040-attachments';
import { migration0050 } from './0050-kept-files';
import type { Migration } from './migration';

export const migrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
];

/** What this program writes; a file with a higher one comes from a newer program. */
export const SCHEMA_VERSION = Math.max(...migrations.map(({ version }) => version));

export const readSchemaVersion = (db: Sqlite): number =>
  db.pragma('user_version', { simple: true }) as number;

/**
 * Brings the tables up to `target`, all steps and the version number in one transaction: a file is
 * of the old shape or of the new one, never between. Throws what SQLite throws, nothing changed.
 */
export const migrate = (db: Sqlite, target = SCHEMA_VERSION): void => {
  const from = readSchemaVersion(db);
  const due = migrations.filter(({ version }) => version > from && version <= target);
  if (due.length === 0) return;
  db.transaction(() => {
    for (const { sql, version } of due) {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`migration leaves ${dangling.length} dangling rows`);
  }).exclusive();
};
