import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { ok } from '../../shared/base';
import type { AppInfo } from '../../shared/ipc';
import { createTickets, readTextFile, writeFileAtomically } from '../files';
import { createTransferJobs, type Library, type Services, type StoreKeeper } from '../ipc';
import { askOpenFile } from './ask-open-file';
import { askSaveTarget } from './ask-save-target';
import type { PrintPages } from './print-pages';
import type { Words } from './words';

/** What the store takes in as an attachment. */
const ATTACHMENT_ENDINGS = ['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'webp', 'docx', 'xlsx'];

export interface ServiceParts
  extends Pick<Services, 'preferences' | 'closing' | 'emit' | 'drawPaper' | 'layPages'> {
  readonly dossiers: Services['dossiers'];
  readonly keeper: StoreKeeper;
  readonly library: Library;
  readonly dataFolder: string;
  readonly words: () => Words;
  /** The window that dialogs belong to. Only asked for while one is open: it made the request. */
  readonly window: () => BrowserWindow;
  readonly printPages: PrintPages;
  /** The transfer file that the program was opened with, once. */
  readonly takeGiven: () => string | null;
  readonly viewFolder: () => string;
}

const appInfo = (dataFolder: string): AppInfo => ({
  name: 'Bản Đề Xuất',
  version: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  platform: process.platform,
  dataFolder,
});

const askReplace = async (window: BrowserWindow, words: Words, path: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: words.replaceTitle,
    message: words.replaceQuestion,
    detail: path,
    buttons: [words.replace, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
};

/** What handlers need, made of Electron and Node. */
export const createServices = (parts: ServiceParts): Services => {
  const { keeper, library, preferences, closing, emit, drawPaper, layPages } = parts;
  return {
    info: appInfo(parts.dataFolder),
    keeper,
    library,
    preferences,
    closing,
    emit,
    now: () => new Date(),
    tickets: createTickets(randomUUID, Date.now),
    askTarget: ({ format, fileName, folder }) => {
      const words = parts.words();
      const isPdf = format === 'pdf';
      return askSaveTarget(
        parts.window(),
        {
          title: isPdf ? words.pdfTitle : words.docxTitle,
          button: words.writeFile,
          kind: isPdf ? words.pdfKind : words.docxKind,
          folder: folder ?? app.getPath('documents'),
          fileName,
          extension: format,
        },
        (path) => askReplace(parts.window(), words, path),
      );
    },
    packTickets: createTickets(randomUUID, Date.now),
    askPackFile: () => {
      const words = parts.words();
      return askOpenFile(parts.window(), {
        title: words.packOpenTitle,
        button: words.packOpen,
        kind: words.packKind,
        extensions: ['json'],
        folder: app.getPath('documents'),
      });
    },
    askPackTarget: (fileName) => {
      const words = parts.words();
      return askSaveTarget(
        parts.window(),
        {
          title: words.packTitle,
          button: words.writeFile,
          kind: words.packKind,
          folder: app.getPath('documents'),
          fileName,
          extension: 'json',
        },
        (path) => askReplace(parts.window(), words, path),
      );
    },
    readTextFile,
    drawPaper,
    layPages,
    writeFile: async (path, bytes) => {
      const written = await writeFileAtomically(path, bytes);
      return written.ok ? ok(written.value) : written;
    },
    printPages: (pages, title, furniture) =>
      parts.printPages(parts.window(), pages, title, furniture),
    askFolder: async () => {
      const words = parts.words();
      const { canceled, filePaths } = await dialog.showOpenDialog(parts.window(), {
        title: words.secondPlaceTitle,
        buttonLabel: words.chooseFolder,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    askAttachment: () => {
      const words = parts.words();
      return askOpenFile(parts.window(), {
        title: words.attachmentOpenTitle,
        button: words.attach,
        kind: words.attachmentKind,
        extensions: ATTACHMENT_ENDINGS,
        folder: app.getPath('documents'),
      });
    },
    askAttachmentTarget: (fileName) => {
      const words = parts.words();
      return askSaveTarget(
        parts.window(),
        {
          title: words.attachmentTitle,
          button: words.writeFile,
          kind: words.attachmentKind,
          folder: app.getPath('documents'),
          fileName,
          extension: extname(fileName).slice(1).toLowerCase(),
        },
        (path) => askReplace(parts.window(), words, path),
      );
    },
    packages: {
      tickets: createTickets(randomUUID, Date.now),
      askFile: () => {
        const words = parts.words();
        return askOpenFile(parts.window(), {
          title: words.transferOpenTitle,
          button: words.transferOpen,
          kind: words.transferKind,
          extensions: ['bdx'],
          folder: app.getPath('documents'),
        });
      },
      askTarget: (fileName) => {
        const words = parts.words();
        return askSaveTarget(
          parts.window(),
          {
            title: words.transferTitle,
            button: words.writeFile,
            kind: words.transferKind,
            folder: app.getPath('documents'),
            fileName,
            extension: 'bdx',
          },
          (path) => askReplace(parts.window(), words, path),
        );
      },
      takeGiven: parts.takeGiven,
    },
    dossiers: parts.dossiers,
    jobs: createTransferJobs((progress) => emit('transfer.progress', progress)),
    files: {
      size: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? null,
      viewFolder: parts.viewFolder,
      exists: existsSync,
      reveal: (path) => shell.showItemInFolder(path),
      open: (path) => shell.openPath(path),
    },
  };
};
