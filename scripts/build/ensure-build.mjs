/**
 * Builds what is not there or was made from other sources. Each part is built beside its place and
 * moved there when it is whole, so a running program or a second command never sees half of one.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutId, inProject, projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { sayWhile } from '../bring-up/say.mjs';
import { withLock } from '../bring-up/with-lock.mjs';
import { contentHash, listInputs, quickHash } from './input-hash.mjs';

const ALWAYS = ['package-lock.json', 'scripts/build'];
const DATA = 'assets';

const INPUTS = {
  main: ['electron', 'shared', DATA],
  preload: ['electron/preload', 'electron/ipc', 'shared'],
  renderer: ['renderer', 'shared', DATA],
};

const FIRST_FILE = {
  main: 'main.js',
  preload: 'preload.cjs',
  renderer: 'index.html',
};

const TITLE = {
  main: 'phần chính và dòng lệnh',
  preload: 'phần nối',
  renderer: 'cửa sổ',
};

const outFolder = inProject('out');
const stampOf = (part) => join(outFolder, '.stamps', `${part}.json`);

const readStamp = (part) => {
  try {
    return JSON.parse(readFileSync(stampOf(part), 'utf8'));
  } catch {
    return {};
  }
};

const writeStamp = (part, stamp) => {
  mkdirSync(join(outFolder, '.stamps'), { recursive: true });
  writeFileSync(`${stampOf(part)}.${process.pid}`, JSON.stringify(stamp));
  renameSync(`${stampOf(part)}.${process.pid}`, stampOf(part));
};

const isFresh = (part) => {
  if (!existsSync(join(outFolder, part, FIRST_FILE[part]))) return false;
  const stamp = readStamp(part);
  const inputs = listInputs([...ALWAYS, ...INPUTS[part]]);
  const quick = quickHash(inputs);
  if (stamp.quick === quick) return true;
  const content = contentHash(inputs);
  if (stamp.content !== content) return false;
  writeStamp(part, { quick, content });
  return true;
};

const putInPlace = (part, built) => {
  const place = join(outFolder, part);
  const old = join(outFolder, `.old-${part}-${process.pid}`);
  mkdirSync(outFolder, { recursive: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(join(built, part), place);
  rmSync(old, { recursive: true, force: true });
};

const buildPart = async (part, node) => {
  // The hash is taken before: a source changed during the build makes the next command build again.
  const inputs = listInputs([...ALWAYS, ...INPUTS[part]]);
  const stamp = { quick: quickHash(inputs), content: contentHash(inputs) };
  const built = join(outFolder, `.new-${part}-${process.pid}`);
  try {
    await mustRun(
      node,
      [inProject('scripts', 'build', 'run-vite.mjs'), part, built],
      { cwd: projectRoot, quiet: true },
      `Không dựng được ${TITLE[part]}; lỗi ở ngay trên.`,
    );
    rmSync(stampOf(part), { force: true });
    putInPlace(part, built);
    writeStamp(part, stamp);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
};

/** `parts` of main, preload, renderer; `node` is the Node that runs the builder. */
export const ensureBuild = async (node, parts = ['main', 'preload', 'renderer']) => {
  if (parts.every(isFresh)) return;
  await withLock(`build-${checkoutId}`, async () => {
    for (const part of parts) {
      if (isFresh(part)) continue;
      await sayWhile(`Dựng ${TITLE[part]}`, () => buildPart(part, node));
    }
  });
};
