export { briefWords } from './brief-words';
export { dossierFrom } from './dossier-from';
export { fieldsIn } from './fill-text';
export { flowOfPaper, paperFlow } from './paper-flow';
export { type DossierRequest, inPriority, papersOf } from './papers-of';
export { taskAttachments, taskFacts, taskOrganisation } from './task-facts';
