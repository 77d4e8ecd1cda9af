export * from './calls-screen';
