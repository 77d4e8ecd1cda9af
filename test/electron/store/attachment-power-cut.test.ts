import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../electron/store';
import { buildProgram, buildShim, runProgram } from '../../faults/build-program';
import { checkOptions, layOut } from '../../faults/check-store';
import { type DiskManners, DiskModel, parseDiskLog } from '../../faults/disk/disk-model';
import { seededRandom } from '../../faults/random';
import { newFolder } from './open-test-store';

interface Kept {
  readonly kind: 'attachment' | 'file';
  readonly id: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A recorded run: every change of the disk, what was acknowledged among them. */
const record = async (turns: number): Promise<{ folder: string; log: Buffer }> => {
  const place = newFolder();
  const [folder, sources] = [join(place, 'store'), newFolder()];
  mkdirSync(folder);
  const log = join(newFolder(), 'log');
  const [program, shim] = [await buildProgram('attachment-saver'), buildShim()];
  const args = [folder, String(turns), join(place, 'ACK'), sources];
  const environment = { LD_PRELOAD: shim, BDX_DISK_PREFIX: place, BDX_DISK_LOG: log };
  const run = await runProgram(program, args, environment);
  if (run.status !== 0) throw new Error(`the saver ended with ${run.status}`);
  return { folder, log: readFileSync(log) };
};

const bytesOf = async (store: Store, { kind, id }: Kept, place: string): Promise<string | null> => {
  if (kind === 'file') {
    const read = store.readKeptFile(id);
    return read.ok ? sha256(read.value) : null;
  }
  const target = join(place, 'ra.pdf');
  const copied = await store.copyAttachment(id, target);
  return copied.ok ? sha256(readFileSync(target)) : null;
};

/** Each of the two copies by itself: the file beside the backups, then the pieces alone. */
const problemIn = async (
  place: string,
  kept: ReadonlyMap<string, Kept>,
): Promise<string | null> => {
  for (const content of kept.keys()) {
    const copy = join(place, 'sao-luu', 'tai-lieu', `${content}.bin`);
    if (!existsSync(copy) || sha256(readFileSync(copy)) !== content) return 'no sound copy';
  }
  rmSync(join(place, 'sao-luu', 'tai-lieu'), { recursive: true, force: true });
  const opened = openStore(checkOptions(place));
  if (!opened.ok) return opened.error.state.message;
  try {
    for (const [content, one] of kept) {
      if ((await bytesOf(opened.value, one, place)) !== content) return `${one.kind}: not whole`;
    }
    return null;
  } finally {
    opened.value.close();
  }
};

/** Gives what was lost at random points, and how many contents stood at the last one. */
const cutPower = async (points: number, seed: number, manners: DiskManners) => {
  const { folder, log } = await record(14);
  const random = seededRandom(seed);
  const changes = parseDiskLog(log);
  const cuts = Array.from({ length: points }, () => Math.floor(random() * changes.length)).sort(
    (a, b) => a - b,
  );
  const disk = new DiskModel(manners);
  const place = newFolder();
  const kept = new Map<string, Kept>();
  const lost: string[] = [];
  for (const [at, change] of changes.entries()) {
    for (; cuts[0] === at; cuts.shift()) {
      const left = disk.afterPowerCut(random, folder);
      layOut(place, new Map([...left].map(([path, bytes]) => [path.slice(folder.length), bytes])));
      const problem = await problemIn(place, kept);
      if (problem !== null) lost.push(`${problem} (change ${at})`);
    }
    if (!change.path.endsWith('/ACK')) disk.apply(change);
    else if (change.kind === 'W') {
      const [what, id = '', content = ''] = change.data.toString('utf8').trim().split(' ');
      if (what === 'drop') kept.delete(content);
      else if (what === 'attachment' || what === 'file') kept.set(content, { kind: what, id });
    }
  }
  return { lost, kept: kept.size };
};

const LONG = { timeout: 60_000 };

describe('S74 the power fails while attachments and signed files come in and go', LONG, () => {
  it('what was acknowledged lies on the disk twice', async () => {
    const { lost, kept } = await cutPower(60, 20_261_125, {});
    expect(lost).toEqual([]);
    expect(kept).toBeGreaterThan(8);
  });

  it('control: on a disk that forgets folders it does not', async () => {
    const { lost } = await cutPower(20, 20_261_126, { forgetsFolders: true });
    expect(lost.length).toBeGreaterThan(3);
  });
});
