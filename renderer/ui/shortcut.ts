/** A key of the keyboard with its modifiers, as compared by `matchesShortcut`. */
export interface Shortcut {
  readonly key: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

type KeyLike = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'
>;

/**
 * True while a Vietnamese keyboard may be putting a letter together. Windows' own Telex composes and
 * sends keyCode 229 for keys that are not commands; acting on those eats letters.
 */
export const isComposingKey = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

const keyOf = (event: KeyLike): string =>
  // With Ctrl held some layouts report another letter; the place of the key is what people learnt.
  /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();

export const matchesShortcut = (event: KeyLike, shortcut: Shortcut): boolean =>
  !isComposingKey(event) &&
  !event.metaKey &&
  event.ctrlKey === (shortcut.ctrl ?? false) &&
  event.altKey === (shortcut.alt ?? false) &&
  event.shiftKey === (shortcut.shift ?? false) &&
  keyOf(event) === shortcut.key.toLowerCase();

const NAMES: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓' };

/** 'Ctrl+S', 'Alt+↑', 'F7'. */
export const shortcutText = ({ key, ctrl, alt, shift }: Shortcut): string =>
  [
    ctrl === true ? 'Ctrl' : '',
    alt === true ? 'Alt' : '',
    shift === true ? 'Shift' : '',
    NAMES[key.toLowerCase()] ?? key.toUpperCase(),
  ]
    .filter((part) => part !== '')
    .join('+');

/** For `aria-keyshortcuts`: 'Control+S'. */
export const ariaShortcut = ({ key, ctrl, alt, shift }: Shortcut): string =>
  [
    ctrl === true ? 'Control' : '',
    alt === true ? 'Alt' : '',
    shift === true ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter((part) => part !== '')
    .join('+');

/** Every key of the program in one place, so that menus, help and handlers cannot differ. */
export const shortcuts = {
  save: { key: 's', ctrl: true },
  print: { key: 'p', ctrl: true },
  palette: { key: 'k', ctrl: true },
  check: { key: 'F7' },
  help: { key: 'F1' },
  previousSection: { key: 'ArrowUp', alt: true },
  nextSection: { key: 'ArrowDown', alt: true },
  nextPane: { key: 'F6' },
  previousPane: { key: 'F6', shift: true },
  bold: { key: 'b', ctrl: true },
  italic: { key: 'i', ctrl: true },
  underline: { key: 'u', ctrl: true },
  undo: { key: 'z', ctrl: true },
  redo: { key: 'y', ctrl: true },
} as const satisfies Record<string, Shortcut>;
