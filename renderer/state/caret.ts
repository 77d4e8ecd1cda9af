import { create } from 'zustand';
import type { CaretPlace } from './caret-anchor';

/** Where the person writes; `place` only in a rich text. The pages mark its line. */
export interface Caret {
  readonly section: string;
  readonly place: CaretPlace | null;
}

export const useCaret = create<{ caret: Caret | null }>(() => ({ caret: null }));

export const placeCaret = (section: string, place: CaretPlace | null): void =>
  useCaret.setState({ caret: { section, place } });

export const forgetCaret = (): void => useCaret.setState({ caret: null });
