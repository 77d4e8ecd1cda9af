import { EVENT_CHANNEL, type EventName, type EventPayload, events } from '../../shared/ipc';

/** A window that can be told something. */
export interface Listener {
  send: (channel: string, event: string, payload: unknown) => void;
}

/** Tells windows what happened, in the shape the contract promises; another shape is a bug. */
export const emitEvent = <E extends EventName>(
  listeners: readonly Listener[],
  event: E,
  payload: EventPayload<E>,
): void => {
  const parsed = events[event].parse(payload);
  for (const listener of listeners) listener.send(EVENT_CHANNEL, event, parsed);
};
