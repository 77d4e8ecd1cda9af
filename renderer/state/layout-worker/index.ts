export { createLayoutClient, type LayoutClient, type WorkerLike } from './layout-client';
export type { CountAnswer, Shortening, Trial } from './protocol';
export { startWorker } from './start-worker';
