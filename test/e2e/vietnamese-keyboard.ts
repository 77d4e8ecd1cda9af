/**
 * How Vietnamese keyboards really type, over Chromium's own input events. UniKey, EVKey and OpenKey
 * swallow the key and send backspaces and finished letters; Windows' own Telex composes.
 */
import type { CDPSession } from 'playwright-core';

/** Telex in steps: what stands there after each key of a word. 'tiếng' → t, ti, tie, tiê, … tiếng. */
export const telexSteps = (word: string): string[] => {
  const toneless = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
  const steps: string[] = [];
  let written = '';
  for (const letter of toneless) {
    const plain = letter
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace('đ', 'd')
      .replace('Đ', 'D');
    if (plain !== letter) steps.push(written + plain);
    written += letter;
    steps.push(written);
  }
  if (toneless !== word) steps.push(word);
  return steps;
};

interface Change {
  readonly erase: number;
  readonly insert: string;
}

const changeFrom = (before: string, after: string): Change => {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return { erase: before.length - same, insert: after.slice(same) };
};

type Send = (method: string, params: Record<string, unknown>) => Promise<unknown>;

const key = async (send: Send, name: string, code: number, modifiers = 0): Promise<void> => {
  const params = { key: name, code: name, windowsVirtualKeyCode: code, modifiers };
  // Waited for together: the keyboard program does not wait for the window between two events.
  await Promise.all([
    send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...params }),
    send('Input.dispatchKeyEvent', { type: 'keyUp', ...params }),
  ]);
};

const PACKET = 231;
const SHIFT = 8;

/** A finished letter without a key, as SendInput gives it (VK_PACKET). */
const letters = async (send: Send, text: string): Promise<void> => {
  for (const letter of text) {
    const params = { windowsVirtualKeyCode: PACKET, key: letter, text: letter };
    await Promise.all([
      send('Input.dispatchKeyEvent', { type: 'keyDown', ...params }),
      send('Input.dispatchKeyEvent', { type: 'keyUp', ...params }),
    ]);
  }
};

const backspaces = async (send: Send, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await key(send, 'Backspace', 8);
};

type ApplyChange = (send: Send, change: Change) => Promise<void>;

const byBackspace: ApplyChange = async (send, { erase, insert }) => {
  await backspaces(send, erase);
  await letters(send, insert);
};

/** An invisible letter first, so that an inline suggestion goes; then one backspace more. */
const byEmptyLetter: ApplyChange = async (send, { erase, insert }) => {
  if (erase > 0) {
    await letters(send, '\u202f');
    await backspaces(send, erase + 1);
  }
  await letters(send, insert);
};

const bySelection: ApplyChange = async (send, { erase, insert }) => {
  for (let left = erase; left > 0; left -= 1) await key(send, 'ArrowLeft', 37, SHIFT);
  await letters(send, insert);
};

export type TypeText = (session: CDPSession, text: string) => Promise<void>;

/** `burst`: all events of the text are on their way before the first one is answered. */
const keyboard =
  (apply: ApplyChange, burst: boolean): TypeText =>
  async (session, text) => {
    const pending: Promise<unknown>[] = [];
    const send: Send = (method, params) => {
      const sent = session.send(method as 'Input.dispatchKeyEvent', params as never);
      pending.push(sent);
      return burst ? Promise.resolve() : sent;
    };
    for (const part of text.split(/(\s+)/u)) {
      let written = '';
      for (const step of /^\s/u.test(part) ? [...part] : telexSteps(part)) {
        await apply(send, changeFrom(/^\s/u.test(part) ? '' : written, step));
        written = step;
      }
    }
    await Promise.all(pending);
  };

const composition =
  (burst: boolean): TypeText =>
  async (session, text) => {
    const pending: Promise<unknown>[] = [];
    const wait = async (sent: Promise<unknown>): Promise<void> => {
      pending.push(sent);
      if (!burst) await sent;
    };
    for (const part of text.split(/(\s+)/u)) {
      if (/^\s/u.test(part)) {
        await wait(session.send('Input.insertText', { text: part }));
        continue;
      }
      for (const step of telexSteps(part)) {
        await wait(
          session.send('Input.imeSetComposition', {
            text: step,
            selectionStart: step.length,
            selectionEnd: step.length,
          }),
        );
      }
      await wait(session.send('Input.insertText', { text: part }));
    }
    await Promise.all(pending);
  };

export const KEYBOARDS: Readonly<Record<string, TypeText>> = {
  'UniKey, phím lùi': keyboard(byBackspace, false),
  'UniKey, gõ dồn': keyboard(byBackspace, true),
  'OpenKey, ký tự rỗng': keyboard(byEmptyLetter, false),
  'EVKey, chọn rồi thay': keyboard(bySelection, false),
  'Telex của Windows': composition(false),
  'Telex của Windows, gõ dồn': composition(true),
};
