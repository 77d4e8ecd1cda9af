const JOINER = 0x200d;
/** Marks that belong to the letter before them, and the two halves of a pair. */
const CONTINUES = /^(?:\p{M}|\u200d)$/u;

const isLetterStart = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (text.charCodeAt(at - 1) === JOINER) return false;
  if (unit < 0x300) return true;
  if (unit >= 0xdc00 && unit < 0xe000) return false;
  return !CONTINUES.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
};

/**
 * Rule L15: a word wider than the line is cut after the last letter that fits; marks stay with
 * their letter. At least one letter is taken, so that breaking always ends. `fits` tells whether the
 * line may reach up to an offset.
 */
export const cutWord = (
  text: string,
  from: number,
  to: number,
  fits: (end: number) => boolean,
): number => {
  let cut = -1;
  for (let at = from + 1; at < to; at += 1) {
    if (!isLetterStart(text, at)) continue;
    if (cut !== -1 && !fits(at)) break;
    cut = at;
  }
  return cut === -1 ? to : cut;
};
