export * from './help-dialog';
