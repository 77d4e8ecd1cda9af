export * from './export-menu';
export * from './export-outcomes';
export * from './register-dialog';
