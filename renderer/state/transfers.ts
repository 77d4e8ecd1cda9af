import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type {
  AttachmentRecord,
  GivenPackage,
  IpcFailure,
  PackagePlanRecord,
  WrittenPlace,
} from '../../shared/ipc';
import { call, on } from '../bridge';
import { saveNow } from './open-proposal';

type Answer<T> = Promise<Result<T, IpcFailure>>;

/** How far the long work of a name is. */
export interface Progress {
  readonly bytes: number;
  readonly total: number | null;
}

/** Which of the two ways is before the person's eyes; asked for from many places of the window. */
export type TransferDialog =
  | { readonly kind: 'write'; readonly ids: readonly string[] }
  /** `given`: a file that was opened with the program; null: ask for one. */
  | { readonly kind: 'import'; readonly given: GivenPackage | null };

interface Transfers {
  readonly progress: Readonly<Record<string, Progress>>;
  readonly dialog: TransferDialog | null;
}

export const useTransfers = create<Transfers>(() => ({ progress: {}, dialog: null }));

export const askToWrite = (ids: readonly string[]): void =>
  useTransfers.setState({ dialog: { kind: 'write', ids } });
export const askToImport = (): void =>
  useTransfers.setState({ dialog: { kind: 'import', given: null } });
export const closeTransfer = (): void => useTransfers.setState({ dialog: null });

let jobs = 0;

/** A name under which long work is asked for, followed and stopped. */
export const newJob = (): string => {
  jobs += 1;
  return `viec-${jobs}`;
};

const forget = (job: string): void =>
  useTransfers.setState(({ progress }) => {
    const { [job]: _gone, ...others } = progress;
    return { progress: others };
  });

/** A file that the program was opened with is shown at once. */
export const lookForGiven = async (): Promise<void> => {
  const given = await call('transfer.given', undefined);
  if (given.ok && given.value !== null) {
    useTransfers.setState({ dialog: { kind: 'import', given: given.value } });
  }
};

export const followTransfers = (): (() => void) => {
  const stops = [
    on('transfer.progress', ({ job, bytes, total }) =>
      useTransfers.setState(({ progress }) => ({
        progress: { ...progress, [job]: { bytes, total } },
      })),
    ),
    on('transfer.arrived', () => void lookForGiven()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

const followed = async <T>(job: string, answer: Answer<T>): Answer<T> => {
  try {
    return await answer;
  } finally {
    forget(job);
  }
};

export const cancelJob = (job: string): void => void call('transfer.cancel', { job });

export const listAttachments = (id: string): Answer<AttachmentRecord[]> =>
  call('attachments.list', { id });
export const addAttachment = (id: string, job: string): Answer<AttachmentRecord> =>
  followed(job, call('attachments.add', { id, job }));
export const removeAttachment = (id: string) => call('attachments.remove', { id });
export const openAttachment = ({ id, proposalId }: AttachmentRecord, job: string) =>
  followed(job, call('attachments.open', { id, proposalId, job }));
export const saveAttachmentAs = (
  { id, proposalId }: AttachmentRecord,
  job: string,
): Answer<WrittenPlace> => followed(job, call('attachments.saveAs', { id, proposalId, job }));

/** What stands in the window goes to the disk first: the file is made from there. */
export const writePackage = async (
  ids: readonly string[],
  passphrase: string | null,
  job: string,
) => {
  await saveNow();
  return followed(job, call('transfer.write', { ids: [...ids], passphrase, job }));
};

export const choosePackage = (): Answer<GivenPackage> => call('transfer.choose', undefined);
export const inspectPackage = (
  ticket: string,
  passphrase: string | null,
  job: string,
): Answer<PackagePlanRecord> =>
  followed(job, call('transfer.inspect', { ticket, passphrase, job }));
export const importPackage = (
  ticket: string,
  passphrase: string | null,
  job: string,
): Answer<PackagePlanRecord> => followed(job, call('transfer.import', { ticket, passphrase, job }));
