import { describe, expect, it } from 'vitest';
import {
  type ClientTimers,
  createLayoutClient,
  type WorkerEars,
  type WorkerLike,
} from '../../../renderer/state/layout-worker/layout-client';
import type { NearLayout } from '../../../renderer/state/layout-worker/near-layout';
import type {
  CountAnswer,
  LayoutAnswer,
  LayoutRequest,
} from '../../../renderer/state/layout-worker/protocol';
import { twip } from '../../../shared/base';
import type { Page, Proposal } from '../../../shared/model';
import { form } from '../../shared/templates/arbitrary-proposal';

/** A worker that says what the test tells it to. */
interface Puppet extends WorkerLike {
  readonly heard: LayoutRequest[];
  ears: WorkerEars;
  terminated: boolean;
}

const count: CountAnswer = {
  pages: 1,
  fill: 0.5,
  lines: 20,
  linesOver: 0,
  sectionLines: [],
  diagnostics: [],
};

const page = (number: number): Page => ({
  number,
  width: twip(11906),
  height: twip(16838),
  lines: [],
  rules: [],
  folio: null,
});

const proposal: Proposal = {
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: { i: 'Tên' },
};

const setUp = (near: NearLayout | null = null) => {
  const workers: Puppet[] = [];
  const heard: string[] = [];
  const pages: (readonly Page[])[] = [];
  const timers = new Map<number, () => void>();
  let lastTimer = 0;
  const behind: (() => void)[] = [];
  const clock: ClientTimers = {
    set: (run) => {
      lastTimer += 1;
      timers.set(lastTimer, run);
      return lastTimer;
    },
    clear: (id) => void timers.delete(id),
    afterPaint: (run) => void behind.push(run),
  };
  const make = (): WorkerLike => {
    const puppet: Puppet = {
      heard: [],
      ears: { onAnswer: () => undefined, onCrash: () => undefined },
      terminated: false,
      post: (request) => void puppet.heard.push(request),
      listen: (ears) => {
        puppet.ears = ears;
      },
      terminate: () => {
        puppet.terminated = true;
      },
    };
    workers.push(puppet);
    return puppet;
  };
  const client = createLayoutClient(
    make,
    {
      onCount: ({ fill }) => heard.push(`count ${fill}`),
      onCertainty: ({ pages: sure }) => heard.push(`certainty ${sure}`),
      onPages: (all) => {
        pages.push(all);
        heard.push(`pages ${all.map(({ number }) => number).join(',')}`);
      },
      onFailure: (message) => heard.push(`failed ${message}`),
    },
    near,
    clock,
  );
  const newest = (): Puppet => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('no worker was started');
    return worker;
  };
  const say = (answer: LayoutAnswer): void => newest().ears.onAnswer(answer);
  const ring = (): void => {
    for (const [id, run] of [...timers]) {
      timers.delete(id);
      run();
    }
  };
  const paint = (): void => {
    for (const run of behind.splice(0)) run();
  };
  return { client, workers, newest, say, heard, pages, timers, ring, paint };
};

describe('the layout client', () => {
  it('sends changes, not documents', () => {
    const { client, newest } = setUp();
    client.open(proposal, form);
    client.changeSection('i', 'Tên mới');
    client.changeStyle({ ...proposal.style, fontSize: 13 });
    expect(newest().heard.map(({ kind }) => kind)).toEqual(['open', 'section', 'style']);
    expect(newest().heard[1]).toEqual({
      kind: 'section',
      revision: 2,
      section: 'i',
      change: { kind: 'value', value: 'Tên mới' },
      counted: false,
    });
    expect(client.proposal?.values['i']).toBe('Tên mới');
  });

  it('puts pages together and keeps those that did not change', () => {
    const { client, say, pages } = setUp();
    client.open(proposal, form);
    say({
      kind: 'pages',
      turn: 1,
      revision: 1,
      length: 2,
      changed: [
        [0, page(1)],
        [1, page(2)],
      ],
    });
    say({
      kind: 'pages',
      turn: 1,
      revision: 2,
      length: 3,
      changed: [
        [1, page(2)],
        [2, page(3)],
      ],
    });
    say({ kind: 'pages', turn: 1, revision: 3, length: 1, changed: [] });
    const [first, second, third] = pages;
    expect(second?.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).not.toBe(first?.[1]);
    expect(third).toEqual([first?.[0]]);
  });

  it('drops answers about the proposal before', () => {
    const { client, say, heard } = setUp();
    client.open(proposal, form);
    client.open({ ...proposal, values: {} }, form);
    say({ kind: 'count', turn: 1, revision: 1, count });
    say({ kind: 'pages', turn: 1, revision: 1, length: 1, changed: [[0, page(1)]] });
    expect(heard).toEqual([]);
    say({ kind: 'count', turn: 2, revision: 2, count });
    expect(heard).toEqual(['count 0.5']);
  });

  it('does not call an older count sure once a newer one is there', () => {
    const { client, say, heard } = setUp();
    const certainty = { pages: 1, sure: true, min: 1, max: 1, reasons: [] };
    client.open(proposal, form);
    client.changeSection('i', 'Tên mới');
    say({ kind: 'count', turn: 1, revision: 2, count });
    say({ kind: 'certainty', turn: 1, revision: 1, certainty });
    expect(heard).toEqual(['count 0.5']);
    say({ kind: 'certainty', turn: 1, revision: 2, certainty });
    expect(heard).toEqual(['count 0.5', 'certainty 1']);
  });

  it('starts a crashed worker anew with everything, as the last change left it', () => {
    const { client, workers, newest, heard } = setUp();
    client.open(proposal, form);
    client.changeSection('i', 'Tên mới');
    newest().ears.onCrash('boom');
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(heard).toEqual(['failed boom']);
    expect(newest().heard).toMatchObject([
      { kind: 'open', revision: 2, proposal: { values: { i: 'Tên mới' } } },
    ]);
  });

  it('starts a worker anew that does not answer', () => {
    const { client, workers, ring, heard } = setUp();
    client.open(proposal, form);
    ring();
    expect(workers).toHaveLength(2);
    expect(heard).toEqual(['failed the layout worker does not answer']);
  });

  it('does not wait for an answer that has come', () => {
    const { client, say, timers } = setUp();
    client.open(proposal, form);
    expect(timers.size).toBe(1);
    say({ kind: 'count', turn: 1, revision: 1, count });
    expect(timers.size).toBe(0);
  });

  it('gives up after three crashes in a row, and tries again with the next change', () => {
    const { client, workers, newest } = setUp();
    client.open(proposal, form);
    for (let crash = 0; crash < 3; crash += 1) newest().ears.onCrash('boom');
    expect(workers).toHaveLength(3);
    client.changeSection('i', 'Thử lại');
    expect(workers).toHaveLength(4);
    expect(newest().heard).toMatchObject([
      { kind: 'open', proposal: { values: { i: 'Thử lại' } } },
    ]);
  });

  it('does not listen to a worker that was given up', () => {
    const { client, workers, newest, heard } = setUp();
    client.open(proposal, form);
    newest().ears.onCrash('boom');
    workers[0]?.ears.onAnswer({ kind: 'count', turn: 1, revision: 1, count });
    workers[0]?.ears.onCrash('again');
    expect(heard).toEqual(['failed boom']);
    expect(workers).toHaveLength(2);
  });

  it('asks for many trials in turns, so that typing gets between them', async () => {
    const { client, newest, say } = setUp();
    client.open(proposal, form);
    const styles = Array.from({ length: 40 }, (_, index) => ({
      ...proposal.style,
      spaceAfter: index,
    }));
    const answer = client.tryStyles(styles);
    const asked: number[] = [];
    for (;;) {
      const request = newest().heard.at(-1);
      if (request?.kind !== 'tryStyles') throw new Error('a trial was expected');
      asked.push(request.styles.length);
      const trials = request.styles.map(({ spaceAfter }) => ({
        pages: 1,
        fill: spaceAfter,
        lines: 1,
      }));
      say({ kind: 'tried', id: request.id, trials });
      await Promise.resolve();
      await Promise.resolve();
      if (asked.reduce((sum, some) => sum + some, 0) === styles.length) break;
    }
    expect(asked.length).toBeGreaterThan(1);
    expect((await answer)?.map(({ fill }) => fill)).toEqual(styles.map((one) => one.spaceAfter));
  });

  it('starts the trials anew when the words change between them', async () => {
    const { client, newest, say } = setUp();
    client.open(proposal, form);
    const styles = Array.from({ length: 40 }, (_, index) => ({ ...proposal.style, indent: index }));
    const answer = client.tryStyles(styles);
    const reply = async (lines: number): Promise<number> => {
      const request = newest().heard.findLast(({ kind }) => kind === 'tryStyles');
      if (request?.kind !== 'tryStyles') throw new Error('a trial was expected');
      const trials = request.styles.map(({ indent }) => ({ pages: 1, fill: indent, lines }));
      say({ kind: 'tried', id: request.id, trials });
      await Promise.resolve();
      await Promise.resolve();
      return request.styles.length;
    };
    await reply(1);
    // Another style changes no words, and trials have their own.
    client.changeStyle({ ...proposal.style, fontSize: 13 });
    await reply(1);
    const again = client.tryStyles(styles);
    expect((await answer)?.map(({ fill }) => fill)).toEqual(styles.map(({ indent }) => indent));
    await reply(1);
    client.changeSection('i', 'Một tên khác');
    // This answer comes too late: it is about the words before.
    await reply(1);
    let asked = 0;
    while (asked < styles.length) asked += await reply(2);
    expect(await again).toEqual(styles.map(({ indent }) => ({ pages: 1, fill: indent, lines: 2 })));
  });

  it('answers trials with nothing when the proposal is closed or the worker crashes', async () => {
    const { client, newest } = setUp();
    expect(await client.tryStyles([proposal.style])).toBeNull();
    client.open(proposal, form);
    const first = client.tryStyles([proposal.style]);
    newest().ears.onCrash('boom');
    expect(await first).toBeNull();
    const second = client.tryShortenings([{ section: 'i', path: [], from: 0, to: 1 }]);
    client.close();
    expect(await second).toBeNull();
  });
});

/** A near engine that says what the test tells it to. */
const nearPuppet = () => {
  const state = { answers: [] as (CountAnswer | null)[], prepared: 0, broken: false };
  let pages: readonly Page[] = [];
  const near: NearLayout = {
    prepare: () => {
      state.prepared += 1;
    },
    count: () => {
      if (state.broken) throw new Error('a bug');
      const answer = state.answers.shift() ?? null;
      if (answer !== null) pages = Array.from({ length: answer.pages }, (_, at) => page(at + 1));
      return answer;
    },
    get pages() {
      return pages;
    },
    forget: () => {
      pages = [];
    },
  };
  return { near, state };
};

describe('a key that the window counts itself', () => {
  const opened = () => {
    const { near, state } = nearPuppet();
    const rig = setUp(near);
    rig.client.open(proposal, form);
    rig.say({ kind: 'count', turn: 1, revision: 1, count });
    rig.say({ kind: 'pages', turn: 1, revision: 1, length: 1, changed: [[0, page(1)]] });
    rig.heard.length = 0;
    return { ...rig, state };
  };

  it('is counted at once; its pages come behind the frame, once for a burst', () => {
    const { client, newest, heard, paint, state } = opened();
    state.answers.push({ ...count, fill: 0.6 }, { ...count, fill: 0.7, pages: 2 });
    client.changeSection('i', 'Tên m');
    expect(heard).toEqual(['count 0.6']);
    client.changeSection('i', 'Tên mới');
    expect(heard).toEqual(['count 0.6', 'count 0.7']);
    paint();
    expect(heard).toEqual(['count 0.6', 'count 0.7', 'pages 1,2']);
    expect(newest().heard.slice(1)).toMatchObject([{ counted: true }, { counted: true }]);
  });

  it('is left to the worker when it would take too long', () => {
    const { client, newest, say, heard, paint } = opened();
    client.changeSection('i', 'Tên mới');
    paint();
    expect(heard).toEqual([]);
    expect(newest().heard.at(-1)).toMatchObject({ counted: false });
    say({ kind: 'count', turn: 1, revision: 2, count: { ...count, fill: 0.9 } });
    expect(heard).toEqual(['count 0.9']);
  });

  it('is left to the worker when the engine falls over', () => {
    const { client, newest, heard, state } = opened();
    state.broken = true;
    client.changeSection('i', 'Tên mới');
    expect(heard).toEqual([]);
    expect(newest().heard.at(-1)).toMatchObject({ counted: false });
  });

  it('is not undone by what the worker says late about the change before', () => {
    const { client, say, heard, paint, state } = opened();
    state.answers.push(null, { ...count, fill: 0.7, pages: 2 });
    client.changeSection('i', 'Tên m');
    client.changeSection('i', 'Tên mới');
    say({ kind: 'count', turn: 1, revision: 2, count: { ...count, fill: 0.1 } });
    say({ kind: 'pages', turn: 1, revision: 2, length: 1, changed: [[0, page(1)]] });
    paint();
    expect(heard).toEqual(['count 0.7', 'pages 1,2']);
  });

  it('does not bring its pages over newer ones of the worker', () => {
    const { client, say, heard, paint, state } = opened();
    state.answers.push({ ...count, fill: 0.7, pages: 2 });
    client.changeSection('i', 'Tên mới');
    client.changeStyle({ ...proposal.style, fontSize: 13 });
    say({ kind: 'count', turn: 1, revision: 3, count });
    say({ kind: 'pages', turn: 1, revision: 3, length: 1, changed: [[0, page(1)]] });
    paint();
    expect(heard).toEqual(['count 0.7', 'count 0.5', 'pages 1']);
  });

  it('is waited for no longer once the worker has said how sure it is', () => {
    const { client, say, workers, ring, state } = opened();
    state.answers.push(count);
    client.changeSection('i', 'Tên mới');
    const certainty = { pages: 1, sure: true, min: 1, max: 1, reasons: [] };
    say({ kind: 'certainty', turn: 1, revision: 2, certainty });
    ring();
    expect(workers).toHaveLength(1);
  });

  it('is prepared for again after another typography and another proposal', () => {
    const { client, state } = opened();
    expect(state.prepared).toBe(1);
    client.changeStyle({ ...proposal.style, fontSize: 13 });
    expect(state.prepared).toBe(2);
  });
});
