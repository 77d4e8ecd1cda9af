import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The program's own data lie in `assets` above this file, be it the source, the flat build or the
 * packed archive. A program without them is broken, which is a bug and not a person's mistake.
 */
export const findAssetsFolder = (from: string = import.meta.dirname): string => {
  const folder = join(from, 'assets');
  if (existsSync(join(folder, 'templates'))) return folder;
  const above = dirname(from);
  if (above === from) throw new Error('assets is not above the program: broken installation');
  return findAssetsFolder(above);
};
