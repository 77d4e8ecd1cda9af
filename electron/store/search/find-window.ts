/** Letters that fold to one plain letter, as they are written in Vietnamese, both cases. */
const VARIANTS: Readonly<Record<string, string>> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  d: 'dđ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
};

/** Only signs of patterns: with the flag `u` an escape of anything else, '-' for one, is an error. */
const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/]/u, '\\$&');

const patternOf = (word: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${[...word]
      .map((letter) => {
        const variants = VARIANTS[letter];
        return variants === undefined ? escaped(letter) : `[${variants}]`;
      })
      .join('')}`,
    'iu',
  );

const BEFORE = 120;
const AFTER = 400;

/**
 * The stretch of a long text around the first find of the first word, so that only some hundred
 * characters have to be folded for a snippet. The beginning when nothing is found.
 */
export const findWindow = (text: string, words: readonly string[]): string => {
  if (text.length <= BEFORE + AFTER) return text;
  const composed = text.normalize('NFC');
  const [word] = words;
  const at = word === undefined ? 0 : Math.max(0, composed.search(patternOf(word)));
  const from = Math.max(0, at - BEFORE);
  return composed.slice(from, from + BEFORE + AFTER);
};
