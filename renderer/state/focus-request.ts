import { create } from 'zustand';

/** A place the person asked to be taken to; `serial` makes the same place twice two requests. */
export interface FocusRequest {
  readonly section: string;
  readonly field: string | null;
  /** Caret in a rich text; null where only the field matters. */
  readonly caret: { readonly path: readonly number[]; readonly offset: number } | null;
  readonly serial: number;
}

export const useFocusRequest = create<{ request: FocusRequest | null }>(() => ({ request: null }));

let serial = 0;

export const goToField = (
  section: string,
  field: string | null = null,
  caret: FocusRequest['caret'] = null,
): void => {
  serial += 1;
  useFocusRequest.setState({ request: { section, field, caret, serial } });
};
