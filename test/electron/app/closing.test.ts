import { describe, expect, it, vi } from 'vitest';
import { type Closing, createClosing } from '../../../electron/app/closing';

const world = () => {
  let fire: (() => void) | null = null;
  const asked: AbortSignal[] = [];
  const answers: ((giveUp: boolean) => void)[] = [];
  const parts = {
    isAlive: true,
    askWindow: vi.fn(),
    closeNow: vi.fn(),
    timers: 0,
  };
  const closing: Closing = createClosing({
    canAnswer: () => parts.isAlive,
    askWindow: parts.askWindow,
    askPerson: (signal) => {
      asked.push(signal);
      return new Promise((resolve) => {
        answers.push(resolve);
        signal.addEventListener('abort', () => resolve(false));
      });
    },
    closeNow: parts.closeNow,
    setTimer: (run) => {
      fire = run;
      parts.timers += 1;
      return () => {
        fire = null;
      };
    },
  });
  return {
    parts,
    closing,
    asked,
    pass: () => fire?.(),
    isTiming: () => fire !== null,
    answer: async (giveUp: boolean) => {
      answers.at(-1)?.(giveUp);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
};

describe('closing', () => {
  it('asks the window first and holds it until it has saved', () => {
    const { closing, parts } = world();
    expect(closing.mayClose()).toBe(false);
    expect(parts.askWindow).toHaveBeenCalledOnce();
    expect(parts.closeNow).not.toHaveBeenCalled();
    closing.ready();
    expect(parts.closeNow).toHaveBeenCalledOnce();
    expect(closing.mayClose()).toBe(true);
  });

  it('asks once, however often somebody clicks', () => {
    const { closing, parts } = world();
    for (let click = 0; click < 5; click += 1) expect(closing.mayClose()).toBe(false);
    expect(parts.askWindow).toHaveBeenCalledOnce();
    expect(parts.timers).toBe(1);
  });

  it('lets a crashed window go: waiting would save nothing', () => {
    const { closing, parts } = world();
    parts.isAlive = false;
    expect(closing.mayClose()).toBe(true);
    expect(parts.askWindow).not.toHaveBeenCalled();
  });

  it('goes when the window crashes while it should save', () => {
    const { closing, parts } = world();
    closing.mayClose();
    closing.pageGone();
    expect(parts.closeNow).toHaveBeenCalledOnce();
  });

  it('stays when the window crashes and nobody wanted to close', () => {
    const { closing, parts } = world();
    closing.pageGone();
    expect(parts.closeNow).not.toHaveBeenCalled();
    expect(closing.mayClose()).toBe(false);
  });

  it('leaves the question to the window when that could not save, and asks anew next time', () => {
    const { closing, parts, asked, isTiming } = world();
    closing.mayClose();
    closing.refused();
    expect(isTiming()).toBe(false);
    expect(asked).toEqual([]);
    expect(closing.mayClose()).toBe(false);
    expect(parts.askWindow).toHaveBeenCalledTimes(2);
    closing.ready();
    expect(parts.closeNow).toHaveBeenCalledOnce();
  });

  it('asks the person when the window is silent, and keeps the window when they want to wait', async () => {
    const { closing, parts, asked, pass, answer } = world();
    closing.mayClose();
    pass();
    expect(asked).toHaveLength(1);
    await answer(false);
    expect(parts.closeNow).not.toHaveBeenCalled();
    expect(closing.mayClose()).toBe(false);
    expect(parts.askWindow).toHaveBeenCalledTimes(2);
  });

  it('closes a silent window when the person gives the last words up', async () => {
    const { closing, parts, pass, answer } = world();
    closing.mayClose();
    pass();
    await answer(true);
    expect(parts.closeNow).toHaveBeenCalledOnce();
  });

  it('takes the question back when the window has saved after all', async () => {
    const { closing, parts, asked, pass } = world();
    closing.mayClose();
    pass();
    closing.ready();
    expect(asked[0]?.aborted).toBe(true);
    await Promise.resolve();
    expect(parts.closeNow).toHaveBeenCalledOnce();
  });

  it('asks one question at a time', () => {
    const { closing, asked, pass } = world();
    closing.mayClose();
    pass();
    closing.mayClose();
    closing.mayClose();
    expect(asked).toHaveLength(1);
  });
});
