export * from './new-proposal-dialog';
