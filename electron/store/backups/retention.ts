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

/** Made before and after something large; they must not push out those made while writing. */
const OCCASIONS_KEPT = 6;

export interface CountedBackup {
  readonly number: number;
  /** Made for an occasion (migration, import, restore), not by the schedule or by hand. */
  readonly isOccasion: boolean;
}

/** Numbers to delete; the newest is never among them. */
export const expiredBackups = (backups: readonly CountedBackup[]): number[] => {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number);
  const regular = newestFirst.filter(({ isOccasion }) => !isOccasion);
  const occasions = newestFirst.filter(({ isOccasion }) => isOccasion);
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...occasions.slice(0, OCCASIONS_KEPT),
    ...RINGS.flatMap(({ every, keep }) =>
      regular.filter(({ number }) => number % every === 0).slice(0, keep),
    ),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ number }) => number);
};
