import { drawnCodePoint, isInvisible } from './drawn-character';
import { glyphAdvance } from './face-metrics';

/** The characters of a text that the font cannot draw, each once, in order of appearance. */
export const missingGlyphs = (text: string): string[] => {
  const missing = new Set<string>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isInvisible(codePoint)) continue;
    if (glyphAdvance('regular', drawnCodePoint(codePoint)) === null) missing.add(character);
  }
  return [...missing];
};
