import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLayoutSession } from '../../../renderer/state/layout-worker/layout-session';
import type {
  LayoutAnswer,
  LayoutRequest,
  Trial,
} from '../../../renderer/state/layout-worker/protocol';
import { changeBetween } from '../../../renderer/state/layout-worker/section-change';
import { shortenValue } from '../../../renderer/state/layout-worker/shorten-value';
import { countCertainty, layoutFlow } from '../../../shared/layout';
import type { Page, Proposal, RichTextDoc, SectionValue } from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';
import { arbitraryProposal, form } from '../../shared/templates/arbitrary-proposal';

const open = (proposal: Proposal, turn = 1): LayoutRequest => ({
  kind: 'open',
  turn,
  revision: 1,
  proposal,
  template: form,
});

const fresh = (proposal: Proposal) => layoutFlow(proposalFlow(proposal, form));

const oneParagraph: Proposal = {
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: { ii: { type: 'doc', content: [{ type: 'paragraph' }] } },
};

const textOf = (...texts: string[]): RichTextDoc => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const sessionOf = () => {
  const answers: LayoutAnswer[] = [];
  return { session: createLayoutSession((answer) => answers.push(answer)), answers };
};

const putTogether = (before: readonly Page[], answer: LayoutAnswer | null): Page[] => {
  if (answer?.kind !== 'pages') throw new Error('pages were due');
  const pages = before.slice(0, answer.length);
  for (const [index, page] of answer.changed) pages[index] = page;
  return pages;
};

describe('the layout session', () => {
  it('gives after any edits the pages that a layout from nothing gives', () => {
    fc.assert(
      fc.property(
        arbitraryProposal,
        fc.array(fc.tuple(fc.constantFrom('i', 'ii', 'iii', 'ix'), arbitraryProposal), {
          maxLength: 4,
        }),
        (first, edits) => {
          const { session } = sessionOf();
          let proposal = first;
          session.take(open(first));
          session.count();
          let pages = putTogether([], session.pages());
          let revision = 1;
          for (const [section, other] of edits) {
            const value = other.values[section];
            if (value === undefined) continue;
            revision += 1;
            const change = changeBetween(proposal.values[section], value);
            proposal = { ...proposal, values: { ...proposal.values, [section]: value } };
            session.take({ kind: 'section', revision, section, change, counted: false });
            const count = session.count();
            const expected = fresh(proposal);
            expect(count).toMatchObject({
              kind: 'count',
              revision,
              count: { pages: expected.pages.length, fill: expected.fill, lines: expected.lines },
            });
            pages = putTogether(pages, session.pages());
            expect(pages).toEqual(expected.pages);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lays out once for a burst of keys and says which the newest was', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    for (let revision = 2; revision <= 9; revision += 1) {
      const value: SectionValue = textOf('chữ '.repeat(revision));
      session.take({
        kind: 'section',
        revision,
        section: 'ii',
        counted: false,
        change: { kind: 'value', value },
      });
    }
    expect(session.count()).toMatchObject({ kind: 'count', revision: 9 });
    expect(session.count()).toBeNull();
  });

  it('sends a page again only when it is another one', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    session.count();
    expect(session.pages()).toMatchObject({ kind: 'pages' });
    expect(session.pages()).toBeNull();
  });

  it('says how sure the count is after count and pages', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    session.count();
    session.pages();
    const flow = proposalFlow(oneParagraph, form);
    expect(session.certainty()).toEqual({
      kind: 'certainty',
      turn: 1,
      revision: 1,
      certainty: countCertainty(flow, layoutFlow(flow)),
    });
    expect(session.certainty()).toBeNull();
  });

  it('counts lines past the limit of the form', () => {
    const long = { ...oneParagraph, values: { ii: textOf(...Array(300).fill('Một dòng.')) } };
    const { session } = sessionOf();
    session.take(open(long));
    const answer = session.count();
    const over = fresh(long).pages.slice(form.pageLimit.max);
    const lines = over.reduce((sum, page) => sum + page.lines.length, 0);
    expect(lines).toBeGreaterThan(100);
    expect(answer).toMatchObject({ count: { linesOver: lines } });
  });

  it('tries typography without touching the proposal', () => {
    const long = { ...oneParagraph, values: { ii: textOf(...Array(120).fill('Một dòng.')) } };
    const { session, answers } = sessionOf();
    session.take(open(long));
    const styles = [13, 14].map((fontSize) => ({ ...long.style, fontSize }));
    session.take({ kind: 'tryStyles', id: 7, styles });
    const expected = styles.map((style): Trial => {
      const { pages, fill, lines } = fresh({ ...long, style });
      return { pages: pages.length, fill, lines };
    });
    expect(answers).toEqual([{ kind: 'tried', id: 7, trials: expected }]);
    expect(session.count()).toMatchObject({ count: { fill: fresh(long).fill } });
  });

  it('says of typography how sure its count would be', () => {
    const long = { ...oneParagraph, values: { ii: textOf(...Array(120).fill('Một dòng.')) } };
    const { session, answers } = sessionOf();
    session.take(open(long));
    const styles = [13, 14].map((fontSize) => ({ ...long.style, fontSize }));
    session.take({ kind: 'tryCertainty', id: 4, styles });
    const certainties = styles.map((style) => {
      const flow = proposalFlow({ ...long, style }, form);
      return countCertainty(flow, layoutFlow(flow));
    });
    expect(answers).toEqual([{ kind: 'triedCertainty', id: 4, certainties }]);
  });

  it('tries shortenings exactly: the same as the text without those words', () => {
    const value = textOf('một hai ba bốn', 'năm sáu');
    const proposal = { ...oneParagraph, values: { ii: value } };
    const { session, answers } = sessionOf();
    session.take(open(proposal));
    const shortening = { section: 'ii', path: [0], from: 4, to: 8 };
    session.take({ kind: 'tryShortenings', id: 1, shortenings: [shortening] });
    const shortened = shortenValue(value, shortening);
    expect(shortened).toEqual(textOf('một ba bốn', 'năm sáu'));
    const { pages, fill, lines } = fresh({ ...proposal, values: { ii: shortened } });
    expect(answers).toEqual([
      { kind: 'tried', id: 1, trials: [{ pages: pages.length, fill, lines }] },
    ]);
  });

  it('answers trials of nothing with nothing', () => {
    const { session, answers } = sessionOf();
    session.take({ kind: 'tryStyles', id: 3, styles: [form.typography.style] });
    expect(answers).toEqual([{ kind: 'tried', id: 3, trials: null }]);
  });

  it('reports a bug as a failure and lays out from scratch after it', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    const broken = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }] }] };
    const change = { kind: 'value', value: broken as unknown as RichTextDoc } as const;
    session.take({ kind: 'section', revision: 2, section: 'ii', change, counted: false });
    expect(session.count()).toMatchObject({ kind: 'failed', turn: 1, revision: 2 });
    expect(session.pages()).toBeNull();
    const mended = textOf('lại được');
    session.take({
      kind: 'section',
      revision: 3,
      section: 'ii',
      change: { kind: 'value', value: mended },
      counted: false,
    });
    const { fill } = fresh({ ...oneParagraph, values: { ii: mended } });
    expect(session.count()).toMatchObject({ kind: 'count', revision: 3, count: { fill } });
  });

  it('says only how sure it is of what the window counted itself', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    session.count();
    session.pages();
    const value = textOf('thêm lời', 'và lời nữa');
    const change = { kind: 'value', value } as const;
    session.take({ kind: 'section', revision: 2, section: 'ii', change, counted: true });
    expect(session.stale).toBe(false);
    expect(session.uncertain).toBe(true);
    expect(session.count()).toBeNull();
    expect(session.pages()).toBeNull();
    const flow = proposalFlow({ ...oneParagraph, values: { ii: value } }, form);
    expect(session.certainty()).toMatchObject({
      revision: 2,
      certainty: countCertainty(flow, layoutFlow(flow)),
    });
    // The window has other pages than those that were sent, so the next ones are all of them.
    session.take({ kind: 'style', revision: 3, style: form.typography.style });
    session.count();
    const pages = putTogether([], session.pages());
    expect(pages).toEqual(layoutFlow(flow).pages);
  });

  it('forgets a closed proposal', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    session.take({ kind: 'close' });
    expect(session.stale).toBe(false);
    expect(session.count()).toBeNull();
    expect(session.warmUp()).toBe(false);
  });

  it('practises a few rounds and then stops', () => {
    const { session } = sessionOf();
    session.take(open(oneParagraph));
    session.count();
    let rounds = 1;
    while (session.warmUp()) rounds += 1;
    expect(rounds).toBeGreaterThan(3);
    expect(rounds).toBeLessThan(50);
  });
});
