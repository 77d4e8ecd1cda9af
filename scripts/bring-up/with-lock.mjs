/**
 * One at a time, across processes: two commands side by side must not install into the same folder.
 * A lock is a folder (making one is atomic) that names its owner; an owner that is gone loses it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inCache } from './paths.mjs';
import { say } from './say.mjs';

const OWNERLESS_MS = 10_000;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const ownerOf = (folder) => {
  try {
    return Number(readFileSync(`${folder}/owner`, 'utf8'));
  } catch {
    return undefined;
  }
};

const isStale = (folder) => {
  const owner = ownerOf(folder);
  if (owner !== undefined && owner > 0) return !isAlive(owner);
  try {
    // Between making the folder and writing the owner, or dead in just that moment.
    return Date.now() - statSync(folder).mtimeMs > OWNERLESS_MS;
  } catch {
    return false;
  }
};

const tryTake = (folder) => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
  writeFileSync(`${folder}/owner`, String(process.pid));
  return true;
};

const removeStale = (folder) => {
  const grave = `${folder}.${process.pid}.stale`;
  try {
    // Of two that saw the same dead owner, only one can rename.
    renameSync(folder, grave);
    rmSync(grave, { recursive: true, force: true });
  } catch {
    // The other one was faster.
  }
};

export const withLock = async (name, work) => {
  const folder = inCache('locks', name);
  mkdirSync(inCache('locks'), { recursive: true });
  let told = false;
  while (!tryTake(folder)) {
    if (isStale(folder)) removeStale(folder);
    else {
      if (!told) say(`Đang chờ một lệnh khác làm xong phần việc này (${name}) …`);
      told = true;
      await sleep(300);
    }
  }
  const release = () => {
    if (ownerOf(folder) === process.pid) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
};
