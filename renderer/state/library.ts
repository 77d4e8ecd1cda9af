import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type { IpcFailure, LibraryRecords, RecordStanding } from '../../shared/ipc';
import {
  type Call,
  type DeadlineSettings,
  defaultDeadlineSettings,
  type PackList,
  WORKING_CALENDAR_FORMAT,
} from '../../shared/model';
import { call, on } from '../bridge';
import { reloadShelf } from './program';

/** What the program knows besides calls and forms; empty until it was read. */
interface LibraryState extends LibraryRecords {
  readonly failure: IpcFailure | null;
}

const nothing: LibraryRecords = {
  references: [],
  programmes: [],
  staleFacts: [],
  calendar: {
    format: WORKING_CALENDAR_FORMAT,
    version: 1,
    title: '',
    asOf: '1970-01-01',
    weekend: [6, 7],
    law: '',
    years: [],
  },
  settings: defaultDeadlineSettings,
  standings: [],
};

export const useLibrary = create<LibraryState>(() => ({ ...nothing, failure: null }));

export const loadLibrary = async (): Promise<void> => {
  const answer = await call('library.read', undefined);
  useLibrary.setState(answer.ok ? { ...answer.value, failure: null } : { failure: answer.error });
};

/** Calls and forms belong to the library too: both are read anew when something in it changes. */
export const followLibrary = (): (() => void) =>
  on('library.changed', () => {
    void reloadShelf();
    void loadLibrary();
  });

const refreshed = async <T>(answer: Result<T, IpcFailure>): Promise<Result<T, IpcFailure>> => {
  // The announcement says the same a little later; who just saved wants to see it now.
  if (answer.ok) await Promise.all([reloadShelf(), loadLibrary()]);
  return answer;
};

export const saveCall = async (value: Call): Promise<Result<Call, IpcFailure>> =>
  refreshed(await call('calls.save', { call: value }));

export const saveRecord = async (
  list: PackList,
  value: unknown,
): Promise<Result<unknown, IpcFailure>> =>
  refreshed(await call('library.saveRecord', { list, value }));

export const removeRecord = async (
  list: PackList,
  id: string,
): Promise<Result<unknown, IpcFailure>> =>
  refreshed(await call('library.removeRecord', { list, id }));

/** Takes back the person's edits of what a pack brought. */
export const resetRecord = async (
  list: PackList,
  id: string,
): Promise<Result<unknown, IpcFailure>> =>
  refreshed(await call('library.resetRecord', { list, id }));

export const saveDeadlineSettings = async (
  settings: DeadlineSettings,
): Promise<Result<unknown, IpcFailure>> =>
  refreshed(await call('deadlines.saveSettings', settings));

/** How a record came to be what it is; undefined for one that is as its pack brought it. */
export const standingOf = (
  standings: readonly RecordStanding[],
  list: PackList,
  id: string,
): RecordStanding | undefined => standings.find((one) => one.list === list && one.id === id);
