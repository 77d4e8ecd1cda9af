export * from './history-dialog';
