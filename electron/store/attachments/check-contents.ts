import { existsSync } from 'node:fs';
import { hashSteps } from '../backups/verify-copy';
import { contentFile } from './blob-copies';

export interface ContentCheck {
  /** Hashes of contents whose copy is gone. */
  readonly missing: readonly string[];
  /** Hashes of contents whose copy holds other bytes. */
  readonly damaged: readonly string[];
}

/** Compares copies of contents beside backups with the hash they are named by. Throws. */
export function* checkContents(
  backups: string,
  contents: readonly string[],
): Generator<undefined, ContentCheck> {
  const missing: string[] = [];
  const damaged: string[] = [];
  for (const content of contents) {
    const path = contentFile(backups, content);
    if (!existsSync(path)) missing.push(content);
    else if ((yield* hashSteps(path)) !== content) damaged.push(content);
  }
  return { missing, damaged };
}
