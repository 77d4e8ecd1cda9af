export * from './all-handlers';
export * from './dispatch';
export * from './emit-event';
export * from './live-library';
export * from './services';
export * from './store-keeper';
export * from './transfer-jobs';
export * from './watch-backups';
