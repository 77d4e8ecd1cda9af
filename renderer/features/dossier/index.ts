export { BoardScreen } from './board-screen';
export { DossierScreen } from './dossier-screen';
export * from './frozen-bar';
