import { join } from 'node:path';

export interface StorePaths {
  readonly folder: string;
  readonly database: string;
  /** SQLite's own companions: they belong to the file and move with it, always. */
  readonly companions: readonly string[];
  readonly journal: string;
  readonly mark: string;
  readonly backups: string;
  /** Where damaged or replaced files are kept, never deleted by the program. */
  readonly setAside: string;
  readonly ballast: string;
  /** The search index; may be thrown away at any time. */
  readonly search: string;
  readonly attachments: string;
}

export const storePaths = (folder: string): StorePaths => {
  const database = join(folder, 'ban-de-xuat.db');
  return {
    folder,
    database,
    companions: [`${database}-wal`, `${database}-shm`, `${database}-journal`],
    journal: join(folder, 'nhat-ky'),
    mark: join(folder, 'ban-de-xuat.moc'),
    backups: join(folder, 'sao-luu'),
    setAside: join(folder, 'de-rieng'),
    ballast: join(folder, 'du-phong.bin'),
    search: join(folder, 'tim-kiem.db'),
    attachments: join(folder, 'tai-lieu.db'),
  };
};
