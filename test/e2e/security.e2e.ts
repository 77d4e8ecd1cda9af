/** The window is a sealed room: what a hostile page in it would try, tried in the real program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { askMain, createProposal, saved, writeParagraphs } from './person';
import { sentence } from './prose';

let running: LaunchedApp;
let server: Server;
let visits = 0;
let outside = '';

beforeAll(async () => {
  server = createServer((_request, response) => {
    visits += 1;
    response.end('seen');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running = await launchApp();
  await running.page.getByRole('navigation').waitFor();
});

afterAll(async () => {
  await running.close();
  server.close();
});

const violationsOf = (attempt: string): Promise<string[]> =>
  running.page.evaluate(async (code) => {
    const seen: string[] = [];
    const note = (event: SecurityPolicyViolationEvent) => seen.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob([code]));
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.removeEventListener('securitypolicyviolation', note);
    return seen;
  }, attempt);

// First, while Playwright may still type: it waits for ever for a navigation that was refused.
it('asks nobody for a dictionary and leaves none behind', async () => {
  const { app, page, userDataDir } = running;
  await createProposal(page, { title: 'Không tải gì về' });
  await writeParagraphs(page, 'ii', [sentence(1), 'helo wrold, a misspeled lien']);
  await saved(page);
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
    false,
  );
  const dictionaries = join(userDataDir, 'Dictionaries');
  expect(existsSync(dictionaries) ? readdirSync(dictionaries) : []).toEqual([]);
});

it('writes nothing of the person into the log or the settings', async () => {
  const { page, userDataDir } = running;
  const canary = 'Bí mật công nghệ đúc';
  await writeParagraphs(page, 'iii', [canary]);
  await saved(page);
  const bad = await askMain(page, 'proposals.open', { id: 7, text: canary } as never);
  expect(bad.ok).toBe(false);
  const filesBelow = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [];
  const logs = filesBelow(join(userDataDir, 'logs'));
  expect(logs.length).toBeGreaterThan(0);
  for (const file of [...logs, join(userDataDir, 'settings.json')]) {
    expect(readFileSync(file, 'utf8')).not.toContain(canary);
  }
});

it('shows the page over app:// with a policy sent as a header', async () => {
  const { page } = running;
  expect(page.url()).toMatch(/^app:\/\/bdx\/index\.html/);
  const header = await page.evaluate(async () => {
    const answer = await fetch('/index.html');
    return Object.fromEntries(answer.headers);
  });
  expect(header['content-security-policy']).toContain("default-src 'none'");
  expect(header['content-security-policy']).toContain("script-src 'self';");
  expect(header['content-security-policy']).not.toContain('unsafe');
  expect(header['x-content-type-options']).toBe('nosniff');
  expect(header['referrer-policy']).toBe('no-referrer');
  expect(header['cross-origin-opener-policy']).toBe('same-origin');
});

it('gives every answer another nonce', async () => {
  const nonces = await running.page.evaluate(() =>
    Promise.all(
      [1, 2].map(
        async () =>
          /nonce-([^']+)'/.exec(
            (await fetch('/index.html')).headers.get('content-security-policy') ?? '',
          )?.[1],
      ),
    ),
  );
  expect(nonces[0]).toMatch(/^[\w+/]{24}$/);
  expect(nonces[0]).not.toBe(nonces[1]);
});

it('serves its own files and nothing else, however the address is spelt', async () => {
  const statuses = await running.page.evaluate(() =>
    Promise.all(
      [
        '/fonts/liberation-serif-regular.ttf',
        '/../package.json',
        '/%2e%2e/package.json',
        '/..%2f..%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '/INDEX.HTML',
        '/index.html%00.js',
        '//etc/passwd',
        '/C:/Windows/win.ini',
        'app://other/index.html',
      ].map((address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    ),
  );
  expect(statuses[0]).toBe(200);
  expect(statuses.slice(1).filter((status) => status === 200)).toEqual([]);
});

it('has no Node and no Electron in it, only two functions', async () => {
  const found = await running.page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    module: typeof Reflect.get(window, 'module'),
    api: Object.keys(window.api ?? {}).sort(),
  }));
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    api: ['call', 'on'],
  });
});

it('runs no script but our own', async () => {
  expect(await violationsOf('globalThis.intruder = 1')).toContain('script-src-elem');
  const { page } = running;
  const evaluated = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.intruder = 1';
    document.head.append(inline);
    const handler = document.createElement('div');
    handler.setAttribute('onclick', 'globalThis.intruder = 1');
    handler.click();
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const image = new Image();
    image.src = 'https://example.com/pixel.png';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    await new Promise((resolve) => setTimeout(resolve, 300));
    frame.remove();
    style.remove();
    return { seen, intruder: Reflect.get(window, 'intruder') };
  });
  expect(evaluated.intruder).toBeUndefined();
  expect(evaluated.seen).toEqual(
    expect.arrayContaining([
      'script-src-elem',
      'script-src-attr',
      'frame-src',
      'img-src',
      'style-src-elem',
    ]),
  );
});

it('sets every window alike', async () => {
  const settings = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in the public types; what Electron really uses.
      const read = Reflect.get(contents, 'getLastWebPreferences') as () => Record<string, unknown>;
      return read.call(contents);
    }),
  );
  expect(settings.length).toBeGreaterThan(0);
  for (const one of settings) {
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    expect(one['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(one['nodeIntegrationInSubFrames'] ?? false).toBe(false);
    expect(one['allowRunningInsecureContent'] ?? false).toBe(false);
    expect(one['experimentalFeatures'] ?? false).toBe(false);
  }
});

it('goes nowhere else and opens no window', async () => {
  const { app, page } = running;
  const address = page.url();
  await page.evaluate(async (url) => {
    window.open(url);
    window.open('app://bdx/index.html');
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.target = '_self';
    link.click();
    link.href = 'file:///etc/passwd';
    link.click();
    link.remove();
    const form = document.createElement('form');
    form.action = url;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
    window.location.href = url;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, outside);
  expect(page.url()).toBe(address);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(visits).toBe(0);
});

it('takes no other page in', async () => {
  const { app, page } = running;
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    view.remove();
  });
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

it('is refused every permission', async () => {
  const states = await running.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ];
    const asked = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    );
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      ),
    );
    const notices = await Notification.requestPermission();
    return { asked, media, place, notices };
  });
  expect(new Set(states.asked)).toEqual(new Set(['denied']));
  expect(states.media).toBe('refused');
  expect(states.place).toBe('refused');
  expect(states.notices).toBe('denied');
});

it('reaches no network, from the page or from beside it', async () => {
  const { app, page } = running;
  const fromPage = await page.evaluate(async (url) => {
    const socket = await new Promise((resolve) => {
      try {
        const made = new WebSocket(url.replace('http', 'ws'));
        made.onopen = () => resolve('open');
        made.onerror = () => resolve('blocked');
      } catch {
        resolve('blocked');
      }
    });
    const fetched = await fetch(url).then(
      () => 'open',
      () => 'blocked',
    );
    const beacon = navigator.sendBeacon(url, 'x');
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = url;
    document.head.append(hint);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { socket, fetched, beacon };
  }, outside);
  expect(fromPage).toMatchObject({ socket: 'blocked', fetched: 'blocked' });
  // Without the page's own policy in the way: the session itself refuses.
  const fromSession = await app.evaluate(async ({ net, session }, url) => {
    const tries = [session.defaultSession.fetch(url), net.fetch(url)];
    const answers = await Promise.allSettled(tries);
    return answers.map(({ status }) => status);
  }, outside);
  expect(fromSession).toEqual(['rejected', 'rejected']);
  expect(visits).toBe(0);
});

it('answers nobody but its own page', async () => {
  const answers = await running.app.evaluate(async ({ BrowserWindow, app }) => {
    const { join: joined } = process.getBuiltinModule('node:path');
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        preload: joined(app.getAppPath(), 'out/preload/preload.cjs'),
      },
    });
    try {
      await window.loadURL('data:text/html,<p>foreign</p>');
      return await window.webContents.executeJavaScript(
        `Promise.all(['app.info', 'proposals.list'].map((c) => api.call(c, c === 'app.info' ? undefined : { trashed: false })))`,
      );
    } finally {
      window.destroy();
    }
  });
  expect(answers).toEqual([
    { ok: false, error: expect.objectContaining({ code: 'forbidden' }) },
    { ok: false, error: expect.objectContaining({ code: 'forbidden' }) },
  ]);
});
