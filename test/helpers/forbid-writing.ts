import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const run = (command: 'mount' | 'umount', ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const isRoot = process.getuid?.() === 0;

const everythingIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? [path, ...readdirSync(path).flatMap((name) => everythingIn(join(path, name)))]
    : [path];

/** Rights are no obstacle to root, a disk mounted for reading only is. */
const mountReadOnly = (path: string): (() => void) | null => {
  if (!run('mount', '--bind', path, path)) return null;
  const allow = (): void => {
    if (!run('umount', '-l', path)) throw new Error(`${path} stays mounted`);
  };
  if (run('mount', '-o', 'remount,bind,ro', path)) return allow;
  allow();
  return null;
};

/** All write rights gone, as an administrator or a copy from a CD leaves it. */
const takeRights = (path: string): (() => void) => {
  const before = everythingIn(path).map((each) => [each, statSync(each).mode] as const);
  for (const [each, mode] of [...before].reverse()) chmodSync(each, mode & ~0o222);
  return () => {
    for (const [each, mode] of before) chmodSync(each, mode);
  };
};

/**
 * Makes a file, or a folder with all that is in it, such that it may only be read. Gives the function
 * that allows writing again; null where this machine cannot refuse its user anything.
 */
export const forbidWriting = (path: string): (() => void) | null => {
  if (process.platform === 'win32') return null;
  return isRoot ? mountReadOnly(path) : takeRights(path);
};

export const CANNOT_FORBID = 'nothing on this machine can be made to be only read for its user';
