import type { Flow } from '../model';
import { shapeParagraph } from './break-lines/paragraph-shape';
import type { Leeway } from './leeway';
import type { LaidBlock } from './paginate/laid-block';
import { createBlockLayer, layBlocks } from './paginate/lay-blocks';
import { type PagePlans, planPages } from './paginate/plan-pages';

/** A flow without its pages: measured and broken into lines. */
export const layFlow = (flow: Flow, leeway: Leeway): LaidBlock[] => {
  const shapeOf: Parameters<typeof createBlockLayer>[1] = (block, column) =>
    shapeParagraph(block, column, leeway);
  return layBlocks(flow.blocks, createBlockLayer(flow.page, shapeOf, leeway));
};

/** Measure, break lines and paginate, from nothing. */
export const planFlow = (flow: Flow, leeway: Leeway): PagePlans =>
  planPages(layFlow(flow, leeway), flow.page, leeway);
