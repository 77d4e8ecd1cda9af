/**
 * F6 goes round the panes of the window, as in Office. A pane is any shown element with
 * `data-pane`; it is entered where it was left, else at its first text, else at its first control. A pane inside another one
 * (the tools above the text) is a stop of its own.
 */
const lastFocus = new WeakMap<Element, HTMLElement>();

const CONTROLS =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [contenteditable="true"], [tabindex="0"]';

/** What one comes to a pane for, where it has that: its text. */
const TEXTS = 'input:not([disabled]), textarea:not([disabled]), [contenteditable="true"]';

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

const panesOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);

export const rememberPaneFocus = (target: EventTarget | null): void => {
  if (!(target instanceof HTMLElement)) return;
  const pane = target.closest('[data-pane]');
  if (pane !== null) lastFocus.set(pane, target);
};

const enter = (pane: HTMLElement): boolean => {
  const last = lastFocus.get(pane);
  const controls = [...pane.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => isShown(control) && control.closest('[data-pane]') === pane,
  );
  const first = controls.find((control) => control.matches(TEXTS)) ?? controls[0];
  const target = last?.isConnected === true && isShown(last) ? last : first;
  if (target === undefined) return false;
  target.focus();
  return document.activeElement?.closest('[data-pane]') === pane;
};

export const focusNextPane = (step: 1 | -1, root: ParentNode = document): void => {
  const panes = panesOf(root);
  const inside = document.activeElement?.closest<HTMLElement>('[data-pane]') ?? null;
  const here = inside === null ? -1 : panes.indexOf(inside);
  for (let tried = 1; tried <= panes.length; tried += 1) {
    const index =
      (Math.max(here, step === 1 ? -1 : 0) + step * tried + panes.length * 2) % panes.length;
    const pane = panes[index];
    if (pane !== undefined && enter(pane)) return;
  }
};
