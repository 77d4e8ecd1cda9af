import type { Result } from '../base';
import type { Channel, EventName, EventPayload, Input, Output } from './contract';
import type { IpcFailure } from './errors';

/** What the preload script exposes as `window.api`: two functions and no logic. */
export interface Api {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>, IpcFailure>>;
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/** Electron channel names, so that preload and dispatcher cannot disagree. */
export const CALL_CHANNEL = 'bdx:call';
export const EVENT_CHANNEL = 'bdx:event';
