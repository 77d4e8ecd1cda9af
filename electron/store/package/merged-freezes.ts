import { z } from 'zod';
import { type Freeze, freezeSchema } from '../../../shared/model';

/** Name of the part that holds the frozen versions of a dossier. */
export const FREEZES = 'dossier-freezes';

const freezes = z.array(freezeSchema);

/** Names under which papers are written into a folder that the person chooses. */
const PLAIN_NAME = /^(?!\.+$)[^\p{Cc}/\\:]{1,255}$/u;
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** Frozen versions as a package may bring them: of our shape, and no name that leads elsewhere. */
export const areHarmlessFreezes = (value: unknown): boolean => {
  const read = freezes.safeParse(value);
  return (
    read.success &&
    read.data.every(
      ({ code, files, signed }) =>
        CODE.test(code) && [...files, ...signed].every(({ fileName }) => PLAIN_NAME.test(fileName)),
    )
  );
};

/** Both know this version: what was signed on either side is signed, what was ended is ended. */
const mergedFreeze = (here: Freeze, given: Freeze): Freeze => {
  const known = new Set(here.signed.map(({ sha256 }) => sha256));
  return {
    ...here,
    ended: here.ended ?? given.ended,
    signed: [...here.signed, ...given.signed.filter(({ sha256 }) => !known.has(sha256))],
  };
};

/** Frozen versions of both sides in the order of their time; null when one of them is no such list. */
export const mergedFreezes = (here: unknown, given: unknown): readonly Freeze[] | null => {
  const [ours, theirs] = [freezes.safeParse(here), freezes.safeParse(given)];
  if (!ours.success || !theirs.success) return null;
  const merged = new Map(ours.data.map((freeze) => [freeze.code, freeze]));
  for (const freeze of theirs.data) {
    const known = merged.get(freeze.code);
    merged.set(freeze.code, known === undefined ? freeze : mergedFreeze(known, freeze));
  }
  return [...merged.values()].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};
