/** Times of one thing measured many times, in milliseconds. */
export interface Sample {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly count: number;
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

export const sampleOf = (times: readonly number[]): Sample => {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    max: at(sorted, 1),
    count: sorted.length,
  };
};

/** Runs `work` `warmUp` times for nothing and `count` times by the clock. */
export const timesOf = async (
  work: (turn: number) => unknown,
  { warmUp, count }: { readonly warmUp: number; readonly count: number },
): Promise<Sample> => {
  for (let turn = 0; turn < warmUp; turn += 1) await work(turn);
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const start = performance.now();
    const result = work(warmUp + turn);
    if (result instanceof Promise) await result;
    times.push(performance.now() - start);
  }
  return sampleOf(times);
};
