import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { ok } from '../../shared/base';
import type { AppInfo } from '../../shared/ipc';
import { createTickets, readTextFile, writeFileAtomically } from '../files';
import type { Library, Services, StoreKeeper } from '../ipc';
import { askOpenFile } from './ask-open-file';
import { askSaveTarget } from './ask-save-target';
import type { PrintPages } from './print-pages';
import type { Words } from './words';

export interface ServiceParts
  extends Pick<Services, 'preferences' | 'closing' | 'emit' | 'drawPaper' | 'layPages'> {
  readonly keeper: StoreKeeper;
  readonly library: Library;
  readonly dataFolder: string;
  readonly words: () => Words;
  /** The window that dialogs belong to. Only asked for while one is open: it made the request. */
  readonly window: () => BrowserWindow;
  readonly printPages: PrintPages;
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
    printPages: (pages, title) => parts.printPages(parts.window(), pages, title),
    files: {
      exists: existsSync,
      reveal: (path) => shell.showItemInFolder(path),
      open: (path) => shell.openPath(path),
    },
  };
};
