/** A run of items that both have, only the first has, or only the second has. */
export interface SequenceRun {
  readonly kind: 'same' | 'removed' | 'added';
  /** Half-open ranges: `from`–`to` in the first for same and removed, in the second for added. */
  readonly from: number;
  readonly to: number;
}

/** Differences beyond which looking for the least is given up: nobody reads such a comparison. */
const MOST_EDITS = 1500;

/** Furthest points reached on each diagonal, one array for each number of edits (Myers 1986). */
const trace = (a: readonly string[], b: readonly string[]): readonly Int32Array[] | null => {
  const most = Math.min(MOST_EDITS, a.length + b.length);
  const reached = new Int32Array(2 * most + 3);
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    steps.push(reached.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + most + 1;
      const down = reached[at + 1] ?? 0;
      const right = (reached[at - 1] ?? 0) + 1;
      const goesDown = diagonal === -edits || (diagonal !== edits && right <= down);
      let x = goesDown ? down : right;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return steps;
    }
  }
  return null;
};

interface Step {
  readonly kind: SequenceRun['kind'];
  readonly at: number;
}

/** From the end back to the beginning along the trace. */
const stepsBack = (
  a: readonly string[],
  b: readonly string[],
  found: readonly Int32Array[],
): Step[] => {
  const most = Math.min(MOST_EDITS, a.length + b.length);
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = found.length - 1; edits >= 0; edits -= 1) {
    const reached = found[edits] ?? new Int32Array(0);
    const diagonal = x - y;
    const at = diagonal + most + 1;
    const cameDown =
      diagonal === -edits ||
      (diagonal !== edits && (reached[at - 1] ?? 0) + 1 <= (reached[at + 1] ?? 0));
    const before = cameDown ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : (reached[before + most + 1] ?? 0);
    const startY = edits === 0 ? 0 : startX - before;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      steps.push({ kind: 'same', at: x });
    }
    if (edits === 0) break;
    if (cameDown) {
      y -= 1;
      steps.push({ kind: 'added', at: y });
    } else {
      x -= 1;
      steps.push({ kind: 'removed', at: x });
    }
  }
  return steps.reverse();
};

const joined = (steps: readonly Step[]): SequenceRun[] => {
  const runs: SequenceRun[] = [];
  for (const { kind, at } of steps) {
    const last = runs.at(-1);
    if (last?.kind === kind && last.to === at) runs[runs.length - 1] = { ...last, to: at + 1 };
    else runs.push({ kind, from: at, to: at + 1 });
  }
  return runs;
};

const run = (kind: SequenceRun['kind'], from: number, to: number): SequenceRun[] =>
  to > from ? [{ kind, from, to }] : [];

/**
 * How to come from `a` to `b` with the fewest removed and added items. Runs stand in order; same and
 * removed ones together are `a`, same and added ones together are `b`.
 */
export const diffSequences = (a: readonly string[], b: readonly string[]): SequenceRun[] => {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail += 1;
  }
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const found = trace(middleA, middleB);
  const middle =
    found === null
      ? [...run('removed', 0, middleA.length), ...run('added', 0, middleB.length)]
      : joined(stepsBack(middleA, middleB, found));
  return [
    ...run('same', 0, head),
    ...middle.map(({ kind, from, to }) => ({ kind, from: from + head, to: to + head })),
    ...run('same', a.length - tail, a.length),
  ];
};
