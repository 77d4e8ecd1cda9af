import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface ViewFolders {
  /** A fresh folder in which one file is put to be looked at. */
  readonly make: () => string;
  /** Throws away what can be; a viewer may still hold a file, then the next start does it. */
  readonly sweep: () => void;
}

/** Copies of attachments that are shown in their own programs; never the kept ones themselves. */
export const viewFolders = (parent: string): ViewFolders => {
  const root = join(parent, 'xem-tep');
  return {
    make: () => {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      return mkdtempSync(join(root, 'x-'));
    },
    sweep: () => {
      try {
        rmSync(root, { recursive: true, force: true });
      } catch {
        // Held by a viewer.
      }
    },
  };
};
