/**
 * Works on a new store for each case while the shim lets one kind of call fail, and says for each
 * what was acknowledged. Cases come as lines of JSON in a file; answers go to standard output.
 */
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, recoverStore, type Store } from '../../../electron/store';
import { checkOptions, problemOf } from '../check-store';
import { answerTo, digestOf, type Model, modelAfter, type Step, stepsOf } from '../workload';

interface Case {
  readonly name: string;
  /** Orders to the shim, given before the steps of that number. */
  readonly orders: readonly { readonly before: number; readonly order: string }[];
  readonly seed: number;
  readonly steps: number;
  readonly backupAt: number;
}

const [, , place = '', casesPath = ''] = process.argv;

/** The shim listens to paths that no disk has. */
const tellDisk = (order: string): void => {
  try {
    openSync(`/bdx-disk/${order}`, 'r');
  } catch {
    // That is how it answers.
  }
};

const MOST_MODELS = 2 ** 16;

/** Models that the store may hold: refused steps may or may not have come through. */
class Possible {
  #models = new Map<string, Model>([[digestOf({}), {}]]);

  step(step: Step, acknowledged: boolean): void {
    const next = new Map<string, Model>();
    for (const [digest, model] of this.#models) {
      if (!acknowledged) next.set(digest, model);
      if (step.kind !== 'create' && model[step.id] === undefined) {
        next.set(digest, model);
        continue;
      }
      const after = modelAfter(model, step);
      next.set(digestOf(after), after);
    }
    // Each refused step may double them; ten steps lie between a full disk and room again, and the
    // first after it may still be refused.
    if (next.size > MOST_MODELS) throw new Error('too many possible models');
    this.#models = next;
  }

  get digests(): readonly string[] {
    return [...this.#models.keys()];
  }
}

const runCase = async (each: Case, folder: string): Promise<object> => {
  mkdirSync(folder, { recursive: true });
  const possible = new Possible();
  let number = 0;
  let uptime = 0;
  let refused = 0;
  let acknowledged = 0;
  let told = false;
  let store: Store | null = null;
  const open = (): Store | null => {
    const opened = openStore({
      ...checkOptions(folder),
      newId: () => `p${number}`,
      uptime: () => uptime,
      onTrouble: (state) => {
        told ||= state !== null;
      },
    });
    // A store that does not open says why on its own screen.
    told ||= !opened.ok;
    return opened.ok ? opened.value : null;
  };
  for (const step of stepsOf(each.seed, each.steps, 40)) {
    for (const { before, order } of each.orders) if (before === number) tellDisk(order);
    store ??= open();
    if (store === null) {
      refused += 1;
    } else {
      const answer = answerTo(store, step);
      // What is said to be no step on anything has not half happened, whatever the disk does.
      if (answer.ok || answer.code !== 'not-found') possible.step(step, answer.ok);
      if (answer.ok) acknowledged += 1;
      else refused += 1;
      if (number === each.backupAt) await store.backupNow();
      uptime += 10_000;
      await store.tick();
    }
    number += 1;
  }
  tellDisk('reset');
  const state = store?.retry().state ?? 'closed';
  store?.close();
  let opened = openStore(checkOptions(folder));
  if (!opened.ok) opened = recoverStore(checkOptions(folder));
  const problem = opened.ok
    ? problemOf(opened.value, possible.digests)
    : `not opened: ${opened.error.state.state}`;
  if (opened.ok) opened.value.close();
  return { name: each.name, problem, refused, acknowledged, told, state };
};

for (const [index, line] of readFileSync(casesPath, 'utf8').split('\n').entries()) {
  if (line === '') continue;
  const folder = join(place, `case-${index}`);
  const answer = await runCase(JSON.parse(line) as Case, folder);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  rmSync(folder, { recursive: true, force: true });
}
