import type { BlockSource } from '../../model';

export const sameSource = (a: BlockSource | null, b: BlockSource | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.section === b.section &&
    a.path.length === b.path.length &&
    a.path.every((step, at) => step === b.path[at]));
