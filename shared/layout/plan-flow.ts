import type { Flow } from '../model';
import { shapeParagraph } from './break-lines/paragraph-shape';
import type { Leeway } from './leeway';
import { createBlockLayer, layBlocks } from './paginate/lay-blocks';
import { type PagePlans, planPages } from './paginate/plan-pages';

/** Measure, break lines and paginate, from nothing. */
export const planFlow = (flow: Flow, leeway: Leeway): PagePlans => {
  const shapeOf: Parameters<typeof createBlockLayer>[1] = (block, column) =>
    shapeParagraph(block, column, leeway);
  const blocks = layBlocks(flow.blocks, createBlockLayer(flow.page, shapeOf, leeway));
  return planPages(blocks, flow.page, leeway);
};
