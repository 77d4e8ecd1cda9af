import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { createTickets } from '../files';
import type { Services } from '../ipc';
import { askOpenFile } from './ask-open-file';
import { readBytes } from './read-bytes';
import type { Words } from './words';

export interface DossierServiceParts {
  readonly papers: Services['dossiers']['papers'];
  readonly drawPlan: Services['dossiers']['drawPlan'];
  readonly bind: Services['dossiers']['bind'];
  readonly layPlan: Services['dossiers']['layPlan'];
  readonly dataFolder: string;
  readonly fontsFolder: string;
  readonly words: () => Words;
  readonly window: () => BrowserWindow;
}

/** Folder of frozen versions beside the store. */
const FROZEN = 'ban-khoa';
const SIGNATURE_FONT = 'liberation-serif-regular.ttf';

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
    const isCertificate = kind === 'certificate';
    return askOpenFile(parts.window(), {
      title: isCertificate ? words.certificateTitle : words.signedFileTitle,
      button: words.chooseFile,
      kind: isCertificate ? words.certificateKind : words.signedFileKind,
      extensions: isCertificate ? ['p12', 'pfx'] : ['pdf', 'docx'],
      folder: app.getPath('documents'),
    });
  },
  certificates: createTickets(randomUUID, Date.now),
  readBytes,
  frozenPlace: (code, fileName) => {
    const folder = join(parts.dataFolder, FROZEN, code);
    mkdirSync(folder, { recursive: true });
    return join(folder, fileName);
  },
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
