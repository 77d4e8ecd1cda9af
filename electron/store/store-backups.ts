import type { StoreResult } from './store';

export interface Backup {
  /** File name inside its folder; also what `restoreBackup` takes. */
  readonly name: string;
  readonly at: string;
  readonly seq: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly place: 'own' | 'second';
  readonly reason: 'schedule' | 'migration' | 'import' | 'erase' | 'restore' | 'person' | 'close';
  /** The last look at all of it; undefined: nobody has looked since it was proven when it was made. */
  readonly lastCheck?: LastCheck;
}

export interface LastCheck {
  readonly at: string;
  /** Rows whose hash was compared. */
  readonly rows: number;
  /** A whole sentence; '' when every byte is as it was. */
  readonly problem: string;
}

/** What a look at all of a backup has found. */
export interface BackupCheck {
  readonly name: string;
  readonly at: string;
  /** Rows whose hash was compared, and how many of them are proposals. */
  readonly rows: number;
  readonly proposals: number;
  /** Attachments and kept files that it speaks of. */
  readonly contents: number;
  /** Of those: how many are not beside it, or hold other bytes. */
  readonly missing: number;
}

export interface BackupState {
  /** Newest backup that was opened, checked and hashed row by row; null: none yet. */
  readonly newest: Backup | null;
  /** Acknowledged changes that the newest backup does not hold. */
  readonly behind: number;
  readonly running: boolean;
  /** A whole Vietnamese sentence, '' when all is well. */
  readonly trouble: string;
  readonly secondPlace: { readonly folder: string; readonly reachable: boolean } | null;
  /** Why the data folder is a bad place (network, cloud); '' when it is not. */
  readonly folderWarning: string;
}

export interface BackupStore {
  backupState(): BackupState;
  /** Newest first, of both places. */
  listBackups(): readonly Backup[];
  /** Makes and verifies one now. */
  backupNow(reason?: Backup['reason']): Promise<StoreResult<Backup>>;
  /**
   * Opens a kept backup once more and looks at all of it, files beside it included; what it finds is
   * kept with the backup. Copies in both places have one name; without `place` the own one is meant.
   */
  verifyBackup(name: string, place?: Backup['place']): Promise<StoreResult<BackupCheck>>;
  /** Goes back to a backup of either place. The present file is kept aside; a backup of it is made first. */
  restoreBackup(name: string, place?: Backup['place']): Promise<StoreResult<undefined>>;
  /** null: none. The folder must exist and be writable. */
  setSecondPlace(folder: string | null): StoreResult<undefined>;
}
