import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const scriptUrl = (path: string): string =>
  pathToFileURL(join(import.meta.dirname, '../../scripts', path)).href;

/** The scripts are plain JavaScript without types; a test says what it expects of one. */
export const loadScript = async <T>(path: string): Promise<T> =>
  (await import(/* @vite-ignore */ scriptUrl(path))) as T;
