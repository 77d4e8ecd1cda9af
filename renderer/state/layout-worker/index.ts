export { createLayoutClient, type LayoutClient, type WorkerLike } from './layout-client';
export { createNearLayout } from './near-layout';
export type { CountAnswer, Shortening, Trial } from './protocol';
export { startWorker } from './start-worker';
