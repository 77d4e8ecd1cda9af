import type { Sqlite } from '../sqlite';

export const tableNames = (db: Sqlite): ReadonlySet<string> =>
  new Set(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[],
  );
