import type { Contents } from './attachments/contents';
import { refusalOf } from './attachments/refused';
import type { Backups } from './backup-store';
import { listBackupFiles } from './backups/backup-files';
import { takeBallast } from './ballast';
import { failureOf, guarded } from './failures';
import { aheadOf } from './rebuild';
import { isWhole } from './replay';
import type { Scrubber } from './scrub';
import type { SearchIndex } from './search/search-index';
import type { StoreCore } from './store-core';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CHECKPOINT_AFTER = 20 * SECOND;
const FIRST_BACKUP_AFTER = 10 * MINUTE;
const BACKUP_EVERY = 15 * MINUTE;
/** After a failed backup: not at once again, the disk may be full. */
const BACKUP_RETRY = 2 * MINUTE;
const SCRUB_EVERY = 5 * SECOND;
/** What happened to the file since the last run is found soon; afterwards there is time. */
const FIRST_ROUND_EVERY = SECOND;
const SCRUB_ROWS = 100;
/** Some milliseconds of work. */
const FEED_PROPOSALS = 20;
const BALLAST_EVERY = MINUTE;
/** Both copies of one attachment or kept file. */
const CONTENT_EVERY = 20 * SECOND;
/** Reading hundreds of megabytes again and again would only wear an old disk. */
const ROUND_EVERY = 360 * MINUTE;
/** Erased words leave the journal with the second backup after it; several are erased in a row. */
const BACKUP_AFTER_ERASING = MINUTE;
/** Pages that erased words leave free, given back at a time: some milliseconds. */
const FREED_PAGES = 500;
/** Fewer are soon written to again by the next saves. */
const MANY_FREE_PAGES = 5000;
/** About an hour of steady writing. */
const MANY_CHANGES = 500;

export interface UpkeepParts {
  readonly core: StoreCore;
  readonly backups: Backups;
  readonly contents: Contents;
  readonly scrubber: Scrubber;
  readonly index: SearchIndex;
}

/**
 * The store's regular duties. Durations come from `uptime`, which only counts forward: the clock on
 * the wall may be set back by a year.
 */
export class Upkeep {
  readonly #core: StoreCore;
  readonly #backups: Backups;
  readonly #contents: Contents;
  readonly #scrubber: Scrubber;
  readonly #index: SearchIndex;
  readonly #uptime: () => number;
  #checkpointAt: number;
  #backupAt: number | null = null;
  #scrubAt: number;
  #isFirstRound = true;
  #ballastAt = 0;
  #contentAt: number;
  #roundAt = 0;
  /** Backups still to be made until the journal has forgotten what was erased. */
  #eraseBackups = 0;
  #eraseAt = 0;
  #journalChecked = false;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor({ core, backups, contents, scrubber, index }: UpkeepParts, uptime: () => number) {
    this.#core = core;
    this.#backups = backups;
    this.#contents = contents;
    this.#scrubber = scrubber;
    this.#index = index;
    this.#uptime = uptime;
    this.#checkpointAt = uptime() + CHECKPOINT_AFTER;
    this.#scrubAt = uptime() + SCRUB_EVERY;
    this.#contentAt = uptime() + SECOND;
    if (backups.isErasingHalfDone()) this.#expectErasing(1, BACKUP_EVERY);
  }

  #expectErasing(backups: number, after: number): void {
    this.#eraseBackups = backups;
    this.#eraseAt = this.#uptime() + after;
  }

  start(): void {
    this.#timer = setInterval(() => void this.tick(), SECOND);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Does what is due. One at a time; a second call waits for the first. */
  readonly tick = (): Promise<void> => {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  };

  async #work(): Promise<void> {
    if (this.#core.isClosed) return;
    if (this.#core.trouble !== null) this.#core.retry();
    if (this.#core.takeErased()) {
      this.#expectErasing(2, BACKUP_AFTER_ERASING);
      this.#checkpointAt = this.#uptime();
    }
    this.#careForFiles();
    this.#index.feed(FEED_PROPOSALS);
    await this.#careForContents();
    const forgets = this.#eraseBackups > 0 && this.#uptime() >= this.#eraseAt;
    if (forgets || this.#isBackupDue()) {
      const done = await this.#backups.backupNow(forgets ? 'erase' : 'schedule');
      const pause = done.ok ? BACKUP_EVERY : BACKUP_RETRY;
      this.#backupAt = this.#uptime() + pause;
      if (this.#eraseBackups > 0) {
        this.#expectErasing(this.#eraseBackups - (done.ok ? 1 : 0), pause);
      }
    }
  }

  async #careForContents(): Promise<void> {
    const now = this.#uptime();
    if (now < this.#contentAt) return;
    this.#contentAt = now + CONTENT_EVERY;
    if (now < this.#roundAt && !this.#contents.isSuspicious) return;
    try {
      if (await this.#contents.mendNext()) this.#roundAt = now + ROUND_EVERY;
    } catch (error) {
      // Tried again with the next round.
      refusalOf(error);
    }
  }

  /** Before the program ends: a backup when much was written since the last. */
  readonly finish = async (): Promise<void> => {
    this.stop();
    await this.#running;
    const long = this.#backups.behind() >= MANY_CHANGES;
    const erased = this.#core.takeErased() || this.#eraseBackups > 1;
    if ((long || erased) && !this.#core.isClosed) {
      await this.#backups.backupNow(erased ? 'erase' : 'close');
    }
  };

  #careForFiles(): void {
    const session = this.#core.session();
    if (!session.ok) return;
    const now = this.#uptime();
    try {
      session.value.syncMark();
      if (now >= this.#checkpointAt) {
        session.value.giveBackPages(FREED_PAGES, this.#eraseBackups > 0 ? 0 : MANY_FREE_PAGES);
        session.value.checkpoint();
        this.#checkpointAt = now + CHECKPOINT_AFTER;
      }
      if (now >= this.#ballastAt) {
        takeBallast(this.#core.options.paths.ballast);
        this.#ballastAt = now + BALLAST_EVERY;
      }
      if (now >= this.#scrubAt) {
        if (this.#scrubber.scrub(SCRUB_ROWS).done) this.#isFirstRound = false;
        this.#scrubAt = now + (this.#isFirstRound ? FIRST_ROUND_EVERY : SCRUB_EVERY);
      }
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      if (failure.code === 'store-io') session.value.distrust();
    }
  }

  #isBackupDue(): boolean {
    const now = this.#uptime();
    if (!this.#journalChecked && this.#isSecondCopyBroken()) this.#backupAt = now;
    if (this.#backups.behind() === 0) {
      this.#backupAt = null;
      return false;
    }
    this.#backupAt ??= now + FIRST_BACKUP_AFTER;
    return now >= this.#backupAt;
  }

  /**
   * Changes that neither a backup nor the journal holds: then the database is their only place. Asked
   * once, and again while the disk does not answer.
   */
  #isSecondCopyBroken(): boolean {
    const session = this.#core.session();
    if (!session.ok) return false;
    const { paths } = this.#core.options;
    const look = guarded(() => {
      const newest = listBackupFiles(paths.backups, 'own')[0];
      return isWhole(aheadOf(paths, session.value.store, newest?.seq ?? 0));
    });
    this.#journalChecked = look.ok;
    return look.ok && !look.value;
  }
}
