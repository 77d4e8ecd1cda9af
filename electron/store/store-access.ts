import type { Ack } from '../../shared/ipc';
import type { Change } from './change';
import type { ReadSession, WhenRefused } from './session';
import type { StoreResult } from './store';

/**
 * All that the parts of a store need to read and change words. The live file gives it, and so does
 * a copy that is only looked at, which refuses every change.
 */
export interface StoreAccess {
  readonly now: () => string;
  readonly newId: () => string;
  read<T>(work: (session: ReadSession) => StoreResult<T>): StoreResult<T>;
  commit(change: Change, whenRefused: WhenRefused): StoreResult<Ack>;
}
