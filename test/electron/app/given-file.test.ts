import { join } from 'node:path';
import { expect, it } from 'vitest';
import { givenFile } from '../../../electron/app/given-file';

it.each([
  [[], null],
  [['--no-sandbox', '.'], null],
  [['/thư mục/Hồ sơ.bdx'], '/thư mục/Hồ sơ.bdx'],
  [['--flag', 'Hồ sơ.BDX'], join('/đây', 'Hồ sơ.BDX')],
  // What looks like a switch is none of our files, whatever it ends with.
  [['--user-data-dir=/x/a.bdx'], null],
  [['a.bdx.pdf'], null],
])('finds the transfer file among %j', (words, file) => {
  expect(givenFile(words, '/đây')).toBe(file);
});
