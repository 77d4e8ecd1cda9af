import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, lineOfCaret, offsetAt } from '../../../renderer/preview/line-place';
import { stepLine } from '../../../renderer/preview/reading-line';
import { glyphAdvance, layoutFlow, UNITS_PER_EM } from '../../../shared/layout';
import type { Line, Page, Proposal, RichTextDoc } from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';
import { arbitraryProposal, form } from '../../shared/templates/arbitrary-proposal';

const pagesOf = (proposal: Proposal): readonly Page[] =>
  layoutFlow(proposalFlow(proposal, form)).pages;

const proposalWith = (ii: RichTextDoc): Proposal => ({
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: { ii },
});

const linesOf = (pages: readonly Page[]): Line[] => pages.flatMap(({ lines }) => [...lines]);
const bodyLines = (pages: readonly Page[]): Line[] =>
  linesOf(pages).filter(({ source }) => source !== null && source.path.length > 0);

/** Where each letter of a line begins, computed from the font apart from the code under test. */
const lettersOf = (line: Line): { offset: number; x: number; width: number }[] => {
  const letters: { offset: number; x: number; width: number }[] = [];
  let offset = line.from;
  for (const span of line.spans) {
    if (span.x < line.x - 1) continue;
    let { x } = span as { x: number };
    for (const letter of span.text) {
      const advance = glyphAdvance(span.face, letter.codePointAt(0) ?? 0) ?? 0;
      const width = (advance / UNITS_PER_EM) * span.fontSize + (letter === ' ' ? line.wordGap : 0);
      letters.push({ offset, x, width });
      x += width;
      offset += letter.length;
    }
  }
  return letters;
};

const covers = (line: Line, x: number, y: number): boolean => {
  const edges = line.spans.flatMap((span) => [span.x, span.x + span.width]);
  return (
    y >= line.top &&
    y <= line.top + line.height &&
    x >= Math.min(line.x, ...edges) &&
    x <= Math.max(line.x, ...edges)
  );
};

const prose =
  'Việc ứng dụng công nghệ tự động hoá giúp doanh nghiệp giảm tiêu hao năng lượng và nâng cao năng suất chất lượng sản phẩm. ';

const sample = proposalWith({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: prose.repeat(3) }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Nâng ' },
                { type: 'text', text: 'hiệu suất', marks: [{ type: 'bold' }] },
                { type: 'text', text: ' lên 86%, giảm CO' },
                { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
              ],
            },
          ],
        },
      ],
    },
  ],
});

describe('a click on a page', () => {
  it('finds the letter under it, in every line of a text', () => {
    for (const line of bodyLines(pagesOf(sample))) {
      for (const { offset, x, width } of lettersOf(line)) {
        expect(offsetAt(line, x + width * 0.25)).toBe(offset);
        expect(offsetAt(line, x + width * 0.75)).toBe(Math.min(line.to, offset + 1));
      }
    }
  });

  it('stays within the line at its ends', () => {
    for (const line of bodyLines(pagesOf(sample))) {
      expect(offsetAt(line, 0)).toBe(line.from);
      const last = lettersOf(line).at(-1);
      expect(offsetAt(line, 20_000)).toBe((last?.offset ?? line.from) + 1);
    }
  });

  it('counts a tab as the one letter it is', () => {
    const tabbed = proposalWith({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\tb' }] }],
    });
    const [line] = bodyLines(pagesOf(tabbed));
    const b = line?.spans.at(-1);
    expect(b?.text).toBe('b');
    expect(line === undefined || b === undefined ? -1 : offsetAt(line, b.x + 1)).toBe(2);
    expect(line === undefined || b === undefined ? -1 : offsetAt(line, b.x + b.width)).toBe(3);
  });

  it('takes the line it is on, in any document', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        for (const page of pagesOf(proposal)) {
          for (const line of page.lines) {
            if (line.source === null || line.spans.length === 0) continue;
            const x = line.x + line.width / 2;
            const y = line.top + line.height / 2;
            const found = lineAt(page, x, y);
            // Words wider than their cell lie over the next one's: then both lines are right.
            expect(found === line || (found !== null && covers(found, x, y))).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes the nearest line where there is none, and none of an empty page', () => {
    const [page] = pagesOf(sample);
    if (page === undefined) throw new Error('a page was expected');
    expect(lineAt(page, 6000, 99_999)).toBe(
      page.lines.filter(({ source }) => source !== null).at(-1),
    );
    expect(lineAt({ ...page, lines: [] }, 0, 0)).toBeNull();
  });
});

describe("the caret's line", () => {
  it('is the one that holds its letter', () => {
    const pages = pagesOf(sample);
    for (const line of bodyLines(pages)) {
      for (const offset of [line.from, Math.floor((line.from + line.to) / 2)]) {
        const { section, source } = line;
        const caret = { section: section ?? '', path: source?.path ?? [], offset };
        expect(lineOfCaret(pages, caret)?.line).toBe(line);
      }
    }
  });

  it("is the last one at a paragraph's end, and the part's first one for a place not printed", () => {
    const pages = pagesOf(sample);
    const last = bodyLines(pages)
      .filter(({ source }) => source?.path[0] === 0)
      .at(-1);
    expect(lineOfCaret(pages, { section: 'ii', path: [0], offset: 9999 })?.line).toBe(last);
    const first = linesOf(pages).find(({ section }) => section === 'ii');
    expect(lineOfCaret(pages, { section: 'ii', path: [7], offset: 0 })?.line).toBe(first);
    expect(lineOfCaret(pages, { section: 'nothing', path: [], offset: 0 })).toBeNull();
  });
});

describe('reading line by line', () => {
  it('goes through all lines of all pages, down and up', () => {
    const pages = pagesOf(sample);
    const all = linesOf(pages);
    let here = stepLine(pages, null, 1);
    const down: Line[] = [];
    while (here !== null) {
      down.push(here.line);
      here = stepLine(pages, here, 1);
    }
    expect(down).toEqual(all);
    const end = { page: pages.length - 1, line: all.at(-1) as Line };
    expect(stepLine(pages, end, -1)?.line).toBe(all.at(-2));
    expect(stepLine([], null, 1)).toBeNull();
  });
});
