import type { Flow, PageList, ParagraphBlock } from '../model';
import { type ParagraphShape, shapeParagraph } from './break-lines/paragraph-shape';
import { layBlocks } from './paginate/lay-blocks';
import type { ShapeSource } from './paginate/lay-table';
import { planPages, textHeight } from './paginate/plan-pages';
import { makePageList } from './place/make-page-list';
import { placePage, spansOfLine } from './place/place-page';

export interface LayoutEngine {
  /** The same pages as `layoutFlow`, sooner: what did not change since the last call is kept. */
  readonly layout: (flow: Flow) => PageList;
}

/** Remembers the shape of each paragraph object; a paragraph that was edited is a new object. */
const rememberShapes = (): ShapeSource => {
  const shapes = new WeakMap<ParagraphBlock, ParagraphShape>();
  return (block, column) => {
    const known = shapes.get(block);
    if (known?.column.left === column.left && known.column.width === column.width) return known;
    const shape = shapeParagraph(block, column);
    shapes.set(block, shape);
    return shape;
  };
};

export const createLayoutEngine = (): LayoutEngine => {
  const shapeOf = rememberShapes();
  return {
    layout: (flow) => {
      const blocks = layBlocks(flow, shapeOf);
      const { plans, isCut } = planPages(blocks, flow.page);
      const pages = plans.map((plan, at) => placePage(plan, at + 1, flow.page, spansOfLine));
      return makePageList(pages, plans, isCut, textHeight(flow.page));
    },
  };
};
