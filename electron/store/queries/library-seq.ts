import type { Sqlite } from '../sqlite';

/** Changes whenever a record does; one that is removed for good counts through the number of rows. */
export const librarySeq = (db: Sqlite): string =>
  db
    .prepare("SELECT coalesce(max(seq), 0) || '/' || count(*) FROM records")
    .pluck()
    .get() as string;
