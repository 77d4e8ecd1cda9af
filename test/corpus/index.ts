export { corpusFlow } from './corpus-flow';
export { type Random, randomOf } from './random';
