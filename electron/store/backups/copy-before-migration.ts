import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFile, tryRemoveDatabase } from '../create-database';
import { makeFolder } from '../journal/sync-files';
import type { SqliteConstructor } from '../sqlite';
import type { StorePaths } from '../store-paths';
import { backupName, listBackupFiles, nextBackupNumber } from './backup-files';
import { BackupNotSound, noteBackup } from './make-backup';
import { verifyCopyAtOnce } from './verify-copy';

/**
 * A proven copy of the closed file in its old shape. The file must be closed and its log empty:
 * then its bytes are all there is. Throws, and the migration must not begin.
 */
export const copyBeforeMigration = (
  Database: SqliteConstructor,
  paths: StorePaths,
  at: string,
): void => {
  makeFolder(paths.backups);
  const number = nextBackupNumber(listBackupFiles(paths.backups, 'own'));
  const temporary = join(paths.backups, `${number}.dang-ghi`);
  try {
    copyFileSync(paths.database, temporary);
    const copy = new Database(temporary);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    const row = verifyCopyAtOnce(Database, temporary);
    if (row === null) throw new BackupNotSound();
    const path = join(paths.backups, backupName(row.last_seq, number));
    placeFile(temporary, path);
    const { uuid: store, last_seq: seq, contents } = row;
    noteBackup(path, { store, at, seq, reason: 'migration', contents: [...contents] });
  } finally {
    tryRemoveDatabase(temporary);
  }
};
