import { err, ok } from '../../shared/base';
import { isBrokenFile } from './attachments/blob-file';
import type { Contents } from './attachments/contents';
import { refusalOf } from './attachments/refused';
import { BEFORE_ALL_ROWS, keyOf, type Placed, Rows } from './queries/rows';
import { type AnyRow, hashedTables, type Table } from './queries/tables';
import { bestBase, withRebuilt } from './rebuild';
import { isWhole } from './replay';
import type { Session } from './session';
import type { StoreResult } from './store';
import type { StoreCore } from './store-core';
import type { DamagedRow, ScrubReport } from './store-health';

const text = (row: AnyRow, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};

const nameOf = (session: Session, table: Table<AnyRow>, row: AnyRow): DamagedRow => {
  const proposalId =
    table.name === 'proposals' ? text(row, 'id') : (text(row, 'proposal_id') ?? null);
  const title = titleOf(session, proposalId);
  const key = keyOf(table, row).join('/');
  const part: Readonly<Record<string, string>> = {
    proposals: `bản đề xuất ${title}`,
    sections: `phần ${text(row, 'section') ?? ''} của ${title}`,
    revisions: `phiên bản ${String(row['number'])} của ${title}`,
    organisations: `hồ sơ tổ chức ${key}`,
    exports: `lần kết xuất số ${key}`,
    attachments: `tài liệu gửi kèm “${text(row, 'name') ?? key}”`,
    kept_files: `tệp đã khoá “${text(row, 'name') ?? key}”`,
  };
  return { table: table.name, key, name: part[table.name] ?? `${table.name} ${key}`, proposalId };
};

const titleOf = (session: Session, proposalId: string | null): string => {
  const proposals = hashedTables.find(({ name }) => name === 'proposals');
  if (proposalId === null || proposals === undefined) return '';
  const found = session.rows.find(proposals, proposalId);
  return `“${(found === null ? null : text(found.row, 'title')) ?? proposalId}”`;
};

/** What `work` reads; null where SQLite cannot even find the rows: an index or a page is damaged. */
const readable = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (isBrokenFile(error)) return null;
    throw error;
  }
};

const isSick = ({ intact, indexed }: Placed<AnyRow>): boolean => !intact || !indexed;

/**
 * Rows that do not match their hash, or that an index does not lead to; null where the table cannot
 * be read at all.
 */
const sickRows = (session: Session, table: Table<AnyRow>): readonly Placed<AnyRow>[] | null =>
  readable(() => session.rows.inFile(table).filter(isSick));

/** Makes the indexes again of the rows as they are; leaves them where that does not go. */
const tryReindex = (session: Session, table: Table<AnyRow>): void => {
  try {
    session.rows.reindex(table);
  } catch (error) {
    // Two rows under one key, because a bit of one of them has flipped into the other's.
    const { code } = error as { readonly code?: unknown };
    const isTwice = String(code).startsWith('SQLITE_CONSTRAINT');
    if (!isTwice && !isBrokenFile(error)) throw error;
  }
};

/** Stands for all rows of a table that cannot be told apart any more. */
const unreadable = ({ name }: Table<AnyRow>): DamagedRow => ({
  table: name,
  key: '',
  name: `một phần của tệp dữ liệu (bảng ${name})`,
  proposalId: null,
});

const unreadableFile: DamagedRow = {
  table: '',
  key: '',
  name: 'tệp dữ liệu (ổ đĩa báo lỗi khi đọc)',
  proposalId: null,
};

/**
 * Reads all rows again and again, a few at a time, and compares their hashes. What does not match
 * is looked up in the database as backup and journal would give it, and mended from there.
 */
export class Scrubber {
  readonly #core: StoreCore;
  readonly #contents: Contents;
  #table = 0;
  #after = BEFORE_ALL_ROWS;
  #damaged: DamagedRow[] = [];
  #mended: DamagedRow[] = [];

  constructor(core: StoreCore, contents: Contents) {
    this.#core = core;
    this.#contents = contents;
  }

  /** The contents of attachments and kept files, both copies of each; mends what can be mended. */
  async scrubContents(): Promise<StoreResult<ScrubReport>> {
    try {
      await this.#contents.mendAll();
      return ok(this.#report(true));
    } catch (error) {
      return err(refusalOf(error));
    }
  }

  /** Reads up to `rows` rows. `done`: the end was reached, the next call begins anew. */
  scrub(rows: number): ScrubReport {
    const read = this.#core.read((session) => ({ ok: true, value: this.#read(session, rows) }));
    if (read.ok) return this.#report(read.value);
    // Going on would meet the same again, for ever.
    this.#table = 0;
    this.#after = BEFORE_ALL_ROWS;
    const report = this.#report(true);
    return { ...report, damaged: [...report.damaged, unreadableFile] };
  }

  #report(done: boolean): ScrubReport {
    const { damaged, mended } = this.#contents.report();
    return {
      done,
      damaged: [...this.#damaged, ...damaged],
      mended: [...this.#mended, ...mended],
    };
  }

  /**
   * Looks at every row and mends what can be mended. True when no row is sick afterwards. Throws on
   * I/O.
   */
  readonly mend = (session: Session): boolean => {
    const sick = hashedTables.filter((table) => sickRows(session, table)?.length !== 0);
    // Nothing is wrong with the rows that are there: one is gone.
    return this.#mendTables(session, sick.length > 0 ? sick : hashedTables);
  };

  #read(session: Session, rows: number): boolean {
    let left = rows;
    while (left > 0) {
      const table = hashedTables[this.#table];
      if (table === undefined) {
        this.#table = 0;
        return true;
      }
      const after = this.#after;
      const page = readable(() => session.rows.inFile(table, after, left));
      if (page === null) {
        // Either it reads now and begins anew, or it is named and the next one comes.
        this.#after = BEFORE_ALL_ROWS;
        if (!this.#mendTables(session, [table])) this.#table += 1;
        left -= 1;
        continue;
      }
      // Places may be damaged as well, and a round has to come to its end.
      const furthest = page.reduce((most, { rowid }) => Math.max(most, rowid), after);
      const isMore = page.length === left && furthest > after;
      left -= page.length;
      this.#after = isMore ? furthest : BEFORE_ALL_ROWS;
      if (!isMore) this.#table += 1;
      if (page.some(isSick)) this.#mendTables(session, [table]);
    }
    return false;
  }

  #mendTables(session: Session, sick: readonly Table<AnyRow>[]): boolean {
    const { Database, paths } = this.#core.options;
    const found = damagedIn(session, sick);
    for (const table of sick) {
      const rows = sickRows(session, table);
      if (rows === null || rows.some(({ indexed }) => !indexed)) tryReindex(session, table);
    }
    const base = bestBase(paths);
    if (base !== null && base.store === session.store && isWhole(base.ahead)) {
      // Rows that went with a page are put back after the index was made again of those that are left.
      const whole = sick.filter((table) => sickRows(session, table) !== null);
      withRebuilt(Database, paths, base, (db) => {
        const good = new Rows(db);
        session.db.transaction(() => {
          for (const table of whole) mendTable(session, table, good);
        })();
      });
    }
    const still = damagedIn(session, sick);
    const left = new Set(still.map(({ table, key }) => `${table}/${key}`));
    this.#mended.push(...found.filter(({ table, key }) => !left.has(`${table}/${key}`)));
    const names = new Set(sick.map(({ name }) => name));
    this.#damaged = [...this.#damaged.filter(({ table }) => !names.has(table)), ...still];
    return still.length === 0;
  }
}

const damagedIn = (session: Session, sick: readonly Table<AnyRow>[]): DamagedRow[] =>
  sick.flatMap((table) => {
    const rows = sickRows(session, table);
    return rows === null ? [unreadable(table)] : rows.map(({ row }) => nameOf(session, table, row));
  });

/** Puts good rows in the place of damaged and lost ones; a row under a damaged key goes. */
const mendTable = (session: Session, table: Table<AnyRow>, good: Rows): void => {
  for (const { row, rowid, intact } of session.rows.inFile(table)) {
    // By its place: a key that is no text any more cannot be asked for.
    if (!intact && good.find(table, ...keyOf(table, row)) === null) {
      session.rows.removeAt(table, rowid);
    }
  }
  for (const { row, intact } of good.findAll(table)) {
    const here = session.rows.find(table, ...keyOf(table, row));
    if (intact && here?.intact !== true) session.rows.put(table, row);
  }
};
