export * from './import-dialog';
export * from './write-dialog';
