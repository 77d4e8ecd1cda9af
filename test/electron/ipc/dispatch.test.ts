import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type allHandlers,
  createDispatcher,
  emitEvent,
  handlerGroups,
  type Services,
  senderOf,
} from '../../../electron/ipc';
import { err, ok } from '../../../shared/base';
import {
  channels,
  contract,
  EVENT_CHANNEL,
  type EventName,
  events,
  ipcErrorCodes,
  ipcFailureSchema,
} from '../../../shared/ipc';

const ORIGIN = 'app://bdx';
const OWN = { origin: ORIGIN, isTopFrame: true };

/** Handlers that only note that they were reached. */
const spies = () => {
  const reached = vi.fn();
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      () => {
        reached(channel);
        return err({ code: 'not-found', message: 'x' });
      },
    ]),
  ) as unknown as ReturnType<typeof allHandlers>;
  const report = vi.fn();
  return {
    reached,
    report,
    dispatch: createDispatcher({ handlers, trustedOrigin: ORIGIN, report }),
  };
};

/** Whatever is touched of it makes the test fail. */
const untouchable = (name: string): never =>
  new Proxy(() => undefined, {
    get: (_target, key) =>
      // Handler groups may take services apart when they are made, but not use them.
      untouchable(`${name}.${String(key)}`),
    apply: () => {
      throw new Error(`${name} was used`);
    },
  }) as never;

describe('the handlers', () => {
  it('are one for each channel, in one group', () => {
    const keys = handlerGroups(untouchable('services') as Services).flatMap((group) =>
      Object.keys(group),
    );
    expect(keys.toSorted()).toEqual([...channels].toSorted());
  });
});

describe('the door', () => {
  it.each([
    ['a page of another origin', { origin: 'https://example.com', isTopFrame: true }],
    ['a file', { origin: 'file://', isTopFrame: true }],
    ['an opaque origin', { origin: 'null', isTopFrame: true }],
    ['a look-alike', { origin: 'app://bdx.evil', isTopFrame: true }],
    ['a frame in our page', { origin: ORIGIN, isTopFrame: false }],
    ['a frame that is gone', { origin: '', isTopFrame: false }],
  ])('refuses %s on every channel', async (_name, sender) => {
    const { dispatch, reached } = spies();
    for (const channel of channels) {
      expect(await dispatch(sender, channel, undefined)).toMatchObject({
        ok: false,
        error: { code: 'forbidden' },
      });
    }
    expect(reached).not.toHaveBeenCalled();
  });

  it.each(['', 'nope', 'constructor', '__proto__', 'toString', 7, null, {}, ['app.info']])(
    'knows no channel %j',
    async (channel) => {
      const { dispatch, reached } = spies();
      expect(await dispatch(OWN, channel, undefined)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
      expect(reached).not.toHaveBeenCalled();
    },
  );

  it('never throws and reaches no handler with an input of another shape', async () => {
    const { dispatch, reached } = spies();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...channels),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
        async (channel, input) => {
          fc.pre(!contract[channel].input.safeParse(input).success);
          const answer = await dispatch(OWN, channel, input);
          expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
          expect(reached).not.toHaveBeenCalled();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws for inputs that hardly differ from right ones', async () => {
    const { dispatch } = spies();
    const nearly = fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        title: fc.string({ unit: 'binary' }),
        section: fc.string(),
        value: fc.anything(),
        style: fc.anything(),
        ticket: fc.string(),
        exportId: fc.double(),
        trashed: fc.anything(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), nearly, async (channel, input) => {
        const answer = await dispatch(OWN, channel, input);
        expect(answer.ok).toBe(false);
        expect(ipcFailureSchema.safeParse(answer.ok ? null : answer.error).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('hands on keys that nobody named to no handler', async () => {
    const { dispatch, reached } = spies();
    for (const channel of channels) {
      const answer = await dispatch(OWN, channel, { id: 'a', path: '/etc/passwd' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
    expect(reached).not.toHaveBeenCalled();
  });

  it('turns what a handler throws into a failure and keeps its words to the log', async () => {
    const { report, ...rest } = spies();
    const secret = new Error('chữ của người dùng');
    const dispatch = createDispatcher({
      handlers: {
        'app.info': () => {
          throw secret;
        },
      } as never,
      trustedOrigin: ORIGIN,
      report,
    });
    expect(rest.reached).not.toHaveBeenCalled();
    const answer = await dispatch(OWN, 'app.info', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain(secret.message);
    expect(report).toHaveBeenCalledWith(expect.stringContaining('app.info'), secret);
  });

  it.each([
    ['a value of another shape', ok({ name: 7 })],
    ['an error outside the closed set', err({ code: 'ENOENT', message: 'x' })],
  ])('lets out no %s', async (_name, wrong) => {
    const report = vi.fn();
    const handlers = { 'app.info': () => wrong } as never;
    const dispatch = createDispatcher({ handlers, trustedOrigin: ORIGIN, report });
    expect(await dispatch(OWN, 'app.info', undefined)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(report).toHaveBeenCalledOnce();
  });
});

describe('where a request comes from', () => {
  const main = { processId: 5, routingId: 4, parent: null, origin: ORIGIN };
  const from = (senderFrame: unknown) =>
    senderOf({ senderFrame, sender: { mainFrame: main } } as never);

  it('is the window itself, also on the frame it got after a crash', () => {
    expect(from(main)).toEqual(OWN);
    expect(from({ ...main, detached: true })).toEqual(OWN);
  });

  it.each([
    ['nothing', null],
    ['a frame inside', { ...main, routingId: 9, parent: main }],
    ['the frame of before', { ...main, routingId: 3 }],
    ['a frame of another process', { ...main, processId: 6 }],
  ])('is nowhere for %s', (_name, frame) => {
    expect(from(frame)).toEqual({ origin: '', isTopFrame: false });
  });
});

describe('the contract', () => {
  it('lets no input name a path', () => {
    const namesIn = (shape: unknown): string[] =>
      typeof shape === 'object' && shape !== null
        ? Object.entries(shape).flatMap(([name, inner]) => [name, ...namesIn(inner)])
        : [];
    const { shapes } = { shapes: channels.map((channel) => contract[channel].input) };
    const names = shapes.flatMap((shape) =>
      'shape' in shape
        ? namesIn(Object.fromEntries(Object.keys(shape.shape).map((k) => [k, 1])))
        : [],
    );
    expect(names.filter((name) => /path|file|folder|dir/i.test(name))).toEqual([]);
  });

  it('has a sentence-like code for each failure, once', () => {
    expect(new Set(ipcErrorCodes).size).toBe(ipcErrorCodes.length);
  });
});

describe('events', () => {
  it('go to every window in the promised shape', () => {
    const sent = vi.fn();
    emitEvent([{ send: sent }, { send: sent }], 'proposals.changed', { ids: ['a'] });
    expect(sent).toHaveBeenCalledTimes(2);
    expect(sent).toHaveBeenCalledWith(EVENT_CHANNEL, 'proposals.changed', { ids: ['a'] });
  });

  it('of another shape are a bug of ours and reach no window', () => {
    const sent = vi.fn();
    for (const event of Object.keys(events) as EventName[]) {
      expect(() => emitEvent([{ send: sent }], event, { nobody: 'knows' } as never)).toThrow();
    }
    expect(sent).not.toHaveBeenCalled();
  });
});
