/**
 * Takes a paper in while the shim lets the disk be full or calls fail, on a new store for each case.
 * Cases come as lines of JSON in a file; answers go to standard output.
 */
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../../electron/store';
import { quickFolder } from '../../helpers/quick-folder';
import { expectTwice, soundCopies } from '../attachment-copies';
import {
  contentsOn,
  doPaperStep,
  type PaperStep,
  papersOf,
  type Shelf,
  shelfOf,
  shelvesOf,
} from '../attachment-workload';
import { checkOptions } from '../check-store';
import type { AttachmentAnswer, AttachmentCase } from '../failing-attachments';

const [, , place = '', casesPath = ''] = process.argv;
/** Not on the disk that fails. */
const sources = quickFolder('bdx-sources-');

/** The shim listens to paths that no disk has. */
const tellDisk = (order: string): void => {
  try {
    openSync(`/bdx-disk/${order}`, 'r');
  } catch {
    // That is how it answers.
  }
};

const stepsOf = ({ seed, size, kind }: AttachmentCase): PaperStep[] => [
  { kind: 'create' },
  { kind: 'attach', name: 'cũ.pdf', paper: { number: seed, size: 4000 } },
  { kind: 'save', text: 'trước đó' },
  { kind, name: 'mới.pdf', paper: { number: seed + 1, size } },
];

const opened = (folder: string): Store => {
  const store = openStore(checkOptions(folder));
  if (!store.ok) throw new Error(`not opened: ${store.error.state.state}`);
  return store.value;
};

const isSame = (shelf: Shelf, other: Shelf | undefined): boolean =>
  JSON.stringify(other) === JSON.stringify(shelf);

/** The code it was refused with; null: it was done. */
const refusalOf = async (store: Store, step: PaperStep): Promise<string | null> => {
  try {
    await doPaperStep(store, step, sources);
    return null;
  } catch (error) {
    return (JSON.parse(String((error as Error).message)) as { code: string }).code;
  }
};

const runCase = async (each: AttachmentCase, folder: string): Promise<boolean> => {
  const [data, out] = [join(folder, 'store'), join(folder, 'out')];
  for (const path of [folder, out]) mkdirSync(path, { recursive: true });
  const steps = stepsOf(each);
  const [papers, shelves] = [papersOf(steps), shelvesOf(steps)];
  const [before, after] = shelves.slice(-2);
  const last = steps.at(-1);
  if (last === undefined) throw new Error('no steps');
  let store = opened(data);
  for (const step of steps.slice(0, -1)) await doPaperStep(store, step, sources);
  tellDisk(each.order);
  const refusal = await refusalOf(store, last);
  tellDisk('reset');
  if (refusal !== null && !/^store-/.test(refusal)) throw new Error(`refused as ${refusal}`);
  if (store.retry().state !== 'ready') throw new Error('not ready afterwards');
  const found = await shelfOf(store, papers, out);
  // After a failed sync nobody knows what the disk holds: what was refused may be there, but whole.
  const isThere = refusal === null || (refusal === 'store-io' && isSame(found, after));
  if (!isSame(found, isThere ? after : before)) throw new Error('wrong afterwards');
  if (!isThere) {
    const again = await refusalOf(store, last);
    if (again !== null) throw new Error(`refused with room: ${again}`);
  }
  store.close();
  const copies = soundCopies(data, papers);
  store = opened(data);
  try {
    const shelf = await shelfOf(store, papers, out);
    if (!isSame(shelf, after)) throw new Error('wrong at the next start');
  } finally {
    store.close();
  }
  expectTwice(data, papers, contentsOn(after ?? null), copies);
  return refusal !== null;
};

for (const [index, line] of readFileSync(casesPath, 'utf8').split('\n').entries()) {
  if (line === '') continue;
  const each = JSON.parse(line) as AttachmentCase;
  const folder = join(place, `case-${index}`);
  const answer: AttachmentAnswer = await runCase(each, folder).then(
    (refused) => ({ name: each.name, problem: null, refused }),
    (error: unknown) => ({ name: each.name, problem: String(error), refused: true }),
  );
  tellDisk('reset');
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  rmSync(folder, { recursive: true, force: true });
}
rmSync(sources, { recursive: true, force: true });
