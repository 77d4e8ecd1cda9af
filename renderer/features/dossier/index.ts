export { DossierScreen } from './dossier-screen';
export { RegisterView } from './register-view';
