/**
 * What a window holds instead of a path. A ticket names one chosen place, is good once, and only
 * for a while; the path itself never leaves the main process.
 */
export interface Tickets<T> {
  readonly issue: (place: T) => string;
  /** The place without using the ticket up; null when it is no longer good. */
  readonly look: (ticket: string) => T | null;
  /** The place, the first time and in time; afterwards null. */
  readonly redeem: (ticket: string) => T | null;
}

export const TICKET_LIFE_MS = 15 * 60_000;
/** A window that only asks and never writes must not fill the memory. */
const MOST_OPEN = 32;

export const createTickets = <T>(newId: () => string, now: () => number): Tickets<T> => {
  const open = new Map<string, { readonly place: T; readonly until: number }>();
  const look = (ticket: string): T | null => {
    const found = open.get(ticket);
    return found !== undefined && now() <= found.until ? found.place : null;
  };
  return {
    issue: (place) => {
      const oldest = open.size < MOST_OPEN ? undefined : open.keys().next().value;
      if (oldest !== undefined) open.delete(oldest);
      const ticket = newId();
      open.set(ticket, { place, until: now() + TICKET_LIFE_MS });
      return ticket;
    },
    look,
    redeem: (ticket) => {
      const place = look(ticket);
      open.delete(ticket);
      return place;
    },
  };
};
