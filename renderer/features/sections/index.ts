export * from './section-column';
