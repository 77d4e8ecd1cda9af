const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `next` built from pieces of `previous` wherever both say the same: equal parts are the old
 * objects themselves (===), so that caches keyed on identity hit. For plain data only.
 */
export const shareStructure = <T>(previous: unknown, next: T): T => {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const shared = next.map((item, index) => shareStructure(previous[index], item));
    const same =
      shared.length === previous.length && shared.every((item, at) => item === previous[at]);
    return (same ? previous : shared) as T;
  }
  if (isPlain(previous) && isPlain(next)) {
    const keys = Object.keys(next);
    let same = keys.length === Object.keys(previous).length;
    const shared: Record<string, unknown> = {};
    for (const key of keys) {
      shared[key] = shareStructure(previous[key], next[key]);
      if (!Object.is(shared[key], previous[key]) || !(key in previous)) same = false;
    }
    return (same ? previous : shared) as T;
  }
  return next;
};
