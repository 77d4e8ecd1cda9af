import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 and time of the last change of every file under a folder, by name. */
export const folderFacts = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => {
        const path = join(folder, name);
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [name, `${hash} ${statSync(path).mtimeMs}`];
      }),
  );
