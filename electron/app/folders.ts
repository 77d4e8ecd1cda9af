import { join } from 'node:path';

export interface SystemFolders {
  readonly platform: NodeJS.Platform;
  /** Where programs keep settings; on Windows it may travel with the person (roaming). */
  readonly appData: string;
  /** Windows only: stays on this machine. */
  readonly localAppData: string | undefined;
  /** Given with `--user-data-dir`: then everything lies in it. */
  readonly given: string | undefined;
}

export interface Folders {
  /** Window and preferences. */
  readonly settings: string;
  /** Chromium's own caches. */
  readonly session: string;
  /** The person's words. */
  readonly data: string;
  readonly logs: string;
}

const NAME = 'ban-de-xuat';

/**
 * On Windows only the small settings file may roam. A database that is copied between machines at
 * log-on can be torn, and administrators do not want caches to travel.
 */
export const chooseFolders = (system: SystemFolders): Folders => {
  const settings = system.given ?? join(system.appData, NAME);
  const isSplit =
    system.given === undefined &&
    system.platform === 'win32' &&
    system.localAppData !== undefined &&
    system.localAppData !== '';
  const local = isSplit ? join(system.localAppData, NAME) : settings;
  return {
    settings,
    session: isSplit ? join(local, 'chromium') : settings,
    data: join(local, 'data'),
    logs: join(local, 'logs'),
  };
};

/** The program's own files, next to the bundle that runs. */
export const installedFolders = (bundle: string) => {
  const root = join(bundle, '..', '..');
  return {
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    fonts: join(root, 'assets', 'fonts'),
    assets: join(root, 'assets'),
    icon: join(root, 'assets', 'icons', 'png', '256x256.png'),
  };
};
