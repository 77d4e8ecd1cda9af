import type { Sqlite, SqliteConstructor } from '../sqlite';
import { migrate } from './index';

/** The words of all tables and indexes as the file holds them. */
const schemaText = (db: Sqlite): string =>
  JSON.stringify(
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all(),
  );

const expected = new Map<number, string>();

/**
 * False when a table's words differ from what the migrations make: a flipped bit there can turn off
 * a check or rename a column without SQLite noticing.
 */
export const hasExpectedSchema = (
  Database: SqliteConstructor,
  db: Sqlite,
  version: number,
): boolean => {
  let text = expected.get(version);
  if (text === undefined) {
    const model = new Database(':memory:');
    migrate(model, version);
    text = schemaText(model);
    model.close();
    expected.set(version, text);
  }
  return schemaText(db) === text;
};
