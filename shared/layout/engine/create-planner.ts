import type { Block, Flow, PageGeometry } from '../../model';
import type { Leeway } from '../leeway';
import type { LaidBlock } from '../paginate/laid-block';
import { type BlockLayer, createBlockLayer, layBlocks } from '../paginate/lay-blocks';
import { planPages } from '../paginate/plan-pages';
import { type Planned, replanPages } from './replan-pages';
import { createShapeCache } from './shape-cache';
import type { TextCache } from './text-cache';

/** Plans flows one after the other; an edit costs what it touches. */
export type Planner = (flow: Flow) => Planned;

const sameGeometry = (a: PageGeometry, b: PageGeometry): boolean =>
  a === b ||
  (a.width === b.width &&
    a.height === b.height &&
    a.marginTop === b.marginTop &&
    a.marginBottom === b.marginBottom &&
    a.marginLeft === b.marginLeft &&
    a.marginRight === b.marginRight);

const rememberBlocks = (layBlock: BlockLayer): BlockLayer => {
  const known = new WeakMap<Block, readonly LaidBlock[]>();
  return (block) => {
    const found = known.get(block);
    if (found !== undefined) return found;
    const laid = layBlock(block);
    known.set(block, laid);
    return laid;
  };
};

export const createPlanner = (leeway: Leeway, texts: TextCache): Planner => {
  const shapeOf = createShapeCache(leeway, texts);
  let last: {
    readonly page: PageGeometry;
    readonly layBlock: BlockLayer;
    readonly planned: Planned;
  } | null = null;
  return (flow) => {
    const { page } = flow;
    const previous = last !== null && sameGeometry(last.page, page) ? last : null;
    const layBlock = previous?.layBlock ?? rememberBlocks(createBlockLayer(page, shapeOf, leeway));
    const blocks = layBlocks(flow.blocks, layBlock);
    const planned =
      previous === null
        ? { blocks, ...planPages(blocks, page, leeway) }
        : replanPages(previous.planned, blocks, page, leeway);
    last = { page, layBlock, planned };
    return planned;
  };
};
