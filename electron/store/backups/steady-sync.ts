import { type FileHandle, open } from 'node:fs/promises';

/**
 * Syncs a file again and again while somebody else in this process writes it, beside this thread.
 * Without it the writer's own sync at the end, which nothing else can run beside, has all of a
 * hundred megabytes to bring to the disk.
 */
export class SteadySync {
  readonly #path: string;
  #file: FileHandle | null = null;
  #running: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Syncs what was written so far, unless a sync is going on. Never throws: the writer syncs too. */
  nudge(): void {
    this.#running ??= this.#sync()
      .catch(() => undefined)
      .finally(() => {
        this.#running = null;
      });
  }

  /** To be awaited when the writer has closed the file: closing ours drops SQLite's locks on it. */
  async end(): Promise<void> {
    await this.#running;
    await this.#file?.close().catch(() => undefined);
  }

  async #sync(): Promise<void> {
    this.#file ??= await open(this.#path, 'r+');
    await this.#file.datasync();
  }
}
