import type { Result } from '../../shared/base';
import type { Channel, Input, IpcFailure, Output } from '../../shared/ipc';

export type Answer<C extends Channel> = Result<Output<C>, IpcFailure>;

/** What answers one channel. The input was parsed; the answer is parsed before it leaves. */
export type Handler<C extends Channel> = (input: Input<C>) => Answer<C> | Promise<Answer<C>>;

/** Some channels' handlers; all groups together make up `Handlers`, each channel once. */
export type HandlerGroup<C extends Channel> = { readonly [K in C]: Handler<K> };
export type Handlers = HandlerGroup<Channel>;
