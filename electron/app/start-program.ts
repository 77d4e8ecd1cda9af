import { randomUUID } from 'node:crypto';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  session,
  shell,
} from 'electron';
import type { EventName, EventPayload, MenuCommand, Preferences } from '../../shared/ipc';
import { loadShippedData, shippedPack } from '../assets';
import { startPaperWorker } from '../export';
import {
  allHandlers,
  createDispatcher,
  emitEvent,
  keepStore,
  listenToWindows,
  liveLibrary,
  watchBackups,
  withShippedPack,
} from '../ipc';
import {
  openReadOnly,
  openStore,
  recoverStore,
  type StoreOptions,
  sweepCopyFolders,
} from '../store';
import { serveApp } from './app-scheme';
import type { Closing } from './closing';
import { createServices } from './create-services';
import { createDossierServices } from './dossier-services';
import { type Folders, installedFolders } from './folders';
import { guardWindow } from './guard-window';
import { hardenSession } from './harden-session';
import type { Log } from './log';
import { createMainWindow } from './main-window';
import { menuTemplate } from './menu';
import { ORIGIN } from './origin';
import { createPrinter } from './print-pages';
import { listServedFiles } from './served-files';
import { openSettings } from './settings';
import { viewFolders } from './view-folder';
import { followWindowClosing } from './window-closing';
import { wordsOf } from './words';

export interface ProgramParts {
  readonly folders: Folders;
  readonly log: Log;
  /** The transfer file that the program was started with; null: none. */
  readonly opened: string | null;
}

/** Everything after Electron is ready: opens the store, then the window on it. */
export const startProgram = ({ folders, log, opened }: ProgramParts): void => {
  const devTools = !app.isPackaged;
  const installed = installedFolders(import.meta.dirname);
  const settings = openSettings(folders.settings);
  const words = () => wordsOf(settings.preferences().language);

  let window: BrowserWindow | null = null;
  let closing: Closing | null = null;

  const emit = <E extends EventName>(event: E, payload: EventPayload<E>): void => {
    if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
    emitEvent([window.webContents], event, payload);
  };

  const passing = new Map<string, (nonce: string) => string>();
  hardenSession(session.defaultSession, { devTools });
  serveApp(session.defaultSession, listServedFiles(installed.renderer, installed.fonts), passing);

  const storeOptions: StoreOptions = {
    folder: folders.data,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    appVersion: app.getVersion(),
    onTrouble: (state) => emit('store.trouble', state),
    timers: true,
  };
  const shipped = loadShippedData();
  const pack = shippedPack(shipped);
  sweepCopyFolders();
  const warn = (what: string): void => log.warn(what);
  const keeper = withShippedPack(
    keepStore({
      open: () => openStore(storeOptions),
      recover: () => recoverStore(storeOptions),
      look: (why) => openReadOnly(storeOptions, why),
    }),
    pack,
    warn,
  );
  const stopWatching = watchBackups(keeper, (state) => emit('backups.changed', state));

  let given = opened;
  const views = viewFolders(folders.session);
  views.sweep();
  const openPackage = (path: string): void => {
    given = path;
    emit('transfer.arrived', undefined);
  };
  if (keeper.state().state !== 'ready') log.warn(`the store did not open: ${keeper.state().state}`);

  const setMenu = (): void => {
    const template = menuTemplate(words(), {
      command: (command: MenuCommand) => emit('app.command', { command }),
      openDataFolder: () => void shell.openPath(folders.data),
      about: () => void showAbout(),
      quit: () => app.quit(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  const showAbout = async (): Promise<void> => {
    if (window === null) return;
    const { about, aboutText, version, close } = words();
    await dialog.showMessageBox(window, {
      type: 'info',
      title: about,
      message: `Bản Đề Xuất · ${version} ${app.getVersion()}`,
      detail: aboutText,
      buttons: [close],
      noLink: true,
    });
  };

  const setPreferences = (patch: Partial<Preferences>): Preferences => {
    const before = settings.preferences();
    const next = settings.setPreferences(patch);
    nativeTheme.themeSource = next.theme;
    if (next.language !== before.language) setMenu();
    return next;
  };

  const openWindow = (): BrowserWindow => {
    nativeTheme.themeSource = settings.preferences().theme;
    const opened = createMainWindow({
      preload: installed.preload,
      icon: installed.icon,
      settings,
      isDark: nativeTheme.shouldUseDarkColors,
      devTools,
    });
    const handshake = followWindowClosing(opened, () => emit('app.closing', undefined), words);
    guardWindow(opened, { log, words, onGone: handshake.pageGone });
    closing = handshake;
    opened.on('closed', () => {
      window = null;
      closing = null;
    });
    return opened;
  };

  const paper = startPaperWorker();
  const currentWindow = (): BrowserWindow => {
    if (window === null) throw new Error('a request came without a window');
    return window;
  };
  const services = createServices({
    dossiers: createDossierServices({
      papers: shipped.papers,
      drawPlan: paper.drawPlan,
      layPlan: paper.layPlan,
      bind: paper.bindDossier,
      fontsFolder: installed.fonts,
      words,
      window: currentWindow,
    }),
    keeper,
    library: liveLibrary(keeper, shipped, pack, warn),
    preferences: { get: settings.preferences, set: setPreferences },
    closing: { ready: () => closing?.ready(), refused: () => closing?.refused() },
    emit,
    drawPaper: paper.drawPaper,
    layPages: paper.layPages,
    dataFolder: folders.data,
    words,
    window: currentWindow,
    printPages: createPrinter(passing),
    takeGiven: () => {
      const path = given;
      given = null;
      return path;
    },
    viewFolder: views.make,
  });
  listenToWindows(
    ipcMain,
    createDispatcher({
      handlers: allHandlers(services),
      trustedOrigin: ORIGIN,
      report: (what, error) => log.error(what, error),
    }),
  );

  app.on('second-instance', (_event, _words, _folder, more) => {
    const path = (more as { readonly opened?: unknown } | null)?.opened;
    if (typeof path === 'string') openPackage(path);
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPackage(path);
  });
  app.on('window-all-closed', () => app.quit());
  let isFinished = false;
  app.on('will-quit', (event) => {
    if (!isFinished) {
      event.preventDefault();
      const finish = (): void => {
        isFinished = true;
        app.quit();
      };
      void keeper.finish().then(finish, finish);
      return;
    }
    void paper.stop();
    stopWatching();
    views.sweep();
    keeper.close();
  });

  setMenu();
  window = openWindow();
};
