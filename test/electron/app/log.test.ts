import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorTrace } from '../../../electron/app/error-trace';
import { openLog } from '../../../electron/app/log';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'bdx-log-')), 'logs');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const read = (): string => readFileSync(join(folder, 'main.log'), 'utf8');
const CANARY = 'Bí mật: công thức hợp kim số 7';

describe('the log', () => {
  it('is written, also where no package.json is near', () => {
    const before = process.cwd();
    process.chdir('/');
    try {
      openLog(folder).warn('the store did not open: locked');
    } finally {
      process.chdir(before);
    }
    expect(read()).toMatch(/\[warn\]\s+the store did not open: locked\n/);
  });

  it('keeps kind, code and place of an error and none of its words', () => {
    const cause = Object.assign(new TypeError(CANARY), { code: 'ENOENT', path: `/home/${CANARY}` });
    openLog(folder).error('handler threw', new Error(CANARY, { cause }));
    expect(read()).toContain('handler threw: Error');
    expect(read()).toContain('caused by TypeError ENOENT');
    expect(read()).toContain('log.test.ts');
    expect(read()).not.toContain('hợp kim');
  });

  it.each([CANARY, { message: CANARY, name: CANARY, code: CANARY }, [CANARY], null, undefined, 7])(
    'has nothing to say of a thrown %j',
    (thrown) => {
      expect(errorTrace(thrown)).not.toContain('Bí mật');
    },
  );

  it('keeps no line of a message that looks like a stack', () => {
    const error = new Error(`first\n    ${CANARY}\nlast`);
    expect(errorTrace(error)).not.toContain('hợp kim');
  });

  it('turns over and never grows beyond five files of a mebibyte', () => {
    const log = openLog(folder);
    const line = 'x'.repeat(64 * 1024);
    for (let count = 0; count < 120; count += 1) log.info(line);
    const files = readdirSync(folder);
    expect(files.length).toBe(5);
    for (const file of files) {
      expect(statSync(join(folder, file)).size).toBeLessThan(1.2 * 1024 * 1024);
    }
    expect(existsSync(join(folder, 'main.4.log'))).toBe(true);
  });
});
