import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hairLines, type LetterSpacing } from '../../../electron/export/docx/hair-lines';
import { spacedRuns } from '../../../electron/export/docx/spaced-runs';
import { twip } from '../../../shared/base';
import { layoutFlow } from '../../../shared/layout';
import type { Flow } from '../../../shared/model';
import { corpusFlow } from '../../corpus';
import { block, flowOf, run } from './awkward-flows';

const spacingsOf = (flow: Flow): LetterSpacing[] =>
  [...hairLines(flow, layoutFlow(flow)).values()].flat();

/** One paragraph whose column is as wide as its first line's words, and a bit more or less. */
const flowWithRoom = (words: string, more: number): Flow => {
  const wide = flowOf([block(words, { align: 'left' })], { marginRight: twip(0) });
  const width = layoutFlow(wide).pages[0]?.lines[0]?.width ?? 0;
  const marginRight = twip(wide.page.width - wide.page.marginLeft - width - more);
  return flowOf([block(`${words} và nhiều chữ nữa để dòng còn tiếp tục`, { align: 'justify' })], {
    marginRight,
  });
};

const WORDS = 'Doanh nghiệp cam kết bố trí đủ nhân lực';

describe('lines within a hair of the edge', () => {
  test('a line that just fits is drawn together', () => {
    for (const more of [0.01, 1, 4.9]) {
      const [first] = spacingsOf(flowWithRoom(WORDS, more));
      expect(first).toEqual({ from: 0, to: 8, twips: -1 });
    }
  });

  test('a line that just does not take one word more is drawn apart', () => {
    for (const less of [0.01, 1, 4.9]) {
      const flow = flowWithRoom(WORDS, -less);
      const line = layoutFlow(flow).pages[0]?.lines[0];
      expect(line?.spans[0]?.text.trimEnd()).toBe(WORDS.slice(0, WORDS.lastIndexOf(' ')));
      expect(spacingsOf(flow)[0]).toEqual({ from: 0, to: 8, twips: 1 });
    }
  });

  test('a line in no doubt is left alone', () => {
    for (const more of [8, 40, 200, -8, -40]) {
      const first = spacingsOf(flowWithRoom(WORDS, more)).filter(({ from }) => from === 0);
      expect(first).toEqual([]);
    }
  });

  test('a tab swallows what stands before it, so such lines are left alone', () => {
    expect(spacingsOf(flowOf([block('Họ và tên:\tNguyễn Văn A', { align: 'left' })]))).toEqual([]);
  });

  test('few lines of any document, a few letters each, in order', () => {
    let lines = 0;
    let touched = 0;
    for (const seed of [1, 40, 90, 150, 260]) {
      const flow = corpusFlow(seed);
      const pageList = layoutFlow(flow);
      lines += pageList.pages.reduce((sum, page) => sum + page.lines.length, 0);
      for (const spacings of hairLines(flow, pageList).values()) {
        touched += spacings.length;
        spacings.forEach(({ from, to, twips }, at) => {
          expect(to - from).toBeLessThanOrEqual(8);
          if (twips < 0) expect(to - from).toBe(8);
          expect(Math.abs(twips)).toBe(1);
          expect(from).toBeGreaterThanOrEqual(spacings[at - 1]?.to ?? 0);
        });
      }
    }
    expect(touched).toBeGreaterThan(0);
    expect(touched / lines).toBeLessThan(0.03);
  });
});

test('cutting runs at letter spacings loses nothing and spaces exactly those letters', () => {
  const runs = fc.array(
    fc.string({ maxLength: 20 }).map((text) => run(text)),
    { maxLength: 8 },
  );
  const cuts = fc.uniqueArray(fc.nat(120), { maxLength: 8 });
  fc.assert(
    fc.property(runs, cuts, (each, places) => {
      const sorted = [...places].sort((a, b) => a - b);
      const spacings: LetterSpacing[] = [];
      for (let at = 0; at + 1 < sorted.length; at += 2) {
        spacings.push({
          from: sorted[at] ?? 0,
          to: sorted[at + 1] ?? 0,
          twips: at % 4 === 0 ? 1 : -1,
        });
      }
      const pieces = spacedRuns(each, spacings);
      const text = each.map((one) => one.text).join('');
      expect(pieces.map((one) => one.text).join('')).toBe(text);
      const spaced = pieces.flatMap((one) => Array(one.text.length).fill(one.letterSpacing));
      const asked = Array.from(
        { length: text.length },
        (_, at) => spacings.find(({ from, to }) => at >= from && at < to)?.twips ?? 0,
      );
      expect(spaced).toEqual(asked);
    }),
  );
});
