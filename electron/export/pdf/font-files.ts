import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Face } from '../../../shared/model';

const FILES: Readonly<Record<Face, string>> = {
  regular: 'liberation-serif-regular.ttf',
  bold: 'liberation-serif-bold.ttf',
  italic: 'liberation-serif-italic.ttf',
  boldItalic: 'liberation-serif-bold-italic.ttf',
};

export const ALL_FACES: readonly Face[] = ['regular', 'bold', 'italic', 'boldItalic'];

/**
 * Our own fonts lie in `assets/fonts` above this file, be it the source, the flat build or the
 * packed archive. The system's fonts are never read: other versions lack Vietnamese letters.
 */
export const findFontFolder = (from: string = import.meta.dirname): string => {
  const folder = join(from, 'assets', 'fonts');
  if (existsSync(join(folder, FILES.regular))) return folder;
  const above = dirname(from);
  if (above === from) throw new Error('assets/fonts is not above the program: broken installation');
  return findFontFolder(above);
};

export const readFontFile = (folder: string, face: Face): Promise<Uint8Array> =>
  readFile(join(folder, FILES[face]));
