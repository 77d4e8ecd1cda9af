export * from './format';
export * from './moment';
export * from './words';
