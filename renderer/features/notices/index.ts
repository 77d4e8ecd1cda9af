export * from './notice-stack';
