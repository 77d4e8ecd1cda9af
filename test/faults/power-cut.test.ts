import { describe, expect, it } from 'vitest';
import { cutPowerOfAttachments, holdsCopies, holdsPieces } from './attachment-power-cut';
import { cutPowerOfFiles } from './file-power-cut';
import { cutPowerOfControl } from './power-control';
import { cutPower, recordSaver } from './power-cut';
import { expectNoFailure, runReduced } from './run-reduced';

const LONG = { timeout: 180_000 };

describe('power cuts, simulated on a recording of every change of the disk', LONG, () => {
  it('T-02: lose nothing that was acknowledged', async () => {
    expectNoFailure(await runReduced('T-02'));
  });

  it('T-02, control: lose under a drive that lies about syncs', async () => {
    const short = await recordSaver(2027, 60);
    const { trials, failures } = cutPower(short, {
      points: 40,
      seed: 8,
      manners: { liesAboutSync: true },
    });
    expect(failures).toBeGreaterThan(trials / 2);
  });

  it('T-02, control: lose where folders are never synced', async () => {
    const short = await recordSaver(2028, 60);
    const { failures } = cutPower(short, {
      points: 40,
      seed: 9,
      manners: { forgetsFolders: true },
    });
    expect(failures).toBeGreaterThan(0);
  });

  it('T-02, control: lose under SQLite alone at its silent default, not under FULL', async () => {
    const normal = await cutPowerOfControl(100, 10, 'NORMAL');
    expect(normal.failures).toBeGreaterThan(normal.trials / 2);
    expect((await cutPowerOfControl(100, 11, 'FULL')).failures).toBe(0);
  });

  it('T-02, S72, S74: attachments are there twice as soon as they are there', async () => {
    const outcome = await runReduced('T-02 attachments');
    expectNoFailure(outcome);
    expect(outcome.figures['done, not yet acknowledged']).toBeGreaterThan(0);
  });

  // Of two copies one would do for reading: each is looked at by itself.
  it.each([
    ['pieces', holdsPieces],
    ['copies beside the backups', holdsCopies],
  ])('T-02, control: lose where only the %s are never synced', async (_name, liesAboutSyncOf) => {
    const request = { points: 20, seed: 12, manners: { liesAboutSyncOf } };
    const { trials, failures } = await cutPowerOfAttachments(request);
    expect(failures).toBeGreaterThan(trials / 2);
  });

  it.each(['export', 'settings', 'package'] as const)('T-03: %s', async (kind) => {
    expectNoFailure(await runReduced(`T-03 ${kind}`));
    // Control: a disk that forgets folders loses what was acknowledged.
    const manners = { forgetsFolders: true };
    const control = await cutPowerOfFiles({ kind, points: 40, seed: 1, manners });
    expect(control.failures).toBeGreaterThan(20);
  });

  it('T-15: migrations cut off anywhere', async () => {
    const outcome = await runReduced('T-15');
    expectNoFailure(outcome);
    expect(outcome.figures['still old']).toBeGreaterThan(0);
    expect(outcome.figures['new']).toBeGreaterThan(0);
  });
});
