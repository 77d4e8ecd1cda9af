import { rmSync } from 'node:fs';
import { openStore, recoverStore, type ScrubReport, type Store } from '../../electron/store';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions, layOut, problemOf } from './check-store';
import { DATABASE, type KilledStore, makeKilledStore } from './killed-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf } from './workload';

/** Far more than one round takes: a scrub without an end hangs the program. */
const MOST_TURNS = 1000;

const scrubAll = (store: Store): ScrubReport => {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const report = store.scrub(100_000);
    if (report.done) return report;
  }
  throw new Error('the scrub never comes to its end');
};

/** Titles and parts: what must be right also before any duty has looked for damage. */
const wordsOf = (store: Store): string =>
  JSON.stringify(
    Object.entries(contentOf(store))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { title, trashed, values }]) => [
        id,
        title,
        trashed,
        Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
  );

/** null: right, or refused. */
const untrueAtOnce = (store: Store, words: string): string | null => {
  try {
    return wordsOf(store) === words ? null : 'wrong words handed out before the scrub';
  } catch {
    return null;
  }
};

/** Opens, has all rows read, and gives what the person is told: null when the content is right. */
const toldAfterFlip = (
  folder: string,
  { digest, words }: { readonly digest: string; readonly words: string | null },
  tally: Tally,
): string | null => {
  const opened = openStore(checkOptions(folder));
  if (!opened.ok) {
    tally.add('not opened, said so');
    const recovered = recoverStore(checkOptions(folder));
    if (!recovered.ok) return `not recovered: ${recovered.error.state.state}`;
    const problem = problemOf(recovered.value, [digest]);
    recovered.value.close();
    if (problem === null) tally.add('recovered when asked');
    return problem;
  }
  const store = opened.value;
  try {
    const untrue = words === null ? null : untrueAtOnce(store, words);
    if (untrue !== null) return untrue;
    const { damaged, mended } = scrubAll(store);
    if (damaged.length > 0) {
      tally.add('named');
      return null;
    }
    const problem = problemOf(store, [digest]);
    if (problem === null) tally.add(mended.length > 0 ? 'mended' : 'without effect');
    return problem;
  } finally {
    store.close();
  }
};

/** Bytes of the database in which the flipped bit changes what SQLite itself would hand out. */
const withoutSafetyNet = ({ files }: KilledStore): Map<string, Buffer> =>
  new Map([...files].filter(([name]) => name === DATABASE));

const wordsOfFiles = (place: string, files: ReadonlyMap<string, Buffer>): string => {
  layOut(place, files);
  const opened = openStore(checkOptions(place));
  if (!opened.ok) throw new Error(`the sound store does not open: ${opened.error.state.state}`);
  const words = wordsOf(opened.value);
  opened.value.close();
  return words;
};

export interface BitFlips {
  readonly trials: number;
  readonly seed: number;
  /** Without journal, mark and backups there is nothing to heal from: damage must still be named. */
  readonly alone: boolean;
}

/** T-08: one bit of the database flips. Wrong words must never be handed out as right ones. */
export const flipBits = async ({ trials, seed, alone }: BitFlips): Promise<Outcome> => {
  const tally = new Tally(
    'T-08',
    alone
      ? 'Lật một bit trong tệp dữ liệu, không còn nhật ký và bản sao lưu: phải gọi tên chỗ hỏng'
      : 'Lật một bit trong tệp dữ liệu: phải tự chữa hoặc gọi tên chỗ hỏng',
  );
  const random = seededRandom(seed);
  const place = quickFolder('bdx-flip-');
  try {
    const store = await makeKilledStore({
      seed,
      steps: 150,
      backups: [60],
      checkpoints: [150],
      olderAt: 0,
    });
    const files = alone ? withoutSafetyNet(store) : store.files;
    const database = files.get(DATABASE) ?? Buffer.alloc(0);
    const words = wordsOfFiles(place, store.files);
    for (let trial = 0; trial < trials; trial += 1) {
      const at = Math.floor(random() * database.length);
      const bit = Math.floor(random() * 8);
      const spoilt = Buffer.from(database);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << bit);
      layOut(place, new Map(files).set(DATABASE, spoilt));
      const problem = alone
        ? untrueWords(place, store.digest, tally)
        : // Every second one is read before the scrub comes.
          toldAfterFlip(place, { digest: store.digest, words: trial % 2 ? words : null }, tally);
      tally.trial(problem === null ? null : `byte ${at} bit ${bit}: ${problem}`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};

/** With the database alone: right content, or a refusal that says so; anything else is a failure. */
const untrueWords = (folder: string, digest: string, tally: Tally): string | null => {
  const opened = openStore(checkOptions(folder));
  if (!opened.ok) {
    tally.add('not opened, said so');
    return null;
  }
  const store = opened.value;
  try {
    if (scrubAll(store).damaged.length > 0) {
      tally.add('named');
      return null;
    }
    if (digestOf(contentOf(store)) !== digest) return 'wrong words handed out as right ones';
    tally.add('without effect');
    return null;
  } catch {
    tally.add('refused on reading');
    return null;
  } finally {
    store.close();
  }
};
