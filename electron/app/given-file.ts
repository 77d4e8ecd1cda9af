import { isAbsolute, resolve } from 'node:path';

/**
 * The transfer file among the words that the system started the program with: what a double click
 * on a `.bdx` file gives. Switches are not files; null when there is none.
 */
export const givenFile = (words: readonly string[], folder: string): string | null => {
  const name = words.find((word) => !word.startsWith('-') && /\.bdx$/iu.test(word));
  if (name === undefined) return null;
  return isAbsolute(name) ? name : resolve(folder, name);
};
