/**
 * Starts the built program in the Electron that the scripts found, as a person would start it, with
 * a user-data folder of its own. `npm test -- --only=e2e` sets the environment that this needs.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export interface LaunchOptions {
  /** Kept afterwards; without it a temporary folder is made and removed at `close`. */
  userDataDir?: string;
  extraEnv?: Record<string, string>;
  extraArgs?: readonly string[];
  /** Size of the page in CSS pixels; the outer window is made as large as this needs. */
  size?: { width: number; height: number };
}

export interface LaunchedApp {
  app: ElectronApplication;
  page: Page;
  userDataDir: string;
  /** What the program printed since Playwright had attached (shortly after its start). */
  output: () => string;
  /** Ends the process as a power cut (SIGKILL) or a shutdown (SIGTERM) would, and waits for it. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  close: () => Promise<void>;
}

const fromEnvironment = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `${name} is not set; run: npm test -- --only=e2e -- <file> (scripts/README.md)`,
    );
  }
  return value;
};

/** Sizes the window's content and waits until the page knows. */
export const resizePage = async (
  app: ElectronApplication,
  page: Page,
  size: { width: number; height: number },
): Promise<void> => {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.unmaximize();
    window?.setPosition(0, 0);
    window?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
};

/**
 * The inspector holds an answer of the main process only weakly until it is fetched, and forgets it
 * when memory is tidied up in between. What the tests ask is asked again then.
 */
const askAgainWhenForgotten = (app: ElectronApplication): void => {
  const evaluate = app.evaluate.bind(app);
  const again = async (pageFunction: never, argument: never): Promise<unknown> => {
    for (let left = 5; ; left -= 1) {
      try {
        return await evaluate(pageFunction, argument);
      } catch (error) {
        if (left === 0 || !/garbage collected/.test(String(error))) throw error;
      }
    }
  };
  Object.assign(app, { evaluate: again });
};

/** For programs of another place than the checkout (a packaged one), and for `launchApp` itself. */
export const launchProgram = async (
  executablePath: string,
  programArgs: readonly string[],
  options: LaunchOptions = {},
): Promise<LaunchedApp> => {
  const isOwnFolder = options.userDataDir === undefined;
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'bdx-e2e-'));
  const args = [...programArgs, '--disable-gpu', `--user-data-dir=${userDataDir}`];
  // Only here: continuous integration runs as root, where Chromium refuses its sandbox.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  args.push(...(options.extraArgs ?? []));
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...options.extraEnv })) {
    if (value !== undefined) env[name] = value;
  }
  const app = await _electron.launch({ executablePath, args, env, timeout: 60_000 });
  askAgainWhenForgotten(app);
  const child = app.process();
  const printed: string[] = [];
  child.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const removeOwnFolder = (): void => {
    if (isOwnFolder) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    await page.waitForLoadState('domcontentloaded');
    if (options.size !== undefined) await resizePage(app, page, options.size);
    return {
      app,
      page,
      userDataDir,
      output: () => printed.join(''),
      kill: async (signal = 'SIGKILL') => {
        child.kill(signal);
        await ended;
      },
      close: async () => {
        if (child.exitCode === null && child.signalCode === null) await app.close();
        removeOwnFolder();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    removeOwnFolder();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the program did not open a window: ${reason}\n${printed.join('')}`);
  }
};

/**
 * Playwright's own way to hold `ready` back until it is attached. It does so by itself only for the
 * Electron of the npm package; without it, it now and then waits for ever for a window that came
 * while it was attaching.
 */
export const holdReady = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** The built program of this checkout. */
export const launchApp = (options: LaunchOptions = {}): Promise<LaunchedApp> =>
  launchProgram(
    fromEnvironment('BDX_ELECTRON'),
    ['-r', holdReady, fromEnvironment('BDX_APP_DIR')],
    options,
  );

/** Puts a picture of the window into test-results/screens, for people to look at. */
export const screenshot = async (page: Page, name: string): Promise<string> => {
  const folder = join(process.env['BDX_APP_DIR'] ?? '.', 'test-results', 'screens');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
};
