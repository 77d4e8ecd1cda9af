/** What the measurements of the store share: a store, a clock, and the table they fill. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadShippedData } from '../../electron/assets';
import { openStore, type Store } from '../../electron/store';

export const MB = 1024 * 1024;
export const project = process.argv[2] ?? '.';

export const must = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const open = (folder: string): Store =>
  must(
    openStore({
      folder,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      appVersion: 'bench',
    }),
  );

const form = () => {
  const template = loadShippedData(join(project, 'assets')).templates.find(
    ({ id }) => id === 'hp-2023-bdx',
  );
  if (template === undefined) throw new Error('the form is not there');
  return template;
};

export const create = (store: Store, title: string, value: unknown): string =>
  must(
    store.createProposal({
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title,
      organisationId: null,
      style: form().typography.style,
      values: { i: title, ii: value },
    }),
  ).id;

export const timed = async <T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> => {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
};

/** Longest time for which nothing else could run. */
export const longestStall = async (
  work: () => Promise<unknown>,
): Promise<{ ms: number; stall: number }> => {
  const monitor = monitorEventLoopDelay({ resolution: 5 });
  monitor.enable();
  const { ms } = await timed(work);
  monitor.disable();
  return { ms, stall: monitor.max / 1e6 };
};

/** How long a program that does nothing is kept waiting by whoever else wants the processor. */
export const idleStall = (): Promise<{ ms: number; stall: number }> =>
  longestStall(() => new Promise((resolve) => setTimeout(resolve, 3000)));

export const rows: string[] = [];
export const failures: string[] = [];

export const figure = (what: string, got: number, limit: number | null, note = ''): void => {
  const bound = limit === null ? '' : `≤ ${limit}`;
  const verdict = limit === null ? '' : got <= limit ? 'met' : 'NOT met';
  rows.push(`| ${what} | ${got.toFixed(got < 100 ? 1 : 0)} | ${bound} | ${verdict} | ${note} |`);
  if (limit !== null && got > limit) failures.push(what);
  process.stderr.write(`${what}: ${got.toFixed(1)} ms\n`);
};
