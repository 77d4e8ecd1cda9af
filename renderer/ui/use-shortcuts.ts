import { useEffect, useRef } from 'react';
import { matchesShortcut, type Shortcut } from './shortcut';

export interface ShortcutAction {
  readonly shortcut: Shortcut;
  readonly run: () => void;
}

/** Behind an open dialog nothing may act: the person cannot see what it does. */
export const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/**
 * Acts on the whole window while the component is shown. A key that another handler took first
 * (`defaultPrevented`) is left to it.
 */
export const useShortcuts = (actions: readonly ShortcutAction[]): void => {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = latest.current.find(({ shortcut }) => matchesShortcut(event, shortcut));
      if (action === undefined) return;
      // Taken even behind a dialog: the browser's own meaning of the key is never wanted.
      event.preventDefault();
      if (!isDialogOpen()) action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
