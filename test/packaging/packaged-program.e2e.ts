/**
 * Packages the program as a release would (only the runtime may be the fallback), looks into the
 * package, and starts it with its fuses as they ship. Those forbid the inspector, so Playwright
 * attaches to the window alone, over Chromium's own port.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { screenshot } from '../helpers/launch-electron';

const projectRoot = join(import.meta.dirname, '../..');
const work = join(projectRoot, 'test-results/packaging');
const unpacked = join(work, 'release/linux-unpacked');
const program = join(unpacked, 'ban-de-xuat');
const LARGEST_ARCHIVE_MB = 60;

const runtimeFolder = dirname(process.env['BDX_ELECTRON'] ?? '');

/** The runtime without what our scripts put into it; links cost no time and no space. */
const linkRuntime = (target: string): void => {
  for (const entry of readdirSync(runtimeFolder, { recursive: true, withFileTypes: true })) {
    const path = relative(runtimeFolder, join(entry.parentPath, entry.name));
    if (!entry.isFile() || path.startsWith('resources/')) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    linkSync(join(runtimeFolder, path), join(target, path));
  }
  mkdirSync(join(target, 'resources'), { recursive: true });
};

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  const runtime = join(work, 'runtime');
  linkRuntime(runtime);
  const manifest = createRequire(import.meta.url).resolve('electron-builder/package.json');
  await promisify(execFile)(
    process.execPath,
    [
      join(dirname(manifest), 'cli.js'),
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.electronDist=${runtime}`,
      `-c.electronVersion=${process.env['BDX_ELECTRON_VERSION']}`,
      `-c.directories.output=${join(work, 'release')}`,
    ],
    { cwd: projectRoot, maxBuffer: 64 * 1024 * 1024 },
  );
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

it('holds what runs and nothing else', () => {
  const archive = join(unpacked, 'resources/app.asar');
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  expect(files).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/out/main/main.js',
      '/out/main/cli.js',
      '/out/main/export-worker.js',
      '/out/main/backup-checker.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/node_modules/better-sqlite3/lib/index.js',
    ]),
  );
  expect(files.filter((path) => /\.(map|tsx?|c|cpp|gypi?)$/.test(path))).toEqual([]);
  // What icons are drawn from, and pictures for readers of the sources.
  expect(files.filter((path) => /^\/assets\/(icons\/.*\.svg|pictures\/)/.test(path))).toEqual([]);
  const modules = files.filter((path) => /^\/node_modules\/[^@/][^/]*$/.test(path));
  expect(modules).toEqual(['/node_modules/better-sqlite3']);
  // The package's own binary for this system, and at most the one compiled for the fallback.
  const binaries = files.filter((path) => path.endsWith('.node'));
  expect(binaries).toContain('/node_modules/better-sqlite3/prebuilds/linux-x64.node');
  expect(binaries.filter((path) => path.includes('/prebuilds/'))).toHaveLength(1);
  expect(statSync(archive).size / 1024 / 1024).toBeLessThan(LARGEST_ARCHIVE_MB);
  expect(
    existsSync(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3')),
  ).toBe(true);
});

it('has the fuses of a release', async () => {
  const wire = await getCurrentFuseWire(program);
  const { ENABLE, DISABLE } = FuseState;
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookies: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    snapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: DISABLE,
    cookies: ENABLE,
    nodeOptions: DISABLE,
    inspect: DISABLE,
    integrity: ENABLE,
    onlyAsar: ENABLE,
    snapshot: DISABLE,
    fileProtocol: DISABLE,
  });
});

/**
 * Playwright now and then waits for ever for a window that comes while it attaches; nothing holds a
 * packaged program back, so it attaches when the window is there.
 */
const windowIsThere = (address: string): Promise<void> =>
  vi.waitFor(
    async () => {
      const answer = await fetch(`http://${new URL(address).host}/json/list`);
      const targets = (await answer.json()) as { type: string; url: string }[];
      if (!targets.some(({ type, url }) => type === 'page' && url.startsWith('app://bdx/'))) {
        throw new Error(`no window yet: ${JSON.stringify(targets)}`);
      }
    },
    { interval: 250, timeout: 60_000 },
  );

it('opens its window', async () => {
  const userData = join(work, 'user-data');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    program,
    [`--user-data-dir=${userData}`, '--disable-gpu', '--remote-debugging-port=0', ...root],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      const read = (chunk: Buffer): void => {
        printed += String(chunk);
        const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
    });
    await windowIsThere(address);
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('no window');
    await page.waitForLoadState('load');
    await page.waitForFunction(() => document.body.textContent.trim() !== '');
    expect(new URL(page.url()).protocol).toBe('app:');
    await screenshot(page, 'packaged-program');
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await ended;
    }
  }
});
