import { diffSequences } from './diff-sequences';

/** A stretch of text that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Whole syllables with their accents, runs of space, and every other sign by itself. */
const PIECES = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

export const wordPieces = (text: string): string[] => text.match(PIECES) ?? [];

const IS_SPACE = /^\s+$/u;

/**
 * A space that stayed between two changed words reads as one change: "công nghệ" → "thiết bị" is
 * one phrase for another, not four islands.
 */
const withoutIslands = (changes: readonly WordChange[]): WordChange[] => {
  const result: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  changes.forEach(({ kind, text }, at) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (
      IS_SPACE.test(text) &&
      (removed !== '' || added !== '') &&
      (changes[at + 1]?.kind ?? 'same') !== 'same'
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push({ kind, text });
    }
  });
  flush();
  return result;
};

/** Same and removed pieces together are `before`, same and added ones are `after`. */
export const compareWords = (before: string, after: string): WordChange[] => {
  const [a, b] = [wordPieces(before), wordPieces(after)];
  return withoutIslands(
    diffSequences(a, b).map(({ kind, from, to }) => ({
      kind,
      text: (kind === 'added' ? b : a).slice(from, to).join(''),
    })),
  );
};
