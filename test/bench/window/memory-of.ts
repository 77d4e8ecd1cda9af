import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

/** Megabytes of one process. `pss` shares what several processes map among them. */
export interface ProcessMemory {
  readonly what: string;
  readonly pss: number;
  readonly workingSet: number;
  /** Neither shared nor on the disk: what the process itself has written. */
  readonly own: number;
}

export interface MemoryUse {
  readonly processes: readonly ProcessMemory[];
  readonly pss: number;
  readonly workingSet: number;
  readonly own: number;
}

const KILOBYTES = 1024;

const rollup = (pid: number): Map<string, number> => {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, kilobytes] = /^(\w+):\s+(\d+) kB$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, Number(kilobytes) / KILOBYTES] as const];
    }),
  );
};

const parentOf = (pid: string): number => {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
};

/** The process and all that came from it. */
const familyOf = (root: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const family = [root];
  for (const pid of family) {
    for (const [child, parent] of parents) if (parent === pid) family.push(child);
  }
  return family;
};

const whatOf = (pid: number): string => {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const type = /--type=([\w-]+)/.exec(words)?.[1] ?? 'main';
  const service = /--utility-sub-type=(\w+)/.exec(words)?.[1];
  return service === undefined ? type : `${type} (${service})`;
};

/** Everything the program keeps in memory, process by process. Linux only. */
export const memoryOf = (app: ElectronApplication): MemoryUse => {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the program has no process');
  const processes = familyOf(pid).flatMap((one): ProcessMemory[] => {
    try {
      const sizes = rollup(one);
      const size = (name: string): number => sizes.get(name) ?? 0;
      const own = size('Private_Dirty');
      return [{ what: whatOf(one), pss: size('Pss'), workingSet: size('Rss'), own }];
    } catch {
      return [];
    }
  });
  const sum = (of: (one: ProcessMemory) => number): number =>
    processes.reduce((total, one) => total + of(one), 0);
  return {
    processes,
    pss: sum(({ pss }) => pss),
    workingSet: sum(({ workingSet }) => workingSet),
    own: sum(({ own }) => own),
  };
};
