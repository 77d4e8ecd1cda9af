import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import type { Services } from '../services';

const STOPPED: IpcFailure = {
  code: 'cancelled',
  message: 'Đã dừng; chưa ghi tệp nào.',
};

/** Called before each file of a dossier is made; an error ends the work. */
export type BeforeFile = (title: string) => Result<undefined, IpcFailure>;

export interface WritingWatch {
  /** A new writing; one that is still going on is stopped. */
  readonly begin: (lead: string, total: number) => BeforeFile;
  readonly stop: () => void;
}

/** Tells windows how far the writing of a dossier is, and lets a person stop it. */
export const watchWriting = (services: Services): WritingWatch => {
  let current = { isStopped: false };
  return {
    begin: (lead, total) => {
      current.isStopped = true;
      const own = { isStopped: false };
      current = own;
      let done = 0;
      return (title) => {
        if (own.isStopped) return err(STOPPED);
        services.emit('dossier.progress', { lead, done, total: Math.max(done, total), title });
        done += 1;
        return ok(undefined);
      };
    },
    stop: () => {
      current.isStopped = true;
    },
  };
};
