export * from './guidance-panel';
