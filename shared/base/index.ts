export * from './civil-date';
export * from './ids';
export * from './result';
export * from './units';
