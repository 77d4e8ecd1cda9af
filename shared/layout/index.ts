/** Flow → page list. The passes: measure → break lines → paginate → place. Rules: SPEC.md. */

export { isKeptHyphen } from './break-lines/is-kept-hyphen';
export { countCertainty } from './count-certainty';
export { glyphAdvance, UNITS_PER_EM } from './font/face-metrics';
export { lineHeight } from './font/line-height';
export { missingGlyphs } from './font/missing-glyphs';
export {
  type Bar,
  codeModules,
  type FurnitureShapes,
  type FurnitureWords,
  furnitureShapes,
  WATERMARK_GREY,
} from './furniture-shapes';
export { type CountedFlow, createLayoutEngine, type LayoutEngine } from './layout-engine';
export { layoutAsLibreOffice7, layoutFlow } from './layout-flow';
export type { FlowCount } from './place/count-plans';
export { hasSigningRoom, placePictures } from './place-pictures';
export { type TableBindings, tableBindings } from './table-bindings';
export { createTrialEngine, type TrialEngine } from './trial-engine';
