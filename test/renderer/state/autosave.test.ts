import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Autosave, createAutosave, type SaveState } from '../../../renderer/state/autosave';
import { err, ok } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { createHandClock, type HandClock } from '../../helpers/hand-clock';

const busy: IpcFailure = { code: 'store-busy', message: 'Dữ liệu đang bận.' };
const refused: IpcFailure = { code: 'invalid-value', message: 'Giá trị không hợp lệ.' };

interface Bench {
  clock: HandClock;
  autosave: Autosave;
  states: SaveState[];
  /** What is on the disk, by key. */
  disk: Map<string, string>;
  /** When each value reached the disk. */
  landed: { key: string; value: string; at: number }[];
  write: (key: string, value: string) => void;
  /** The next saves fail with these. */
  failNext: (...failures: IpcFailure[]) => void;
}

const setUp = (): Bench => {
  const clock = createHandClock();
  const states: SaveState[] = [];
  const disk = new Map<string, string>();
  const landed: Bench['landed'] = [];
  const failures: IpcFailure[] = [];
  let seq = 0;
  const autosave = createAutosave((state) => states.push(state), clock);
  return {
    clock,
    autosave,
    states,
    disk,
    landed,
    failNext: (...more) => failures.push(...more),
    write: (key, value) =>
      autosave.queue(key, async () => {
        await Promise.resolve();
        const failure = failures.shift();
        if (failure !== undefined) return err(failure);
        seq += 1;
        disk.set(key, value);
        landed.push({ key, value, at: clock.now() });
        return ok({ seq, savedAt: '2026-11-25T03:42:07.000Z' });
      }),
  };
};

const keys = fc.constantFrom('a', 'b', 'c');
const steps = fc.array(fc.record({ key: keys, wait: fc.nat({ max: 1500 }) }), {
  minLength: 1,
  maxLength: 40,
});

describe('saving by itself', () => {
  it('brings every change to the disk at most a second after it was made', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (edits) => {
        const { clock, write, landed } = setUp();
        const made: { key: string; number: number; at: number }[] = [];
        for (const [number, { key, wait }] of edits.entries()) {
          made.push({ key, number, at: clock.now() });
          write(key, String(number));
          await clock.pass(wait);
        }
        await clock.pass(1000);
        for (const { key, number, at } of made) {
          // A newer state of the same thing carries the older one with it.
          const saved = landed.find((one) => one.key === key && Number(one.value) >= number);
          expect(saved).toBeDefined();
          expect(saved!.at - at).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it('ends with the newest state of everything, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat({ max: 6 }), async (edits, failures) => {
        const { clock, write, disk, failNext, states } = setUp();
        failNext(...Array.from({ length: failures }, () => busy));
        const newest = new Map<string, string>();
        for (const [number, { key, wait }] of edits.entries()) {
          write(key, String(number));
          newest.set(key, String(number));
          await clock.pass(wait);
        }
        await clock.pass(120_000);
        expect(disk).toEqual(newest);
        expect(states.at(-1)?.kind).toBe('saved');
      }),
    );
  });

  it('never says "saved" while something is not', async () => {
    const { clock, write, states, failNext } = setUp();
    failNext(busy);
    write('a', '1');
    expect(states.at(-1)).toEqual({ kind: 'pending' });
    await clock.pass(400);
    expect(states.at(-1)).toEqual({ kind: 'failed', failure: busy, retries: true });
    write('b', '2');
    expect(states.at(-1)?.kind).toBe('failed');
    await clock.pass(1000);
    expect(states.at(-1)?.kind).toBe('saved');
    expect(states.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  });

  it('asks less often while the store stays away, and saves within five seconds of its return', async () => {
    const { clock, write, failNext, landed } = setUp();
    failNext(...Array.from({ length: 6 }, () => busy));
    write('a', '1');
    await clock.pass(400 + 1000 + 2000 + 4000 + 4000 + 4000);
    expect(landed).toEqual([]);
    await clock.pass(5000);
    expect(landed).toHaveLength(1);
  });

  it('says why without a pause while it tries again', async () => {
    const { clock, write, states, failNext } = setUp();
    failNext(busy, busy, busy);
    write('a', '1');
    await clock.pass(20_000);
    const kinds = states.map(({ kind }) => kind);
    const from = kinds.indexOf('failed');
    const to = kinds.lastIndexOf('failed');
    expect(kinds.slice(from, to + 1)).toEqual(['failed', 'failed', 'failed']);
    expect(kinds.at(-1)).toBe('saved');
  });

  it('does not repeat what was refused, but tries what took its place', async () => {
    const { clock, write, disk, states, failNext } = setUp();
    failNext(refused);
    write('a', 'không hợp lệ');
    await clock.pass(60_000);
    expect(states.at(-1)).toEqual({ kind: 'failed', failure: refused, retries: false });
    expect(disk.size).toBe(0);
    write('a', 'hợp lệ');
    await clock.pass(1000);
    expect(disk.get('a')).toBe('hợp lệ');
  });
});

describe('saving at once', () => {
  it('is done when everything is on the disk', async () => {
    const { autosave, write, disk } = setUp();
    write('a', '1');
    write('b', '2');
    expect(await autosave.flush()).toBe(true);
    expect([...disk]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it('says so when it could not, and keeps what is left', async () => {
    const { autosave, write, disk, failNext } = setUp();
    failNext(busy);
    write('a', '1');
    expect(await autosave.flush()).toBe(false);
    expect(await autosave.flush()).toBe(true);
    expect(disk.get('a')).toBe('1');
  });

  it('waits for what is typed while it saves', async () => {
    const { autosave, write, disk } = setUp();
    write('a', '1');
    const flushed = autosave.flush();
    write('a', '2');
    expect(await flushed).toBe(true);
    expect(disk.get('a')).toBe('2');
  });

  it('sends nothing any more once it is stopped', async () => {
    const { clock, autosave, write, disk } = setUp();
    write('a', '1');
    autosave.stop();
    write('b', '2');
    await clock.pass(60_000);
    expect(disk.size).toBe(0);
  });
});
