import { describe, expect, it } from 'vitest';
import { createTickets, TICKET_LIFE_MS } from '../../../electron/files';

const world = () => {
  let now = 0;
  let made = 0;
  const tickets = createTickets<string>(
    () => {
      made += 1;
      return `t${made}`;
    },
    () => now,
  );
  return {
    tickets,
    wait: (ms: number) => {
      now += ms;
    },
  };
};

describe('a ticket', () => {
  it('is good once', () => {
    const { tickets } = world();
    const ticket = tickets.issue('/a');
    expect(tickets.redeem(ticket)).toBe('/a');
    expect(tickets.redeem(ticket)).toBeNull();
  });

  it('is not good for ever', () => {
    const { tickets, wait } = world();
    const early = tickets.issue('/a');
    const late = tickets.issue('/b');
    wait(TICKET_LIFE_MS);
    expect(tickets.redeem(early)).toBe('/a');
    wait(1);
    expect(tickets.redeem(late)).toBeNull();
    expect(tickets.redeem(late)).toBeNull();
  });

  it('cannot be guessed from nothing', () => {
    const { tickets } = world();
    for (const guess of ['', 't1', '__proto__', 'constructor']) {
      expect(tickets.redeem(guess)).toBeNull();
    }
  });

  it('does not fill the memory: the oldest give way', () => {
    const { tickets } = world();
    const all = Array.from({ length: 1000 }, (_, index) => tickets.issue(`/${index}`));
    expect(all.filter((ticket) => tickets.redeem(ticket) !== null).length).toBe(32);
    const last = tickets.issue('/last');
    expect(tickets.redeem(last)).toBe('/last');
  });
});
