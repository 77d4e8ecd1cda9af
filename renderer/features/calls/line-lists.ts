/** Lists of a call as people type them: one entry a line. Empty lines count for nothing. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const textOfLines = (lines: readonly string[]): string => lines.join('\n');

/** 'what: note' a line. */
export const unknownsToText = (
  unknowns: readonly { readonly what: string; readonly note: string }[],
): string => unknowns.map(({ what, note }) => (note === '' ? what : `${what}: ${note}`)).join('\n');

export const textToUnknowns = (text: string): { what: string; note: string }[] =>
  linesOf(text).map((line) => {
    const at = line.indexOf(':');
    if (at <= 0) return { what: line, note: '' };
    return { what: line.slice(0, at).trim(), note: line.slice(at + 1).trim() };
  });

const ARROW = '→';
/** Scans break lines; in a list of lines a break is this sign. */
const BREAK = '↵';
const oneLine = (text: string): string => text.replaceAll('\n', BREAK);
const manyLines = (text: string): string => text.trim().replaceAll(BREAK, '\n');

/** 'as it stood → as it is' a line. */
export const correctionsToText = (
  corrections: readonly { readonly original: string; readonly corrected: string }[],
): string =>
  corrections
    .map(({ original, corrected }) => `${oneLine(original)} ${ARROW} ${oneLine(corrected)}`)
    .join('\n');

export const textToCorrections = (text: string): { original: string; corrected: string }[] =>
  linesOf(text).map((line) => {
    const [original = '', corrected = ''] = line.split(/→|->/u);
    return { original: manyLines(original), corrected: manyLines(corrected) };
  });
