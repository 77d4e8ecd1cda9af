import type { IpcFailure } from '../../../shared/ipc';
import { failureOf, failures } from '../failures';

/** Stops a transfer with the failure to answer with. */
export class Refused extends Error {
  readonly failure: IpcFailure;
  constructor(failure: IpcFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What a failed transfer answers with; bugs are thrown on. */
export const refusalOf = (error: unknown): IpcFailure => {
  if (error instanceof Refused) return error.failure;
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failure;
};

const KIND_WORDS = { attachment: 'tài liệu gửi kèm', file: 'tệp đã khoá' } as const;
export type ContentKind = keyof typeof KIND_WORDS;

/** A content by the words a person knows it by. */
export const contentTitle = (kind: ContentKind, name: string): string =>
  `${KIND_WORDS[kind]} “${name}”`;

export const damagedContent = (kind: ContentKind, name: string): IpcFailure =>
  failures.damaged([contentTitle(kind, name)]);
