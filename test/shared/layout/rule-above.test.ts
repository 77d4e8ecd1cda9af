import { expect, test } from 'vitest';
import { twip } from '../../../shared/base';
import { createLayoutEngine, layoutFlow } from '../../../shared/layout';
import type { Flow } from '../../../shared/model';
import { flowOf, requestOf } from '../templates/papers/sample-dossier';

const letter = flowOf(requestOf(), 'cover-letter');

const withBodyRule = (ruleAbove: number): Flow => ({
  ...letter,
  blocks: letter.blocks.map((block) =>
    block.kind === 'paragraph' && block.id.startsWith('b1.')
      ? {
          ...block,
          format: {
            ...block.format,
            indentLeft: twip(300),
            indentRight: twip(500),
            spaceBefore: twip(40),
            ruleAbove: twip(ruleAbove),
          },
        }
      : block,
  ),
});

test('L26: a paragraph’s stroke lies in the space before it, from indent to indent', () => {
  const flow = withBodyRule(20);
  const { pages } = layoutFlow(flow);
  const { marginLeft, marginRight, width } = flow.page;
  let strokes = 0;
  for (const page of pages) {
    const firsts = page.lines.filter(
      ({ blockId, index }) => blockId.startsWith('b1.') && index === 0,
    );
    for (const line of firsts) {
      const stroke = page.rules.find(({ y1 }) => y1 === line.top - 10);
      expect(stroke).toEqual({
        x1: marginLeft + 300,
        y1: line.top - 10,
        x2: width - marginRight - 500,
        y2: line.top - 10,
        width: 20,
      });
      strokes += 1;
    }
  }
  expect(strokes).toBeGreaterThan(5);
});

test('L26: it takes no room of its own', () => {
  const bare = layoutFlow(withBodyRule(0));
  const ruled = layoutFlow(withBodyRule(20));
  expect(ruled.pages.map(({ lines }) => lines)).toEqual(bare.pages.map(({ lines }) => lines));
});

test('a stroke that comes, goes or grows is drawn anew by the engine that keeps pages', () => {
  const engine = createLayoutEngine();
  for (const weight of [0, 15, 15, 30, 0]) {
    const flow = withBodyRule(weight);
    expect(engine.layout(flow)).toEqual(layoutFlow(flow));
  }
});
