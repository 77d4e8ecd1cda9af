import { beforeAll, describe, expect, it } from 'vitest';
import { cutPowerOfControl } from './power-control';
import { cutPower, type Recording, recordSaver } from './power-cut';

const MINUTE = 60_000;

describe('T-02: power cuts, simulated on a recording of every change of the disk', () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await recordSaver(2026, 400);
  }, MINUTE);

  it(
    'lose nothing that was acknowledged',
    () => {
      const outcome = cutPower(recording, { points: 500, seed: 7 });
      expect(outcome.examples).toEqual([]);
      expect(outcome.failures).toBe(0);
    },
    2 * MINUTE,
  );

  it(
    'control: lose under a drive that lies about syncs',
    async () => {
      const short = await recordSaver(2027, 60);
      const { trials, failures } = cutPower(short, {
        points: 40,
        seed: 8,
        manners: { liesAboutSync: true },
      });
      expect(failures).toBeGreaterThan(trials / 2);
    },
    MINUTE,
  );

  it(
    'control: lose where folders are never synced',
    async () => {
      const short = await recordSaver(2028, 60);
      const { failures } = cutPower(short, {
        points: 40,
        seed: 9,
        manners: { forgetsFolders: true },
      });
      expect(failures).toBeGreaterThan(0);
    },
    MINUTE,
  );

  it(
    'control: lose under SQLite alone at its silent default, not under FULL',
    async () => {
      const normal = await cutPowerOfControl(100, 10, 'NORMAL');
      expect(normal.failures).toBeGreaterThan(normal.trials / 2);
      expect((await cutPowerOfControl(100, 11, 'FULL')).failures).toBe(0);
    },
    MINUTE,
  );
});
