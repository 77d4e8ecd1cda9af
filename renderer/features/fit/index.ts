export * from './fit-dialog';
