export { openStore, recoverStore } from './open-store';
export type * from './store';
export type * from './store-attachments';
export type * from './store-backups';
export type * from './store-dossier';
export type * from './store-health';
export type * from './store-library';
export type * from './store-packages';
export type * from './store-revisions';
