import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
};

export interface ServedFile {
  /** Where it lies on the disk (or in the archive). */
  readonly path: string;
  readonly type: string;
}

const listFiles = (folder: string, prefix: string): [string, ServedFile][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, ServedFile][] => {
    const path = join(folder, entry.name);
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(path, name);
    const type = TYPES[entry.name.split('.').pop() ?? ''];
    return entry.isFile() && type !== undefined ? [[name, { path, type }]] : [];
  });

/**
 * Every address that can be asked for, listed once from what was installed: `/index.html` and the
 * rest of the window, `/fonts/….ttf`. An address is looked up here and never turned into a path, so
 * no spelling of `..` leads anywhere.
 */
export const listServedFiles = (
  rendererFolder: string,
  fontsFolder: string,
): ReadonlyMap<string, ServedFile> =>
  new Map([...listFiles(fontsFolder, '/fonts'), ...listFiles(rendererFolder, '')]);
