import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore, recoverStore, type Store, type StoreOptions } from '../../electron/store';
import { contentOf, digestOf } from './workload';

let ids = 0;

export const checkOptions = (folder: string): StoreOptions => ({
  folder,
  now: () => '2026-11-25T01:00:00.000Z',
  newId: () => {
    ids += 1;
    return `check-${ids}`;
  },
  appVersion: 'faults',
  journalReserve: 64 * 1024,
});

/** Puts files into an empty folder. */
export const layOut = (folder: string, files: ReadonlyMap<string, Buffer>): void => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
};

export interface Checked {
  /** null when all is well. */
  readonly problem: string | null;
  readonly healed: boolean;
  readonly recovered: boolean;
}

/** What the store holds must be one of the allowed digests, and nothing may be missing. */
export const problemOf = (store: Store, allowed: readonly string[]): string | null => {
  if (store.healed !== null && store.healed.missing.length > 0) {
    return `missing: ${store.healed.missing.join('; ')}`;
  }
  try {
    return allowed.includes(digestOf(contentOf(store))) ? null : 'wrong content';
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/**
 * Opens what is left after a fault, as the program does at its start; with `mayRecover` the person
 * presses the recovery screen's button where the file does not open.
 */
export const checkFolder = (
  folder: string,
  allowed: readonly string[],
  mayRecover: boolean,
): Checked => {
  let opened = openStore(checkOptions(folder));
  const recovered = !opened.ok && mayRecover;
  if (recovered) opened = recoverStore(checkOptions(folder));
  if (!opened.ok) {
    return { problem: `not opened: ${opened.error.state.state}`, healed: false, recovered };
  }
  const store = opened.value;
  try {
    const problem = problemOf(store, allowed);
    return { problem, healed: store.healed !== null, recovered };
  } finally {
    store.close();
  }
};
