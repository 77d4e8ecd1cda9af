/**
 * Which backups stay. Counted by the number each backup got when it was made, never by the clock: a
 * wrong date must not be able to throw away good copies. With one backup every fifteen minutes of
 * work, every 4th is one an hour, every 32nd one a day, every 704th one a month.
 */
const RINGS = [
  { every: 1, keep: 8 },
  { every: 4, keep: 24 },
  { every: 32, keep: 14 },
  { every: 704, keep: 12 },
] as const;

/** Numbers to delete; the newest is never among them. */
export const expiredBackups = (numbers: readonly number[]): number[] => {
  const newestFirst = [...numbers].sort((a, b) => b - a);
  const kept = new Set<number>(newestFirst.slice(0, 1));
  for (const { every, keep } of RINGS) {
    for (const number of newestFirst.filter((each) => each % every === 0).slice(0, keep)) {
      kept.add(number);
    }
  }
  return newestFirst.filter((number) => !kept.has(number));
};
