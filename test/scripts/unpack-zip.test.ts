import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadScript } from './load-script';

interface UnpackZip {
  unpackZip: (
    zip: string,
    folder: string,
    targetOf: (name: string) => string | undefined,
  ) => Promise<void>;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bdx-zip-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const UNIX = 3;
const EXECUTABLE = 0o100755 << 16;
const words = strToU8('Bản đề xuất '.repeat(1000));

const writeZip = (): { zip: string; bytes: Uint8Array } => {
  const bytes = zipSync({
    'a/program': [words, { os: UNIX, attrs: EXECUTABLE, level: 9 }],
    'a/stored.txt': [words, { level: 0 }],
    'a/left-out.txt': words,
  });
  const zip = join(folder, 'x.zip');
  writeFileSync(zip, bytes);
  return { zip, bytes };
};

it('unpacks what is asked for, with contents and executable bits', async () => {
  const { unpackZip } = await loadScript<UnpackZip>('bring-up/unpack-zip.mjs');
  const out = join(folder, 'out');
  await unpackZip(writeZip().zip, out, (name) =>
    name.includes('left-out') ? undefined : name.replace('a/', 'b/'),
  );
  expect(readdirSync(join(out, 'b')).sort()).toEqual(['program', 'stored.txt']);
  expect(new Uint8Array(readFileSync(join(out, 'b/program')))).toEqual(words);
  expect(new Uint8Array(readFileSync(join(out, 'b/stored.txt')))).toEqual(words);
  if (process.platform !== 'win32') {
    expect(statSync(join(out, 'b/program')).mode & 0o777).toBe(0o755);
  }
});

it('refuses a file that was cut off or changed', async () => {
  const { unpackZip } = await loadScript<UnpackZip>('bring-up/unpack-zip.mjs');
  const { zip, bytes } = writeZip();
  writeFileSync(zip, bytes.slice(0, bytes.length - 60));
  await expect(unpackZip(zip, folder, (name) => name)).rejects.toThrow();
  const changed = bytes.slice();
  // In the middle of the stored file's words.
  const at = bytes.length >> 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  writeFileSync(zip, changed);
  await expect(unpackZip(zip, folder, (name) => name)).rejects.toThrow(/damaged/);
});
