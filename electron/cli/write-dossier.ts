import { basename, extname, join, resolve } from 'node:path';
import { ok, type Result } from '../../shared/base';
import { safeFileName, writeFileAtomically } from '../files';
import type { Surroundings } from './command';
import type { DossierFile } from './dossier-files';
import { makeFolder } from './make-folder';

/** A written file, as a command prints it. */
export interface WrittenFile {
  readonly document: string;
  readonly format: string;
  readonly path: string;
  readonly pages: number | null;
  readonly sha256: string;
}

const stemOf = (name: string): string => basename(name, extname(name));

/** Writes each file whole or not at all, in order, into a folder that is made where it is not there. */
export const writeDossier = async (
  out: string,
  files: readonly DossierFile[],
  around: Surroundings,
): Promise<Result<WrittenFile[]>> => {
  const folder = resolve(around.folder, out);
  const made = await makeFolder(folder);
  if (!made.ok) return made;
  const all: WrittenFile[] = [];
  for (const { document, format, name, bytes, pages } of files) {
    const target = join(folder, safeFileName(stemOf(name), format));
    const written = await writeFileAtomically(target, bytes);
    if (!written.ok) return written;
    const { path, sha256 } = written.value;
    all.push({ document, format, path, pages, sha256 });
  }
  return ok(all);
};
