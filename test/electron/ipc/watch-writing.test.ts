import { describe, expect, it } from 'vitest';
import type { Services } from '../../../electron/ipc';
import { watchWriting } from '../../../electron/ipc/dossier/watch-writing';
import type { EventPayload } from '../../../shared/ipc';

const watched = () => {
  const told: EventPayload<'dossier.progress'>[] = [];
  const emit = (_event: string, payload: EventPayload<'dossier.progress'>) => told.push(payload);
  return { told, watch: watchWriting({ emit } as unknown as Services) };
};

describe('the writing of a dossier', () => {
  it('tells how far it is before each file', () => {
    const { told, watch } = watched();
    const beforeFile = watch.begin('p1', 3);
    for (const title of ['a', 'b', 'c']) expect(beforeFile(title).ok).toBe(true);
    expect(told).toEqual(
      ['a', 'b', 'c'].map((title, done) => ({ lead: 'p1', done, total: 3, title })),
    );
  });

  it('never tells of more files than there are', () => {
    const { told, watch } = watched();
    const beforeFile = watch.begin('p1', 1);
    for (const title of ['a', 'b', 'c']) beforeFile(title);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('stops before the next file, and says so as a change of mind', () => {
    const { told, watch } = watched();
    const beforeFile = watch.begin('p1', 3);
    beforeFile('a');
    watch.stop();
    const answer = beforeFile('b');
    expect(answer.ok || answer.error.code).toBe('cancelled');
    expect(told).toHaveLength(1);
  });

  it('stops the one before when another begins, and never the new one', () => {
    const { watch } = watched();
    const first = watch.begin('p1', 3);
    const second = watch.begin('p2', 3);
    expect([first('a').ok, second('a').ok]).toEqual([false, true]);
  });
});
