export * from './organisations-screen';
