import type { Statement } from 'better-sqlite3';
import { type ColumnValue, rowHash } from '../row-hash';
import type { Sqlite } from '../sqlite';
import { isLongText, utf8Bytes } from '../text-bytes';
import type { AnyRow, Table } from './tables';

/** A row as it lies on the disk, and whether its words still match their hash. */
export interface Found<R> {
  readonly row: R;
  readonly intact: boolean;
}

/** A row of the table itself, with its place in it, and whether each index leads there. */
export interface Placed<R> extends Found<R> {
  readonly rowid: number;
  readonly indexed: boolean;
}

/** Before all rows, also those whose place was damaged. */
export const BEFORE_ALL_ROWS = Number.MIN_SAFE_INTEGER;

export type Key = readonly (string | number)[];

export const keyOf = (table: Table<AnyRow>, row: AnyRow): Key =>
  table.key.map((column) => row[column] as string | number);

const valuesOf = <R>(table: Table<R>, row: R): ColumnValue[] =>
  table.columns.map((column) => row[column] as ColumnValue);

export const hashOfRow = <R>(table: Table<R>, row: R): Buffer =>
  rowHash(table.name, valuesOf(table, row));

interface Lookup {
  readonly columns: readonly string[];
  readonly find: Statement;
}

/** Reads and writes whole rows of the hashed tables. Nothing else writes to them. */
export class Rows {
  readonly #db: Sqlite;
  readonly #compareHashes: boolean;
  readonly #statements = new Map<string, Statement>();
  readonly #lookups = new Map<string, readonly Lookup[]>();

  constructor(db: Sqlite, { compareHashes = true } = {}) {
    this.#db = db;
    this.#compareHashes = compareHashes;
  }

  find<R>(table: Table<R>, ...key: Key): Found<R> | null {
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    const row = this.#prepare(`SELECT * FROM ${table.name} WHERE ${where}`).get(...key);
    return row === undefined ? null : this.#checked(table, row as AnyRow);
  }

  /** Rows whose first key columns are `key`, in order of the key. */
  findAll<R>(table: Table<R>, ...key: Key): Found<R>[] {
    const where = table.key.slice(0, key.length).map((column) => `${column} = ?`);
    const filter = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
    const order = ` ORDER BY ${table.key.join(', ')}`;
    const rows = this.#prepare(`SELECT * FROM ${table.name}${filter}${order}`).all(...key);
    return rows.map((row) => this.#checked(table, row as AnyRow));
  }

  /** The row with the highest key among those that begin with `key`. */
  last<R>(table: Table<R>, ...key: Key): Found<R> | null {
    const where = table.key.slice(0, key.length).map((column) => `${column} = ?`);
    const filter = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
    const order = table.key.map((column) => `${column} DESC`).join(', ');
    const row = this.#prepare(`SELECT * FROM ${table.name}${filter} ORDER BY ${order} LIMIT 1`).get(
      ...key,
    );
    return row === undefined ? null : this.#checked(table, row as AnyRow);
  }

  /** Bytes of a text column without reading the text itself; 0 where there is no row. */
  bytesOf<R>(table: Table<R>, column: keyof R & string, ...key: Key): number {
    const where = table.key.map((each) => `${each} = ?`).join(' AND ');
    const row = this.#prepare(
      `SELECT octet_length(${column}) AS size FROM ${table.name} WHERE ${where}`,
    ).get(...key) as { readonly size: number | null } | undefined;
    return row?.size ?? 0;
  }

  count<R>(table: Table<R>): number {
    const row = this.#prepare(`SELECT count(*) AS size FROM ${table.name}`).get();
    return (row as { readonly size: number }).size;
  }

  /** Some rows in order of the key, beginning behind `after`. */
  page<R>(table: Table<R>, after: Key | null, limit: number): Found<R>[] {
    const key = table.key.join(', ');
    const marks = table.key.map(() => '?').join(', ');
    const filter = after === null ? '' : ` WHERE (${key}) > (${marks})`;
    const sql = `SELECT * FROM ${table.name}${filter} ORDER BY ${key} LIMIT ?`;
    return this.#prepare(sql)
      .all(...(after ?? []), limit)
      .map((row) => this.#checked(table, row as AnyRow));
  }

  /**
   * Some rows in the order in which they lie in the file, beginning behind `after`. Not through an
   * index: that repeats the key, so a row whose own key is damaged looks right through it.
   */
  inFile<R>(table: Table<R>, after = BEFORE_ALL_ROWS, limit = -1): Placed<R>[] {
    const sql = `SELECT rowid AS place, * FROM ${table.name} NOT INDEXED WHERE rowid > ?
      ORDER BY rowid LIMIT ?`;
    const lookups = this.#lookupsOf(table);
    return (this.#prepare(sql).all(after, limit) as AnyRow[]).map((raw) => {
      const rowid = raw['place'] as number;
      const indexed = lookups.every(
        ({ columns, find }) =>
          find.get(...columns.map((column) => raw[column]), rowid) !== undefined,
      );
      return { ...this.#checked(table, raw), rowid, indexed };
    });
  }

  /** Whether the table has the row, whatever its indexes say. Reads all of the table. */
  liesInFile<R>(table: Table<R>, ...key: Key): boolean {
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    const sql = `SELECT 1 FROM ${table.name} NOT INDEXED WHERE ${where}`;
    return this.#prepare(sql).get(...key) !== undefined;
  }

  /** Writes the whole row, new or not. */
  put<R>(table: Table<R>, row: R): void {
    const columns = [...table.columns, 'sha'];
    const rest = columns.filter((column) => !(table.key as readonly string[]).includes(column));
    const values = valuesOf(table, row);
    // Long texts go in as the bytes that the hash needs as well.
    const marks = values.map((value) => (isLongText(value) ? 'CAST(? AS TEXT)' : '?'));
    const sql = `INSERT INTO ${table.name} (${columns.join(', ')})
      VALUES (${[...marks, '?'].join(', ')})
      ON CONFLICT (${table.key.join(', ')})
      DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    const given = values.map((value) => (isLongText(value) ? utf8Bytes(value) : value));
    this.#prepare(sql).run(...given, rowHash(table.name, values));
  }

  /** Makes the indexes of a table again out of its rows. Throws where not even that can be done. */
  reindex<R>(table: Table<R>): void {
    // The pages that are thrown away are the very ones that would not pass the check.
    this.#db.pragma('cell_size_check = OFF');
    try {
      this.#db.exec(`REINDEX ${table.name}`);
    } finally {
      this.#db.pragma('cell_size_check = ON');
    }
  }

  remove<R>(table: Table<R>, ...key: Key): void {
    const where = table.key.slice(0, key.length).map((column) => `${column} = ?`);
    this.#prepare(`DELETE FROM ${table.name} WHERE ${where.join(' AND ')}`).run(...key);
  }

  /** The row at a place of the file, whatever its key says. */
  removeAt<R>(table: Table<R>, rowid: number): void {
    this.#prepare(`DELETE FROM ${table.name} WHERE rowid = ?`).run(rowid);
  }

  /** For each index of the table how to ask whether it leads to a row. */
  #lookupsOf<R>(table: Table<R>): readonly Lookup[] {
    const known = this.#lookups.get(table.name);
    if (known !== undefined) return known;
    const names = this.#db
      .prepare('SELECT name FROM pragma_index_list(?)')
      .pluck()
      .all(table.name) as string[];
    const lookups = names.map((name): Lookup => {
      const columns = this.#db
        .prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
        .pluck()
        .all(name) as string[];
      const where = columns.map((column) => `${column} IS ? AND `).join('');
      const sql = `SELECT rowid FROM ${table.name} INDEXED BY ${name} WHERE ${where}rowid = ?`;
      return { columns, find: this.#db.prepare(sql) };
    });
    this.#lookups.set(table.name, lookups);
    return lookups;
  }

  #checked<R>(table: Table<R>, raw: AnyRow): Found<R> {
    const row: Record<string, ColumnValue> = {};
    for (const column of table.columns) row[column] = raw[column] ?? null;
    const sha = raw['sha'];
    const typed = row as R;
    const intact =
      !this.#compareHashes || (sha instanceof Uint8Array && hashOfRow(table, typed).equals(sha));
    return { row: typed, intact };
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
