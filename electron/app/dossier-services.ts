import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { createTickets } from '../files';
import type { Services } from '../ipc';
import { askOpenFile, type OpenQuestion } from './ask-open-file';
import { readBytes } from './read-bytes';
import type { Words } from './words';

export interface DossierServiceParts {
  readonly papers: Services['dossiers']['papers'];
  readonly drawPlan: Services['dossiers']['drawPlan'];
  readonly bind: Services['dossiers']['bind'];
  readonly layPlan: Services['dossiers']['layPlan'];
  readonly fontsFolder: string;
  readonly words: () => Words;
  readonly window: () => BrowserWindow;
}

const SIGNATURE_FONT = 'liberation-serif-regular.ttf';

type FileKind = Parameters<Services['dossiers']['askFile']>[0];

const questionFor = (
  kind: FileKind,
  words: Words,
): Pick<OpenQuestion, 'title' | 'kind' | 'extensions'> => {
  switch (kind) {
    case 'certificate':
      return {
        title: words.certificateTitle,
        kind: words.certificateKind,
        extensions: ['p12', 'pfx'],
      };
    case 'root':
      return {
        title: words.rootTitle,
        kind: words.rootKind,
        extensions: ['cer', 'crt', 'pem', 'der'],
      };
    case 'picture':
      return { title: words.pictureTitle, kind: words.pictureKind, extensions: ['png'] };
    case 'signed':
      return {
        title: words.signedFileTitle,
        kind: words.signedFileKind,
        extensions: ['pdf', 'docx'],
      };
  }
};

const freeName = (parent: string, name: string): string => {
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? name : `${name} (${count})`);
    if (!existsSync(folder)) return folder;
  }
};

/** What dossiers need, made of Electron and Node. */
export const createDossierServices = (parts: DossierServiceParts): Services['dossiers'] => ({
  papers: parts.papers,
  drawPlan: parts.drawPlan,
  layPlan: parts.layPlan,
  bind: parts.bind,
  askFolder: async () => {
    const words = parts.words();
    const { canceled, filePaths } = await dialog.showOpenDialog(parts.window(), {
      title: words.dossierFolderTitle,
      buttonLabel: words.chooseFolder,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  askFile: (kind) => {
    const words = parts.words();
    return askOpenFile(parts.window(), {
      button: words.chooseFile,
      folder: app.getPath('documents'),
      ...questionFor(kind, words),
    });
  },
  certificates: createTickets(randomUUID, Date.now),
  readBytes,
  ensureFolder: (path) => {
    mkdirSync(dirname(path), { recursive: true });
  },
  makeFolder: (parent, name) => {
    const folder = freeName(parent, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  },
  signatureFont: () => readFile(join(parts.fontsFolder, SIGNATURE_FONT)),
});
