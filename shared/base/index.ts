export * from './civil-date';
export * from './civil-month';
export * from './folded-text';
export * from './ids';
export * from './result';
export * from './units';
export * from './vietnamese-number';
export * from './vietnamese-text';
