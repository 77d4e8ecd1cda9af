import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { type ToolbarState, toolbarState } from './toolbar-state';

/** A press of a button or a new place of the caret shows within this time, however busy it is. */
const LATEST_MS = 80;

const sameState = (a: ToolbarState, b: ToolbarState): boolean => {
  const { marks: marksOfA, ...restOfA } = a;
  const { marks: marksOfB, ...restOfB } = b;
  const same = <T extends object>(one: T, other: T): boolean =>
    Object.entries(one).every(([key, value]) => other[key as keyof T] === value);
  return same(restOfA, restOfB) && same(marksOfA, marksOfB);
};

/**
 * What the toolbar shows about the caret's place. Asking the editor what could be done takes longer
 * than a key itself, so it is asked when the key's other work is done.
 */
export const useToolbarState = (editor: Editor | null): ToolbarState => {
  const [state, setState] = useState(() => toolbarState(editor));
  useEffect(() => {
    const read = (): void => {
      const now = toolbarState(editor);
      setState((before) => (sameState(before, now) ? before : now));
    };
    read();
    if (editor === null) return;
    let scheduled: number | null = null;
    const later = (): void => {
      scheduled ??= requestIdleCallback(
        () => {
          scheduled = null;
          read();
        },
        { timeout: LATEST_MS },
      );
    };
    editor.on('transaction', later);
    return () => {
      editor.off('transaction', later);
      if (scheduled !== null) cancelIdleCallback(scheduled);
    };
  }, [editor]);
  return state;
};
