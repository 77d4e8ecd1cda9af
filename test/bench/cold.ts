/**
 * One cold start, in a process of its own. `ours`: from loading the layout worker's file, built as the
 * window loads it, to its first count. `typst`: from creating the compiler to the first count. `fit`:
 * the first "Vừa 5 trang" in the life of a worker that has been open for two seconds. Prints
 * milliseconds, those of the processors, and pages. What the window, or the peer's caller, has done before is not in them: the
 * proposal is read, Typst's source is written, its native module is loaded.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { LayoutAnswer, LayoutRequest } from '../../renderer/state/layout-worker/protocol';
import type { Proposal, Style, Template } from '../../shared/model';

/** What bench.ts writes for us, so that no schema is loaded in this process. */
export interface ColdInput {
  readonly proposal: Proposal;
  readonly template: Template;
  readonly typstSource: string;
  /** What "Vừa 5 trang" tries. */
  readonly styles: readonly Style[];
}

export type ColdRun = 'ours' | 'typst' | 'fit';

const [given, projectRoot = '.', inputFile = '', workerFile = ''] = process.argv.slice(2);
const what = given as ColdRun;
const input = JSON.parse(readFileSync(inputFile, 'utf8')) as ColdInput;

interface Start {
  readonly time: number;
  readonly cpu: NodeJS.CpuUsage;
}

const startClock = (): Start => ({ cpu: process.cpuUsage(), time: performance.now() });

/** Time by the clock and of all processors, in milliseconds; and the pages. */
const say = (start: Start, pages: number): void => {
  const time = performance.now() - start.time;
  const { user, system } = process.cpuUsage(start.cpu);
  process.stdout.write(`${time} ${(user + system) / 1000} ${pages}`);
};

/** Node reads its code for messages from a file at their first use; in a browser they are there. */
const loadMessages = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Gives the worker its world: `postMessage`, `onmessage` and messages to itself. */
const world = globalThis as unknown as {
  postMessage: (answer: LayoutAnswer) => void;
  onmessage?: (event: { data: LayoutRequest }) => void;
};

const listen = <K extends LayoutAnswer['kind']>(
  kind: K,
  take: (answer: Extract<LayoutAnswer, { kind: K }>) => void,
): void => {
  world.postMessage = (answer) => {
    if (answer.kind === 'failed') throw new Error(answer.message);
    if (answer.kind === kind) take(answer as Extract<LayoutAnswer, { kind: K }>);
  };
};

const openInWorker = async (): Promise<void> => {
  await import(/* @vite-ignore */ pathToFileURL(workerFile).href);
  const { proposal, template } = input;
  world.onmessage?.({ data: { kind: 'open', turn: 1, revision: 1, proposal, template } });
};

const runWorker = async (): Promise<void> => {
  await loadMessages();
  const start = startClock();
  listen('count', ({ count }) => {
    say(start, count.pages);
    process.exit();
  });
  await openInWorker();
};

/** Time for the first count, its pages, its certainty and the rounds of practice. */
const SETTLED_MS = 2_000;

const runFit = async (): Promise<void> => {
  const { proposal, styles } = input;
  listen('count', () => undefined);
  await openInWorker();
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const start = startClock();
  listen('tried', ({ trials }) => {
    if (trials?.length !== styles.length) throw new Error(`not all of ${proposal.template} tried`);
    say(start, trials[0]?.pages ?? 0);
    process.exit();
  });
  world.onmessage?.({ data: { kind: 'tryStyles', id: 1, styles } });
};

const runTypst = async (): Promise<void> => {
  const { loadTypst } = await import('./peers');
  const typst = loadTypst(projectRoot);
  const start = startClock();
  say(start, typst.create().pages(input.typstSource));
};

const runs = { ours: runWorker, typst: runTypst, fit: runFit };
await runs[what]();
