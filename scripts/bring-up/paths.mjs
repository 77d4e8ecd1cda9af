import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const home = () => homedir() || '.';

/** What is fetched or made once for all checkouts of this person. */
export const cacheDirectory =
  process.platform === 'win32'
    ? join(process.env.LOCALAPPDATA || join(home(), 'AppData', 'Local'), 'ban-de-xuat', 'cache')
    : process.platform === 'darwin'
      ? join(home(), 'Library', 'Caches', 'ban-de-xuat')
      : join(process.env.XDG_CACHE_HOME || join(home(), '.cache'), 'ban-de-xuat');

/** Tells this checkout from others in names below `cacheDirectory`. */
export const checkoutId = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);

export const inProject = (...parts) => join(projectRoot, ...parts);
export const inCache = (...parts) => join(cacheDirectory, ...parts);
