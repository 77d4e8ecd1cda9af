export { briefWords } from './brief-words';
export { contentsFlow } from './contents-flow';
export { dossierFrom } from './dossier-from';
export { type DossierRequest, inPriority } from './dossier-request';
export { type EmailDraft, type EmailFile, emailOf } from './email-of';
export { fieldsIn } from './fill-text';
export { flowOfPaper, paperFlow } from './paper-flow';
export { papersOf } from './papers-of';
export { taskAttachments, taskFacts, taskOrganisation } from './task-facts';
