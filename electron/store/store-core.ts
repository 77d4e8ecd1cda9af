import { err, ok, type Result } from '../../shared/base';
import type { Ack, IpcFailure, StoreState } from '../../shared/ipc';
import { isBrokenFile } from './attachments/blob-file';
import { dropBallast } from './ballast';
import type { Change } from './change';
import { failures, guarded } from './failures';
import { openSession, type SessionOptions } from './open-session';
import type { Session, WhenRefused } from './session';
import type { StoreResult } from './store';
import { storeState } from './store-states';

/** A page or index that SQLite cannot follow any more is damage like any other: named, and mended. */
const unlessBroken = <T>(work: () => StoreResult<T>): StoreResult<T> => {
  try {
    return work();
  } catch (error) {
    if (isBrokenFile(error)) return err(failures.damaged(['tệp dữ liệu']));
    throw error;
  }
};

const failureToOpen = ({ state }: StoreState): IpcFailure => {
  if (state === 'locked') return failures.busy();
  return state === 'not-writable' ? failures.readOnly() : failures.io();
};

const KINDS: Partial<Record<IpcFailure['code'], StoreState['state']>> = {
  'store-busy': 'locked',
  'store-read-only': 'not-writable',
  'row-damaged': 'damaged-file',
};

/**
 * Holds the session, opens it anew after an error of the disk, and knows what is wrong at present.
 * Parts of the store share one core; none of them keeps a session over two calls.
 */
export class StoreCore {
  readonly options: SessionOptions;
  readonly #onTrouble: (state: StoreState | null) => void;
  #session: Session | null;
  #closed = false;
  #trouble: StoreState | null = null;
  #erased = false;

  constructor(
    options: SessionOptions,
    session: Session,
    onTrouble: (state: StoreState | null) => void,
  ) {
    this.options = options;
    this.#session = session;
    this.#onTrouble = onTrouble;
  }

  get now(): () => string {
    return this.options.now;
  }

  get newId(): () => string {
    return this.options.newId;
  }

  get trouble(): StoreState | null {
    return this.#trouble;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Highest sequence in the database; 0 while there is none open. */
  lastSeq(): number {
    return this.#session?.lastSeq ?? 0;
  }

  /** Set by the part that can mend rows from backup and journal. */
  mend: (session: Session) => boolean = () => false;

  /** Set by the search: the words were replaced as a whole. */
  onReplaced: () => void = () => undefined;

  /** The session, opened anew if the last error asks for it. */
  session(): Result<Session, IpcFailure> {
    if (this.#closed) return err(failures.closed());
    if (this.#session?.mustReopen) this.#letGo();
    if (this.#session === null) {
      const opened = openSession(this.options);
      if (!opened.ok) {
        this.#report(opened.error);
        return err(failureToOpen(opened.error));
      }
      this.#session = opened.value.session;
    }
    return ok(this.#session);
  }

  /**
   * Runs `work` on the session; failures of disk and SQLite become values. When it meets a damaged
   * row that can be mended, it runs a second time.
   */
  read<T>(work: (session: Session) => StoreResult<T>): StoreResult<T> {
    const session = this.session();
    if (!session.ok) return session;
    const done = guarded(() => {
      const first = unlessBroken(() => work(session.value));
      if (first.ok || first.error.code !== 'row-damaged') return first;
      const mended = unlessBroken(() => ok(this.mend(session.value)));
      return mended.ok && mended.value ? unlessBroken(() => work(session.value)) : first;
    });
    if (done.ok) return done.value;
    if (done.error.code === 'store-io') session.value.distrust();
    return done;
  }

  commit(change: Change, whenRefused: WhenRefused): StoreResult<Ack> {
    const session = this.session();
    if (!session.ok) return session;
    let done = session.value.commit(change, this.now(), whenRefused);
    // On a full disk SQLite cannot even delete: give up the room kept back for this.
    const frees = change.kind === 'erase' || change.kind === 'trash';
    if (!done.ok && done.error.code === 'store-full' && frees) {
      if (dropBallast(this.options.paths.ballast)) {
        done = session.value.commit(change, this.now(), whenRefused);
      }
    }
    if (done.ok && change.kind === 'erase') this.#erased = true;
    this.#report(done.ok ? null : this.#stateOf(done.error));
    return done;
  }

  /** True when something was erased for ever since the last time this was asked. */
  takeErased(): boolean {
    const erased = this.#erased;
    this.#erased = false;
    return erased;
  }

  /** Tries again what could not be written. */
  retry(): StoreState {
    const session = this.session();
    if (session.ok) {
      const flushed = session.value.flushBacklog();
      this.#report(flushed.ok ? null : this.#stateOf(flushed.error));
    }
    return this.#trouble ?? storeState('ready', this.options.paths.database);
  }

  /** Lets go of the file so that it can be replaced; the next call opens what lies there then. */
  release(): void {
    this.#letGo();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#letGo();
  }

  #letGo(): void {
    const session = this.#session;
    this.#session = null;
    session?.close();
  }

  #stateOf({ code, message, hint }: IpcFailure): StoreState {
    const { database } = this.options.paths;
    return { ...storeState(KINDS[code] ?? 'io', database, message), hint: hint ?? '' };
  }

  #report(trouble: StoreState | null): void {
    const before = this.#trouble;
    this.#trouble = trouble;
    if (before?.message !== trouble?.message) this.#onTrouble(trouble);
  }
}
