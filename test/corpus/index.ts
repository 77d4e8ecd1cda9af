export { BROAD_SEEDS, corpusFlow, RARE_SEEDS } from './corpus-flow';
export { type Random, randomOf } from './random';
