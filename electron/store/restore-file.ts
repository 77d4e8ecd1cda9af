import { copyFileSync } from 'node:fs';
import { ok } from '../../shared/base';
import type { BackupFile } from './backups/backup-files';
import { connect } from './connect';
import { placeFile, removeDatabase } from './create-database';
import { guarded } from './failures';
import { migrate } from './migrations';
import { Rows } from './queries/rows';
import { writeLastSeq } from './queries/store-row';
import { moveAside } from './rebuild';
import type { StoreResult } from './store';
import type { StoreCore } from './store-core';

/**
 * Puts a verified backup in the place of the live file, which is kept aside together with its
 * companions: an old log beside a restored file would silently undo the restore. A barrier in the
 * journal keeps the changes that the person wants to leave behind from being replayed.
 */
export const restoreFile = (core: StoreCore, backup: BackupFile): StoreResult<undefined> => {
  const session = core.session();
  if (!session.ok) return session;
  const barrier = session.value.barrier('restore', core.now());
  if (!barrier.ok) return barrier;
  const { Database, paths } = core.options;
  const temporary = `${paths.database}.phuc-hoi`;
  const prepared = guarded(() => {
    removeDatabase(temporary);
    copyFileSync(backup.path, temporary);
    const db = connect(Database, temporary);
    try {
      migrate(db);
      writeLastSeq(new Rows(db), barrier.value);
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
  });
  if (!prepared.ok) return prepared;
  core.release();
  const placed = guarded(() => {
    moveAside(paths);
    placeFile(temporary, paths.database);
  });
  if (!placed.ok) return placed;
  guarded(() => core.onReplaced());
  const reopened = core.session();
  return reopened.ok ? ok(undefined) : reopened;
};
