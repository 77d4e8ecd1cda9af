export * from './checks-panel';
