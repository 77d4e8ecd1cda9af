import { compareWords, type WordChange } from './compare-words';
import { diffSequences } from './diff-sequences';
import { type ValueLine, valueLines } from './value-lines';

/** What became of a line between two versions of an answer. */
export interface LineChange {
  /** `look`: the words stayed, alignment, marks, level or kind of list changed. */
  readonly kind: 'same' | 'removed' | 'added' | 'changed' | 'look';
  /** null where there was, or is, no such line. */
  readonly before: ValueLine | null;
  readonly after: ValueLine | null;
  readonly words: readonly WordChange[];
}

const keyOf = ({ role, field, text }: ValueLine): string =>
  JSON.stringify([role === 'field' ? field : '', text]);

const isSameLook = (a: ValueLine, b: ValueLine): boolean =>
  a.role === b.role && a.level === b.level && a.look === b.look;

const whole = (kind: 'removed' | 'added', line: ValueLine): LineChange => ({
  kind,
  before: kind === 'removed' ? line : null,
  after: kind === 'added' ? line : null,
  words: line.text === '' ? [] : [{ kind, text: line.text }],
});

/** Share of the longer line's characters that both have. */
const likeness = (words: readonly WordChange[], a: string, b: string): number => {
  const same = words.reduce(
    (sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum),
    0,
  );
  return same / Math.max(1, a.length, b.length);
};

const ALIKE = 0.3;

/** Lines that went and lines that came in one place: the alike ones are one line that changed. */
const paired = (gone: readonly ValueLine[], come: readonly ValueLine[]): LineChange[] => {
  const changes: LineChange[] = [];
  let next = 0;
  for (const before of gone) {
    const at = come.findIndex((after, index) => {
      if (index < next || (before.role === 'field') !== (after.role === 'field')) return false;
      if (before.field !== after.field) return false;
      const isField = before.role === 'field';
      return (
        isField || likeness(compareWords(before.text, after.text), before.text, after.text) >= ALIKE
      );
    });
    if (at < 0) {
      changes.push(whole('removed', before));
      continue;
    }
    changes.push(...come.slice(next, at).map((line) => whole('added', line)));
    const after = come[at];
    if (after !== undefined) {
      changes.push({
        kind: 'changed',
        before,
        after,
        words: compareWords(before.text, after.text),
      });
    }
    next = at + 1;
  }
  return [...changes, ...come.slice(next).map((line) => whole('added', line))];
};

const kept = (before: ValueLine, after: ValueLine): LineChange => ({
  kind: isSameLook(before, after) ? 'same' : 'look',
  before,
  after,
  words: before.text === '' ? [] : [{ kind: 'same', text: before.text }],
});

/**
 * Two versions of one answer, line by line and inside of changed lines word by word (whole
 * syllables). Lines without `after` removed, without `before` added, in reading order.
 */
export const compareValues = (before: unknown, after: unknown): LineChange[] => {
  const [a, b] = [valueLines(before), valueLines(after)];
  const changes: LineChange[] = [];
  let gone: ValueLine[] = [];
  let come: ValueLine[] = [];
  let inAfter = 0;
  const flush = (): void => {
    changes.push(...paired(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, from, to } of diffSequences(a.map(keyOf), b.map(keyOf))) {
    if (kind === 'removed') gone.push(...a.slice(from, to));
    else if (kind === 'added') {
      come.push(...b.slice(from, to));
      inAfter = to;
    } else {
      flush();
      for (const line of a.slice(from, to)) {
        const other = b[inAfter];
        if (other !== undefined) changes.push(kept(line, other));
        inAfter += 1;
      }
    }
  }
  flush();
  return changes;
};

export const isUnchanged = (changes: readonly LineChange[]): boolean =>
  changes.every(({ kind }) => kind === 'same');
