import type { Transaction } from 'better-sqlite3';
import { err, ok, type Result } from '../../shared/base';
import type { Ack, IpcFailure } from '../../shared/ipc';
import { applyChange, DamagedRowError } from './apply-change';
import { type Change, type Entry, entryPayload } from './change';
import { failureOf, failures } from './failures';
import type { Journal } from './journal/journal';
import type { NewRecord } from './journal/journal-record';
import type { Mark } from './journal/mark';
import { Rows } from './queries/rows';
import { writeLastSeq } from './queries/store-row';
import type { Sqlite } from './sqlite';

/**
 * What happens to a change that the database refuses after the journal has it. `keep`: it is the
 * newest words of a person and goes into the database with the next write. `withdraw`: the person
 * is told and will ask again, so it must not happen a second time by itself.
 */
export type WhenRefused = 'keep' | 'withdraw';

export interface SessionParts {
  readonly db: Sqlite;
  readonly store: string;
  readonly journal: Journal;
  readonly mark: Mark;
  readonly lastSeq: number;
}

/** What reading needs of a session. */
export type ReadSession = Pick<Session, 'db' | 'rows'>;

/** One opened file and the only way to change it. */
export class Session {
  readonly db: Sqlite;
  readonly rows: Rows;
  readonly store: string;
  readonly journal: Journal;
  readonly #mark: Mark;
  /** All of them or none; made once, since making it costs as much as a small change. */
  readonly #apply: Transaction<(entries: readonly Entry[], lastSeq: number) => void>;
  /** Highest sequence given out; the next change gets the next one, also after failures. */
  #givenSeq: number;
  #lastSeq: number;
  /** Journaled, not yet in the database. */
  #backlog: Entry[] = [];
  /** Sequences whose fate in the journal is unknown and that were not acknowledged. */
  #owed: number[] = [];
  #dirty = false;
  #mustReopen = false;

  constructor({ db, store, journal, mark, lastSeq }: SessionParts) {
    this.db = db;
    this.rows = new Rows(db);
    this.store = store;
    this.journal = journal;
    this.#mark = mark;
    this.#apply = db.transaction((entries, lastSeq) => {
      for (const entry of entries) applyChange(this.rows, entry);
      writeLastSeq(this.rows, lastSeq);
    });
    this.#givenSeq = lastSeq;
    this.#lastSeq = lastSeq;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** The disk reported an error: what SQLite holds in memory can no longer be trusted. */
  get mustReopen(): boolean {
    return this.#mustReopen;
  }

  /** Said by a reader that met an error of the disk. */
  distrust(): void {
    this.#mustReopen = true;
  }

  get backlogSize(): number {
    return this.#backlog.length;
  }

  /**
   * Journal first, then database, each synced, then the mark. `ok` means that the change lies on
   * the disk twice. On failure nothing is acknowledged, whatever of it the disk may hold.
   */
  commit(change: Change, at: string, whenRefused: WhenRefused): Result<Ack, IpcFailure> {
    this.#givenSeq += 1;
    const entry: Entry = { seq: this.#givenSeq, at, change };
    const journaled = this.#writeJournal(entry);
    if (!journaled.ok) return journaled;
    const stored = this.#writeDatabase([...this.#backlog, entry]);
    if (!stored.ok) {
      if (whenRefused === 'keep') this.#backlog.push(entry);
      else this.#withdraw(entry.seq);
      return stored;
    }
    this.#backlog = [];
    return this.#acknowledge(entry);
  }

  /**
   * Marks in the journal that something happens which it cannot hold. Gives its sequence; whoever
   * asked writes that into the database by other means.
   */
  barrier(why: 'restore' | 'import', at: string): Result<number, IpcFailure> {
    this.#givenSeq += 1;
    const entry: Entry = { seq: this.#givenSeq, at, change: { kind: 'barrier', why } };
    const journaled = this.#writeJournal(entry);
    return journaled.ok ? ok(entry.seq) : journaled;
  }

  /** Writes into the database what the journal already has. */
  flushBacklog(): Result<undefined, IpcFailure> {
    if (this.#backlog.length === 0) return ok(undefined);
    const stored = this.#writeDatabase(this.#backlog);
    if (!stored.ok) return stored;
    this.#backlog = [];
    return ok(undefined);
  }

  /** Begins a new file of the journal; the words before lie in files that can go as a whole. Throws. */
  rotateJournal(): void {
    this.journal.renew(this.#givenSeq + 1);
  }

  /** Makes the mark durable; cheap when nothing was acknowledged since. Throws. */
  syncMark(): void {
    this.#mark.sync();
  }

  /** Shrinks the write-ahead log to nothing, so that little hangs on it. Throws SQLite's error. */
  checkpoint(): void {
    this.#mark.sync();
    if (!this.#dirty) return;
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.#dirty = false;
  }

  /** Gives room that deleted words have left back to the system; what is deleted leaves the file. */
  giveBackPages(pages: number, unlessBelow: number): void {
    const free = this.db.pragma('freelist_count', { simple: true }) as number;
    if (free <= unlessBelow) return;
    this.db.pragma(`incremental_vacuum(${pages})`);
    this.#dirty = true;
  }

  /** Lets go of all files; a failure while doing so loses nothing that was acknowledged. */
  close(): void {
    for (const step of [
      () => this.checkpoint(),
      () => this.#mark.close(),
      () => this.journal.close(),
      () => this.db.close(),
    ]) {
      try {
        step();
      } catch (error) {
        if (failureOf(error) === null) throw error;
      }
    }
  }

  #writeJournal(entry: Entry): Result<undefined, IpcFailure> {
    const owed = this.#owed.map((seq): NewRecord => withdrawal(seq, entry.at));
    try {
      this.journal.append([...owed, { seq: entry.seq, payload: entryPayload(entry) }]);
      this.#owed = [];
      return ok(undefined);
    } catch (error) {
      this.#owed.push(entry.seq);
      return this.#failed(error);
    }
  }

  #writeDatabase(entries: readonly Entry[]): Result<undefined, IpcFailure> {
    const last = entries.at(-1);
    if (last === undefined) return ok(undefined);
    const erases = entries.some(({ change }) => change.kind === 'erase');
    try {
      // Otherwise freed pages keep their words until something else wants the room.
      if (erases) this.db.pragma('secure_delete = ON');
      this.#apply.immediate(entries, last.seq);
      this.#lastSeq = last.seq;
      this.#dirty = true;
      return ok(undefined);
    } catch (error) {
      if (error instanceof DamagedRowError) return err(failures.damaged([error.key]));
      return this.#failed(error);
    } finally {
      if (erases) this.db.pragma('secure_delete = FAST');
    }
  }

  #acknowledge({ seq, at }: Entry): Result<Ack, IpcFailure> {
    try {
      this.#mark.write(seq);
    } catch (error) {
      // Database and journal hold the change; only the watchman is missing. Open him anew.
      if (failureOf(error) === null) throw error;
      this.#mustReopen = true;
    }
    return ok({ seq, savedAt: at });
  }

  #withdraw(seq: number): void {
    this.#owed.push(seq);
    try {
      this.journal.append(this.#owed.map((each) => withdrawal(each, '')));
      this.#owed = [];
    } catch (error) {
      if (failureOf(error) === null) throw error;
    }
  }

  #failed(error: unknown): Result<never, IpcFailure> {
    const failure = failureOf(error);
    if (failure === null) throw error;
    if (failure.code === 'store-io') this.#mustReopen = true;
    return err(failure);
  }
}

const withdrawal = (seq: number, at: string): NewRecord => ({
  seq,
  payload: entryPayload({ seq, at, change: { kind: 'withdrawn' } }),
});
