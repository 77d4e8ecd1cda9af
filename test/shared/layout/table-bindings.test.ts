import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import { layoutFlow, tableBindings } from '../../../shared/layout';
import type { Block, TableBlock } from '../../../shared/model';
import { corpusFlow } from '../../corpus';
import { cell, flowOf, lines, paragraph, row, table, tall } from './flow-parts';

const TWO = [3000, 3000];
const rowOf = (howMany: number, canSplit = true) =>
  row([cell([tall(howMany)]), cell('b')], { canSplit });
const bindingsOf = (of: TableBlock, ...before: Block[]) => {
  const { canSplit, spaceAbove } = tableBindings(flowOf([...before, of]));
  return { rows: [...(canSplit.get(of.id) ?? [])], spaceAbove: [...spaceAbove] };
};

describe('what a document says of its tables', () => {
  it('L64: a row that was parted may be split, a row that moved on may not', () => {
    expect(bindingsOf(table(TWO, [rowOf(8), rowOf(1)]), ...lines(44)).rows).toEqual([[0, true]]);
    expect(bindingsOf(table(TWO, [rowOf(1), rowOf(3)]), ...lines(45)).rows).toEqual([[1, false]]);
    expect(bindingsOf(table(TWO, [rowOf(60, false)]), ...lines(5)).rows).toEqual([[0, true]]);
    expect(bindingsOf(table(TWO, [rowOf(3)]), ...lines(10)).rows).toEqual([]);
  });

  it('L64: the first row of a table that moved on stays whole, with heads and with a heading', () => {
    const head = row([cell('đầu'), cell('x')], { repeat: true, canSplit: false });
    expect(bindingsOf(table(TWO, [head, rowOf(3)]), ...lines(46)).rows).toEqual([[1, false]]);
    const heading = paragraph('mục', { keepNext: true });
    expect(bindingsOf(table(TWO, [rowOf(3)]), ...lines(46), heading).rows).toEqual([[0, false]]);
  });

  it('L64: within one border of the foot the space above is made larger, out of doubt', () => {
    // 47 lines leave 517; the row needs 499 and 20 for the border below it.
    const last = paragraph('cuối', { spaceAfter: twip(0) });
    const tight = paragraph('a', { spaceAfter: twip(180) });
    const doubtful = table(TWO, [row([cell([tight]), cell('b')], { canSplit: false })], {
      border: twip(20),
    });
    const { spaceAbove } = bindingsOf(doubtful, ...lines(46), last);
    expect(spaceAbove).toEqual([[doubtful.id, 19]]);
    const heading = paragraph('mục', { keepNext: true });
    expect(bindingsOf(doubtful, ...lines(46), heading).spaceAbove).toEqual([[heading.id, 19]]);
    expect(bindingsOf(doubtful, ...lines(40), last).spaceAbove).toEqual([]);
  });

  it('L64: a heading above a row that is parted on its page is not said to be kept', () => {
    const heading = paragraph('mục', { keepNext: true });
    const releasedOf = (howMany: number): string[] => [
      ...tableBindings(flowOf([...lines(20), heading, table(TWO, [rowOf(howMany)])])).released,
    ];
    expect(releasedOf(40)).toEqual([heading.id]);
    expect(releasedOf(20)).toEqual([]);
  });

  it('L64: what is bound is what was laid out, in documents of every kind', () => {
    for (const seed of [57, 159, 197, 339, 10_040, 20_078, 20_229]) {
      const flow = corpusFlow(seed);
      const { canSplit, spaceAbove } = tableBindings(flow);
      const bound: typeof flow = {
        ...flow,
        blocks: flow.blocks.map((block) =>
          block.kind === 'table'
            ? {
                ...block,
                rows: block.rows.map((each, at) => ({
                  ...each,
                  canSplit: canSplit.get(block.id)?.get(at) ?? each.canSplit,
                })),
              }
            : block.kind === 'paragraph' && spaceAbove.has(block.id)
              ? {
                  ...block,
                  format: { ...block.format, spaceBefore: twip(spaceAbove.get(block.id) ?? 0) },
                }
              : block,
        ),
      };
      const linesOf = (of: typeof flow) =>
        layoutFlow(of).pages.map((page) => page.lines.map(({ blockId, index }) => blockId + index));
      expect(linesOf(bound), `seed ${seed}`).toEqual(linesOf(flow));
    }
  });
});
