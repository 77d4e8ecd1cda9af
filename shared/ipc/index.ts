export * from './api';
export * from './contract';
export * from './errors';
export * from './library-records';
export * from './records';
export * from './safety-channels';
export * from './safety-records';
