export * from './page-meter';
