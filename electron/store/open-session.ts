import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/base';
import type { StoreState } from '../../shared/ipc';
import { copyBeforeMigration } from './backups/copy-before-migration';
import { connect } from './connect';
import { createDatabase } from './create-database';
import { demandWritable } from './demand-writable';
import { setForeignJournalAside } from './foreign-journal';
import { inspectFile, isOurs } from './inspect-file';
import { Journal, readJournal, segmentFiles } from './journal/journal';
import { Mark, readMark } from './journal/mark';
import { makeFolder } from './journal/sync-files';
import { migrate, readSchemaVersion, SCHEMA_VERSION } from './migrations';
import { nameMissing } from './name-missing';
import { faultOf, openFile } from './open-file';
import { Rows } from './queries/rows';
import { readStoreRow } from './queries/store-row';
import { aheadOf, type Base, bestBase, hasTraces, rebuild } from './rebuild';
import { type Ahead, isWhole, reachOf, replay, replayWhatFits } from './replay';
import { Session } from './session';
import type { Sqlite, SqliteConstructor } from './sqlite';
import type { HealedThing, Healing } from './store-health';
import type { StorePaths } from './store-paths';
import { storeState } from './store-states';

export interface SessionOptions {
  readonly Database: SqliteConstructor;
  readonly paths: StorePaths;
  readonly now: () => string;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Bytes of a journal segment. */
  readonly journalReserve: number;
}

export interface OpenedSession {
  readonly session: Session;
  readonly healed: Healing | null;
}

/** Up to this size the file is checked at every start: some milliseconds. */
const SMALL = 32 * 1024 * 1024;

type Opened = Result<OpenedSession, StoreState>;

/** Name of a new store: 32 hex digits, whatever ids look like. */
const newStoreName = (newId: () => string): string =>
  createHash('sha256').update(newId()).digest('hex').slice(0, 32);

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Finds out what lies in the folder and opens it. What can be put right without a question (a file
 * or changes that are gone, while backup and journal have them) is; what would touch a file that
 * somebody may still want is left alone and answered as a state.
 */
export const openSession = (options: SessionOptions): Opened => {
  const { paths } = options;
  const state = (kind: StoreState['state'], message?: string): Opened =>
    err(storeState(kind, paths.database, message));
  try {
    makeFolder(paths.folder);
    const look = inspectFile(paths.database);
    if (look.kind === 'empty') return state('empty-file');
    if (look.kind === 'no-database') {
      if (look.isForeign)
        return state('foreign-file', hasTraces(paths) ? REPLACED_FILE : undefined);
      return state(hasTraces(paths) ? 'damaged-file' : 'foreign-file');
    }
    if (look.kind === 'database') {
      if (!isOurs(look)) return state('foreign-file');
      if (look.schemaVersion > SCHEMA_VERSION) return state('newer-file');
      demandWritable(paths);
      return openExisting(options, null);
    }
    demandWritable(paths);
    if (!hasTraces(paths)) {
      createDatabase(options.Database, paths.database, {
        uuid: newStoreName(options.newId),
        created_at: options.now(),
        created_by: options.appVersion,
        last_seq: 0,
      });
      return openExisting(options, null);
    }
    return rebuildMissing(options);
  } catch (error) {
    return state(faultOf(error));
  }
};

const REPLACED_FILE =
  'Ở chỗ của kho dữ liệu là một tệp khác (văn bản, hình ảnh hay tài liệu), không phải dữ liệu của chương trình.';
const MISSING_FILE =
  'Không thấy tệp dữ liệu, mà bản sao lưu và nhật ký còn lại không đủ để dựng lại đầy đủ.';

/** The file is gone: nothing can be overwritten, so it is built again at once if all is there. */
const rebuildMissing = (options: SessionOptions): Opened => {
  const { paths, Database } = options;
  const base = bestBase(paths);
  if (base === null || !isWhole(base.ahead)) {
    return err(storeState('damaged-file', paths.database, MISSING_FILE));
  }
  rebuild(Database, paths, base);
  return openExisting(options, {
    things: [{ kind: 'file-rebuilt', message: rebuiltSentence(base) }],
    replayed: base.ahead.entries.length,
    missing: [],
  });
};

export const rebuiltSentence = ({ backup, ahead }: Base): string =>
  backup === null
    ? `Tệp dữ liệu đã mất và vừa được dựng lại từ nhật ký (${ahead.entries.length} thay đổi).`
    : `Tệp dữ liệu đã mất và vừa được dựng lại từ bản sao lưu ${backup.name} và ${ahead.entries.length} thay đổi trong nhật ký.`;

/** `before`: what was put right on the way here. */
export const openExisting = (options: SessionOptions, before: Healing | null): Opened => {
  const { paths, Database } = options;
  const unclean = paths.companions.some((path) => sizeOf(path) > 0);
  const check = unclean || sizeOf(paths.database) <= SMALL;
  const opened = openFile(Database, paths.database, check);
  if (!opened.ok) return err(storeState(opened.error, paths.database));
  const old = opened.value;
  const db = readSchemaVersion(old) < SCHEMA_VERSION ? upgrade(options, old) : old;
  try {
    return reconcile(options, db, before);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Brings an older file to the present shape, after a proven copy of it was made. Throws. */
const upgrade = ({ Database, paths, now }: SessionOptions, db: Sqlite): Sqlite => {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  copyBeforeMigration(Database, paths, now());
  const upgraded = connect(Database, paths.database);
  try {
    migrate(upgraded);
    upgraded.pragma('wal_checkpoint(TRUNCATE)');
    return upgraded;
  } catch (error) {
    upgraded.close();
    throw error;
  }
};

/** Compares the file with journal and mark, and brings back what it has lost. */
const reconcile = (options: SessionOptions, db: Sqlite, before: Healing | null): Opened => {
  const { paths } = options;
  const row = readStoreRow(new Rows(db));
  if (row === null) throw new Error('a store without its row was let in');
  const isOther = setForeignJournalAside(paths, row.uuid);
  const mark = readMark(paths.mark);
  const acknowledged = mark?.store === row.uuid ? mark.seq : 0;
  const ahead = aheadOf(paths, row.uuid, row.last_seq);
  if (ahead.newer) {
    db.close();
    return err(storeState('newer-file', paths.database));
  }
  if (!isWhole(ahead) && before === null) {
    const base = bestBase(paths);
    if (base !== null && base.store === row.uuid && reachOf(base.ahead) > reachOf(ahead)) {
      db.close();
      const misfits = rebuild(options.Database, paths, base);
      return openExisting(options, {
        things: [
          {
            kind: 'changes-replayed',
            message: replayedSentence(base.ahead.target - row.last_seq),
          },
        ],
        replayed: base.ahead.entries.length,
        missing: nameMissing(base.ahead, misfits),
      });
    }
  }
  const healing = bringForward(db, ahead);
  // Without an acknowledgement this is an ordinary end of the program between two writes.
  const things: HealedThing[] = [
    ...(before?.things ?? []),
    ...(acknowledged > row.last_seq
      ? [
          {
            kind: 'changes-replayed' as const,
            message: replayedSentence(acknowledged - row.last_seq),
          },
        ]
      : []),
    ...(isOther ? [OTHER_STORE] : []),
    ...watchmenOf(paths, row.last_seq, acknowledged, mark !== null),
  ];
  const missing = [...(before?.missing ?? []), ...healing];
  const session = openWriting(options, db, row.uuid, ahead.target);
  const replayed = (before?.replayed ?? 0) + ahead.entries.length;
  const healed = things.length + missing.length === 0 ? null : { things, replayed, missing };
  return ok({ session, healed });
};

const OTHER_STORE: HealedThing = {
  kind: 'other-store',
  message:
    'Tệp dữ liệu này của một kho khác; nhật ký của kho trước được giữ lại trong thư mục de-rieng.',
};

/** Replays what is ahead; gives what is missing, by name. */
const bringForward = (db: Sqlite, ahead: Ahead): string[] => {
  if (ahead.target <= ahead.from) return [];
  if (!isWhole(ahead)) return nameMissing(ahead, replayWhatFits(db, ahead).length);
  replay(db, ahead);
  return [];
};

const replayedSentence = (changes: number): string =>
  `Tệp dữ liệu bị lùi về bản cũ; ${changes} thay đổi đã được đưa trở lại từ nhật ký.`;

/** Journal and mark watch over the file; say when one of them was gone or damaged. */
const watchmenOf = (
  paths: StorePaths,
  lastSeq: number,
  acknowledged: number,
  markWasRead: boolean,
): HealedThing[] => {
  if (lastSeq === 0) return [];
  const things: HealedThing[] = [];
  if (segmentFiles(paths.journal).length === 0) {
    things.push({
      kind: 'journal-missing',
      message: 'Nhật ký thay đổi đã mất; dữ liệu vẫn đủ và nhật ký mới đã được mở.',
    });
  } else if (lastSeq <= acknowledged) {
    // A torn end is nothing to speak of; an acknowledged change that was there and is not, is.
    const { records, damagedBytes } = readJournal(paths.journal, lastSeq - 1, null);
    if (damagedBytes > 0 && !records.some(({ seq }) => seq === lastSeq)) {
      things.push({
        kind: 'journal-damaged',
        message: 'Một đoạn cuối của nhật ký thay đổi không đọc được; dữ liệu đã ghi vẫn đủ.',
      });
    }
  }
  if (!markWasRead) {
    things.push({
      kind: 'mark-missing',
      message: existsSync(paths.mark)
        ? 'Tệp mốc theo dõi bị hỏng và đã được ghi lại.'
        : 'Tệp mốc theo dõi đã mất và đã được ghi lại.',
    });
  }
  return things;
};

const openWriting = (
  options: SessionOptions,
  db: Sqlite,
  store: string,
  lastSeq: number,
): Session => {
  const { paths, journalReserve } = options;
  const journal = new Journal({ folder: paths.journal, store, reserve: journalReserve });
  journal.open(lastSeq + 1);
  try {
    const mark = new Mark(paths.mark, store);
    mark.write(lastSeq);
    mark.sync();
    return new Session({ db, store, journal, mark, lastSeq });
  } catch (error) {
    journal.close();
    throw error;
  }
};
