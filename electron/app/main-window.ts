import { BrowserWindow, screen } from 'electron';
import { START_PAGE } from './origin';
import type { Settings } from './settings';
import { SMALLEST, windowBounds } from './window-bounds';

/** Between the last change of size or place and its being kept. */
const KEEP_AFTER_MS = 500;

/** Settings of every page we show. What is not named here is Electron's safe default. */
export const securePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  safeDialogs: true,
} as const;

export interface MainWindowParts {
  readonly preload: string;
  readonly icon: string;
  readonly settings: Pick<Settings, 'windowPlace' | 'setWindowPlace'>;
  readonly isDark: boolean;
  readonly devTools: boolean;
}

const keepPlace = (window: BrowserWindow, settings: MainWindowParts['settings']): void => {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    settings.setWindowPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
};

/** Made hidden and shown when its first picture is there, in the place where it last was. */
export const createMainWindow = (parts: MainWindowParts): BrowserWindow => {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const { bounds, maximized } = windowBounds(parts.settings.windowPlace(), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Bản Đề Xuất',
    icon: parts.icon,
    backgroundColor: parts.isDark ? '#1f1f1f' : '#f5f5f5',
    webPreferences: { ...securePreferences, preload: parts.preload, devTools: parts.devTools },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    keepPlace(window, parts.settings);
  });
  void window.loadURL(START_PAGE);
  return window;
};
