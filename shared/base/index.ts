export * from './civil-date';
export * from './folded-text';
export * from './ids';
export * from './result';
export * from './units';
