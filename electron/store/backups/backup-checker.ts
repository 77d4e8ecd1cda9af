import { parentPort, workerData } from 'node:worker_threads';
import { loadSqlite } from '../sqlite';
import { type CheckRequest, checkSteps } from './check-tasks';
import type { CheckResponse } from './start-checker';
import { atOnce } from './verify-copy';

/** A thread that does one check and ends: whole files must not make the window wait. */
const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');

const answer = (response: CheckResponse): void => port.postMessage(response);

try {
  const Database = loadSqlite();
  if (Database === null) throw new Error('the native module does not fit this runtime');
  answer({ answer: atOnce(checkSteps(Database, workerData as CheckRequest)) });
} catch (error) {
  const { code, errno, syscall, message } = error as NodeJS.ErrnoException;
  answer({ error: { message, code, errno, syscall } });
}
