export * from './recovery-screen';
