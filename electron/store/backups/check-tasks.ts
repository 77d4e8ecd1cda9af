import { type ContentCheck, checkContents } from '../attachments/check-contents';
import { type JournalContents, journalContents } from '../attachments/journal-contents';
import type { SqliteConstructor } from '../sqlite';
import { hashSteps, type VerifiedCopy, verifySteps } from './verify-copy';

/** What is looked at beside the main thread: whole files take longer than a window may stand still. */
export interface CheckTasks {
  /** A copy of the database, all of it; null when anything is wrong. */
  readonly verify: { readonly question: string; readonly answer: VerifiedCopy | null };
  /** SHA-256 of a file, hex. */
  readonly hash: { readonly question: string; readonly answer: string };
  /** Copies of contents beside backups, compared with their names. */
  readonly contents: {
    readonly question: { readonly backups: string; readonly contents: readonly string[] };
    readonly answer: ContentCheck;
  };
  /** Contents that the journal speaks of. */
  readonly journal: { readonly question: string; readonly answer: JournalContents };
}
export type CheckTask = keyof CheckTasks;

export type CheckRequest = {
  readonly [T in CheckTask]: { readonly task: T; readonly question: CheckTasks[T]['question'] };
}[CheckTask];

/** The work in steps; between two of them something else may run where there is only one thread. */
export const checkSteps = (
  Database: SqliteConstructor,
  request: CheckRequest,
): Generator<undefined, CheckTasks[CheckTask]['answer']> => {
  switch (request.task) {
    case 'verify':
      return verifySteps(Database, request.question);
    case 'hash':
      return hashSteps(request.question);
    case 'contents':
      return checkContents(request.question.backups, request.question.contents);
    case 'journal':
      return journalContents(request.question);
  }
};
