import type { Command } from './command';
import { checkFile } from './commands/check-file';
import { checkPack } from './commands/check-pack';
import { countPages } from './commands/count-pages';
import { exportFile } from './commands/export-file';
import { freezeFile } from './commands/freeze-file';
import { importPack } from './commands/import-pack';
import { listCalls } from './commands/list-calls';
import { listLines } from './commands/list-lines';
import { listTemplates } from './commands/list-templates';
import { makeDossier } from './commands/make-dossier';
import { newProposal } from './commands/new-proposal';
import { searchLibrary } from './commands/search-library';
import { signFile } from './commands/sign-file';
import { verifySignatures } from './commands/verify-signatures';

/** A new command is a file in `commands` and a line here. */
export const allCommands: readonly Command[] = [
  listCalls,
  listTemplates,
  newProposal,
  countPages,
  listLines,
  checkFile,
  exportFile,
  makeDossier,
  freezeFile,
  searchLibrary,
  checkPack,
  importPack,
  signFile,
  verifySignatures,
];
