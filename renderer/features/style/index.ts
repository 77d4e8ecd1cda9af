export * from './style-dialog';
