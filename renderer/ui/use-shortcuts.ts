import { useEffect, useRef } from 'react';
import { matchesShortcut, type Shortcut } from './shortcut';

export interface ShortcutAction {
  readonly shortcut: Shortcut;
  readonly run: () => void;
}

/** Acts on the whole window while the component is shown; the last one given wins nothing twice. */
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
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
