import type { EventPayload } from '../../shared/ipc';

/** What long work is given: a way to be stopped, and a way to say how far it is. */
export interface TransferJob {
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

export interface TransferJobs {
  /** Runs `work` under the name that the window gave it. */
  readonly run: <T>(
    job: string,
    total: number | null,
    work: (transfer: TransferJob) => Promise<T>,
  ) => Promise<T>;
  /** A job that has ended already is none any more. */
  readonly cancel: (job: string) => void;
}

/** Long work that the window can follow and stop. */
export const createTransferJobs = (
  tell: (progress: EventPayload<'transfer.progress'>) => void,
): TransferJobs => {
  const running = new Map<string, AbortController>();
  return {
    run: async (job, total, work) => {
      const stop = new AbortController();
      running.set(job, stop);
      try {
        return await work({
          signal: stop.signal,
          onProgress: (bytes) => tell({ job, bytes, total }),
        });
      } finally {
        if (running.get(job) === stop) running.delete(job);
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  };
};
