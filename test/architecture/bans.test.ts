import { describe, expect, it } from 'vitest';
import { banFindings } from './bans';
import { PRODUCT, parseSource, readSources } from './source-file';

const findingsOf = (path: string, text: string): string[] => banFindings(parseSource(path, text));

describe('product code', () => {
  it('uses nothing that is banned', () => {
    expect(readSources(...PRODUCT).flatMap(banFindings)).toEqual([]);
  });
});

describe('the checker of bans', () => {
  it.each([
    ['shared/base/x.ts', 'const t = Date.now();', 'the clock'],
    ['shared/base/x.ts', 'const t = new Date();', 'the clock'],
    ['shared/base/x.ts', 'const t = Date();', 'the clock'],
    ['shared/base/x.ts', 'const t = Math.random();', 'randomness'],
    ['shared/base/x.ts', "const t = Math['random']();", 'randomness'],
    ['shared/base/x.ts', 'const t = n.toLocaleString();', 'locale'],
    ['shared/base/x.ts', 'const t = s?.toLocaleUpperCase();', 'locale'],
    ['shared/base/x.ts', 'list.sort((a, b) => a.localeCompare(b));', 'locale'],
    ['shared/base/x.ts', 'const f = new Intl.NumberFormat();', 'locale'],
    ['renderer/ui/x.tsx', 'const a = <input maxLength={3} />;', 'maxLength'],
    ['renderer/ui/x.tsx', 'const a = { input: { maxLength: 3 } };', 'maxLength'],
    ['renderer/ui/x.tsx', 'const a = <b dangerouslySetInnerHTML={{ __html: s }} />;', 'HTML'],
    ['renderer/ui/x.tsx', 'node.innerHTML = s;', 'HTML'],
    ['renderer/ui/x.tsx', 'document.write(s);', 'HTML'],
    ['renderer/ui/x.tsx', "window.api.call('x');", 'window.api'],
    ['renderer/state/x.ts', "globalThis['api'].call('x');", 'window.api'],
    ['electron/app/x.ts', 'eval(s);', 'code from strings'],
    ['electron/app/x.ts', 'new Function(s);', 'code from strings'],
    ['electron/ipc/handlers/x.ts', "db.prepare('SELECT a FROM b');", 'SQL'],
    ['electron/store/backup.ts', 'db.exec(`\n  INSERT OR REPLACE INTO b VALUES (1)`);', 'SQL'],
  ])('stops %s: %s', (path, text, name) => {
    expect(findingsOf(path, text)).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    ['shared/base/x.ts', "const t = new Date(0); // Date.now() is only a word here\n'Math.random'"],
    ['shared/base/x.ts', '// allowed: digits only, no locale can change them\na.localeCompare(b);'],
    ['renderer/bridge.ts', "window.api.call('x');"],
    ['renderer/state/x.ts', 'const t = Date.now();'],
    ['electron/store/queries/x.ts', "db.prepare('SELECT a FROM b');"],
    ['electron/store/open-store.ts', "db.pragma('journal_mode = WAL');"],
    ['electron/app/x.ts', "say('UPDATE your program');"],
  ])('lets %s through: %s', (path, text) => {
    expect(findingsOf(path, text)).toEqual([]);
  });
});
