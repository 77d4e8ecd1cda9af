export * from './format';
export * from './words';
