import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));

const { answerRequest } = await import('../../../electron/app/app-scheme');
const { staysInside } = await import('../../../electron/app/harden-session');
const { listServedFiles } = await import('../../../electron/app/served-files');

const work = mkdtempSync(join(tmpdir(), 'bdx-served-'));
const SECRET = 'chữ không được đưa ra';

beforeAll(() => {
  mkdirSync(join(work, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(work, 'fonts'));
  writeFileSync(join(work, 'package.json'), SECRET);
  writeFileSync(
    join(work, 'renderer', 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__">',
  );
  writeFileSync(join(work, 'renderer', 'assets', 'a.js'), 'export {}');
  writeFileSync(join(work, 'renderer', 'assets', 'a.js.map'), SECRET);
  writeFileSync(join(work, 'fonts', 'x.ttf'), 'font');
  writeFileSync(join(work, 'fonts', 'licence.txt'), SECRET);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const files = () => listServedFiles(join(work, 'renderer'), join(work, 'fonts'));
const ask = (url: string, method = 'GET'): Promise<Response> =>
  answerRequest({ url, method }, files(), new Map());

describe('the app scheme', () => {
  it('gives pages, scripts and fonts with their own type', async () => {
    expect((await ask('app://bdx/index.html')).headers.get('content-type')).toContain('text/html');
    expect((await ask('app://bdx/assets/a.js')).headers.get('content-type')).toContain(
      'javascript',
    );
    expect((await ask('app://bdx/fonts/x.ttf')).headers.get('content-type')).toBe('font/ttf');
    expect((await ask('app://bdx/index.html#/ho-so/1')).status).toBe(200);
  });

  it('puts the nonce of the policy into the page, another one each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await ask('app://bdx/index.html');
        const nonce = /'nonce-([^']+)'/.exec(
          answer.headers.get('content-security-policy') ?? '',
        )?.[1];
        expect(await answer.text()).toBe(`<meta name="csp-nonce" content="${nonce}">`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('sends the same strict headers with every answer', async () => {
    for (const url of ['app://bdx/index.html', 'app://bdx/assets/a.js', 'app://bdx/nope']) {
      const { headers } = await ask(url);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  it.each([
    'app://bdx/../package.json',
    'app://bdx/%2e%2e/package.json',
    'app://bdx/..%2fpackage.json',
    'app://bdx/..%5cpackage.json',
    'app://bdx/assets/..%2f..%2fpackage.json',
    'app://bdx//etc/passwd',
    'app://bdx/C:/Windows/win.ini',
    'app://bdx/INDEX.HTML',
    'app://bdx/index.html%00',
    'app://bdx/',
    'app://bdx/assets',
    'app://bdx/assets/a.js.map',
    'app://bdx/fonts/licence.txt',
    'app://other/index.html',
    'https://bdx/index.html',
  ])('does not know %s', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('only reads: a page cannot post', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      expect((await ask('app://bdx/index.html', method)).status).toBe(404);
    }
  });

  it('gives nothing but listed files, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), async (path) => {
        const answer = await ask(`app://bdx${path}`);
        expect(await answer.text()).not.toContain(SECRET);
      }),
    );
  });

  it('shows a passing page with a policy that lets no script run', async () => {
    const passing = new Map([['/print/1', (nonce: string) => `<style nonce="${nonce}"></style>`]]);
    const answer = await answerRequest(
      { url: 'app://bdx/print/1', method: 'GET' },
      files(),
      passing,
    );
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(await answer.text()).toMatch(/nonce="[\w+/]{24}"/);
    passing.delete('/print/1');
    const later = await answerRequest(
      { url: 'app://bdx/print/1', method: 'GET' },
      files(),
      passing,
    );
    expect(later.status).toBe(404);
  });
});

describe('requests that stay inside', () => {
  it.each(['app://bdx/index.html', 'blob:app://bdx/1234', 'data:text/plain,x'])('%s', (url) => {
    expect(staysInside(url, false)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://example.com/',
    'ws://localhost/',
    'ftp://host/',
    'file:///etc/passwd',
    'app://bdx.evil.com/',
    'app://other/',
    'blob:https://example.com/1',
    'chrome-extension://abc/x.html',
    'devtools://devtools/bundled/x.js',
    'javascript:alert(1)',
  ])('not %s', (url) => {
    expect(staysInside(url, false)).toBe(false);
  });

  it('the tools of developers, only where there are any', () => {
    expect(staysInside('devtools://devtools/x.js', true)).toBe(true);
  });
});
