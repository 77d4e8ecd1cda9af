import type { RichTextEditorHandle } from '../../editor';
import type { FocusRequest } from '../../state';

const CONTROLS = 'input, textarea, [contenteditable="true"], button, [tabindex="0"]';

const fieldIn = (frame: Element, field: string | null): HTMLElement | null => {
  const named =
    field === null ? null : frame.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  // Fluent hands data attributes to the input itself; a wrapper may carry them in our own fields.
  return named?.matches(CONTROLS) === true ? named : (named?.querySelector(CONTROLS) ?? null);
};

/** Brings a part into view and puts the caret where it was asked for, else into its first field. */
export const enterField = (
  column: HTMLElement,
  { section, field, caret }: Pick<FocusRequest, 'section' | 'field' | 'caret'>,
  editors: ReadonlyMap<string, RichTextEditorHandle>,
  { scroll }: { scroll: boolean },
): void => {
  const frame = column.querySelector(`[data-section="${CSS.escape(section)}"]`);
  if (frame === null) return;
  const editor = editors.get(section);
  const control = fieldIn(frame, field);
  if (scroll) (control ?? frame).scrollIntoView({ block: control === null ? 'start' : 'center' });
  if (control !== null) control.focus({ preventScroll: true });
  else if (editor !== undefined && caret !== null) editor.focusAt(caret.path, caret.offset);
  else if (editor !== undefined) editor.focus();
  else {
    // The guidance button comes first in the frame, but the answer is what one wants to reach.
    const first = frame.querySelector<HTMLElement>('input, textarea, [data-first-control]');
    first?.focus({ preventScroll: true });
  }
};
