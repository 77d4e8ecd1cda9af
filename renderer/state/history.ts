import type { Result } from '../../shared/base';
import type { Ack, IpcFailure, RevisionRecord, RevisionWords } from '../../shared/ipc';
import { call } from '../bridge';
import { openProposal, saveNow, useOpenProposal } from './open-proposal';

type Answer<T> = Promise<Result<T, IpcFailure>>;

const notSaved = (): IpcFailure => {
  const { save } = useOpenProposal.getState();
  return save.kind === 'failed'
    ? save.failure
    : { code: 'store-io', message: 'Chưa ghi được thay đổi mới nhất.' };
};

/** Newest first. What was typed up to now is saved before. */
export const listVersions = async (id: string): Answer<RevisionRecord[]> => {
  await saveNow();
  return call('history.list', { id });
};

export const readVersion = (id: string, number: number): Answer<RevisionWords> =>
  call('history.read', { id, number });

/** Keeps the words as they are now, for ever, under a name. */
export const keepVersion = async (id: string, name: string): Answer<RevisionRecord> => {
  if (!(await saveNow())) return { ok: false, error: notSaved() };
  return call('history.mark', { id, name });
};

/** An old version becomes the newest; the window reads it anew. */
export const restoreVersion = async (id: string, number: number): Answer<Ack> => {
  if (!(await saveNow())) return { ok: false, error: notSaved() };
  const answer = await call('history.restore', { id, number });
  if (answer.ok) await openProposal(id);
  return answer;
};

/** The words in the window, in the shape of a version. */
export const presentWords = (): RevisionWords | null => {
  const { record, style, title, values } = useOpenProposal.getState();
  if (record === null || style === null) return null;
  return { title, organisationId: record.organisationId, style, values };
};
