import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNearLayout, type IdleTime } from '../../../renderer/state/layout-worker/near-layout';
import { changeBetween } from '../../../renderer/state/layout-worker/section-change';
import { layoutFlow } from '../../../shared/layout';
import type { Proposal, RichTextDoc } from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';
import { arbitraryProposal, form } from '../../shared/templates/arbitrary-proposal';

const fresh = (proposal: Proposal) => layoutFlow(proposalFlow(proposal, form));

/** Idle moments that come when the test says so, and a clock that it moves. */
const handIdle = () => {
  const waiting = new Map<number, () => void>();
  const clock = { time: 0, step: 0 };
  let last = 0;
  const idle: IdleTime = {
    now: () => {
      clock.time += clock.step;
      return clock.time;
    },
    request: (run) => {
      last += 1;
      waiting.set(last, run);
      return last;
    },
    cancel: (id) => void waiting.delete(id),
  };
  const once = (): boolean => {
    const [next] = waiting;
    if (next === undefined) return false;
    waiting.delete(next[0]);
    next[1]();
    return true;
  };
  const rest = (): void => {
    while (once());
  };
  return { idle, once, rest, clock };
};

const withText = (text: string): Proposal => ({
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: { ii: docOf(text) },
});

function docOf(...texts: string[]): RichTextDoc {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

const edited = (proposal: Proposal, section: string, value: Proposal['values'][string]) => ({
  proposal: { ...proposal, values: { ...proposal.values, [section]: value } },
  change: changeBetween(proposal.values[section], value),
});

describe('the engine in the thread of the window', () => {
  it('gives after any edits the count and the pages that a layout from nothing gives', () => {
    fc.assert(
      fc.property(
        arbitraryProposal,
        fc.array(
          fc.tuple(fc.constantFrom('i', 'ii', 'iii', 'ix'), arbitraryProposal, fc.boolean()),
          { maxLength: 5 },
        ),
        (first, edits) => {
          const { idle, rest } = handIdle();
          const near = createNearLayout(idle);
          near.prepare(first, form);
          rest();
          let proposal = first;
          for (const [section, other, restyled] of edits) {
            if (restyled) {
              proposal = { ...proposal, style: other.style };
              near.prepare(proposal, form);
              rest();
            }
            const value = other.values[section];
            if (value === undefined) continue;
            const next = edited(proposal, section, value);
            proposal = next.proposal;
            const expected = fresh(proposal);
            expect(near.count(proposal, next.change)).toMatchObject({
              pages: expected.pages.length,
              fill: expected.fill,
              lines: expected.lines,
              sectionLines: expected.sectionLines,
            });
            expect(near.pages).toEqual(expected.pages);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('counts nothing before it is ready, and then the newest text', () => {
    const { idle, once, rest } = handIdle();
    const near = createNearLayout(idle);
    const first = withText('Một.');
    near.prepare(first, form);
    once();
    const second = edited(first, 'ii', docOf('Một.', 'Hai.'));
    expect(near.count(second.proposal, second.change)).toBeNull();
    rest();
    const third = edited(second.proposal, 'ii', docOf('Một.', 'Hai.', 'Ba.'));
    expect(near.count(third.proposal, third.change)?.lines).toBe(fresh(third.proposal).lines);
  });

  it('leaves a large paste to the worker, and is ready again after some idle moments', () => {
    const { idle, rest } = handIdle();
    const near = createNearLayout(idle);
    const first = withText('Một.');
    near.prepare(first, form);
    rest();
    const pasted = edited(first, 'ii', docOf(...Array<string>(900).fill('Một đoạn dán vào đây.')));
    expect(near.count(pasted.proposal, pasted.change)).toBeNull();
    const key = edited(pasted.proposal, 'i', 'Tên');
    expect(near.count(key.proposal, key.change)).toBeNull();
    rest();
    const later = edited(key.proposal, 'i', 'Tên mới');
    expect(near.count(later.proposal, later.change)?.pages).toBe(
      fresh(later.proposal).pages.length,
    );
  });

  it('rests after a count that held the window up', () => {
    const { idle, rest, clock } = handIdle();
    const near = createNearLayout(idle);
    const first = withText('Một.');
    near.prepare(first, form);
    rest();
    clock.step = 100;
    const slow = edited(first, 'i', 'Tên');
    expect(near.count(slow.proposal, slow.change)).not.toBeNull();
    const next = edited(slow.proposal, 'i', 'Tên mới');
    expect(near.count(next.proposal, next.change)).toBeNull();
    rest();
    const last = edited(next.proposal, 'i', 'Tên mới nữa');
    expect(near.count(last.proposal, last.change)).not.toBeNull();
  });

  it('forgets what it was told to forget', () => {
    const { idle, rest } = handIdle();
    const near = createNearLayout(idle);
    const first = withText('Một.');
    near.prepare(first, form);
    near.forget();
    rest();
    const key = edited(first, 'i', 'Tên');
    expect(near.count(key.proposal, key.change)).toBeNull();
    expect(near.pages).toEqual([]);
  });

  it('throws what the engine throws, and begins anew', () => {
    const { idle, rest } = handIdle();
    const near = createNearLayout(idle);
    const first = withText('Một.');
    near.prepare(first, form);
    rest();
    const broken = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }] }] };
    const bad = edited(first, 'ii', broken as unknown as RichTextDoc);
    expect(() => near.count(bad.proposal, bad.change)).toThrow();
    near.prepare(first, form);
    rest();
    const key = edited(first, 'i', 'Tên');
    expect(near.count(key.proposal, key.change)?.pages).toBe(1);
  });
});
