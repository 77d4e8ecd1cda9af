/** What a build was made from, as one hash: whether to build again is asked at every start. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../bring-up/paths.mjs';

const filesBelow = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [{ path, size: stat.size, time: stat.mtimeMs }];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
};

const hashOf = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

const nameOf = ({ path }) => relative(projectRoot, path).replaceAll('\\', '/');

export const listInputs = (paths) => paths.flatMap((path) => filesBelow(join(projectRoot, path)));

/** Names, sizes and times: quick, and different after every checkout. */
export const quickHash = (inputs) =>
  hashOf(inputs.map((file) => `${nameOf(file)}:${file.size}:${file.time}`));

/** Names and contents: the same wherever the same sources lie. */
export const contentHash = (inputs) =>
  hashOf(inputs.flatMap((file) => [nameOf(file), readFileSync(file.path)]));
