import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SqliteConstructor } from '../sqlite';
import { type CheckRequest, type CheckTask, type CheckTasks, checkSteps } from './check-tasks';

/** What the thread answers; a failure of disk or SQLite keeps its code. */
export type CheckResponse =
  | { readonly answer: CheckTasks[CheckTask]['answer'] }
  | {
      readonly error: {
        readonly message: string;
        readonly code?: string | undefined;
        readonly errno?: number | undefined;
        readonly syscall?: string | undefined;
      };
    };

export interface Checker {
  /** Rejects with the errors of disk and SQLite that the work met. */
  run<T extends CheckTask>(
    task: T,
    question: CheckTasks[T]['question'],
  ): Promise<CheckTasks[T]['answer']>;
}

/** Every build puts the thread beside the file that starts it. */
const BUILT = join(import.meta.dirname, 'backup-checker.js');

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Each check gets a thread of its own, which ends with it. */
const inThread = (file: string, request: CheckRequest): Promise<CheckResponse> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(Object.assign(new Error('check ended'), { code: 'EIO' })));
  });

/** Where sources run as they are there is no built thread: piece by piece in this one. */
const inPieces = async (
  Database: SqliteConstructor,
  request: CheckRequest,
): Promise<CheckResponse> => {
  const steps = checkSteps(Database, request);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { answer: step.value };
    await pause();
  }
};

export const startChecker = (
  Database: SqliteConstructor,
  { file = BUILT }: { readonly file?: string | undefined } = {},
): Checker => ({
  run: async (task, question) => {
    const request = { task, question } as CheckRequest;
    const response = existsSync(file)
      ? await inThread(file, request)
      : await inPieces(Database, request);
    if ('error' in response) {
      throw Object.assign(new Error(response.error.message), response.error);
    }
    return response.answer as CheckTasks[typeof task]['answer'];
  },
});
