import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { infoOf } from '../export/pdf-tools';
import { makeIdentity, PASSPHRASE } from '../sign/make-identity';
import { cliIn, EXAMPLE, temporaryFolder } from './cli-in-process';
import { MY_LOC_DATA, MY_LOC_DAY, MY_LOC_PROPOSALS } from './my-loc-dossier';

const folder = temporaryFolder();
const cli = cliIn(folder);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The certificate of the tests is made on the day they run. */
const SIGNING_DAY = '2030-01-02T10:00:00+07:00';

interface FrozenFile {
  readonly document: string;
  readonly format: string;
  readonly path: string;
  readonly pages: number;
  readonly sha256: string;
}

const MY_LOC = [...MY_LOC_PROPOSALS, '--data', MY_LOC_DATA, '--now', MY_LOC_DAY];

describe('freeze', () => {
  test('writes every paper with one code, and what was written in a manifest', async () => {
    const { status, json } = await cli(['freeze', ...MY_LOC, '--out', 'khoa']);
    expect(status).toBe(0);
    expect(json.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    const files: FrozenFile[] = json.files;
    expect(new Set(files.map(({ document }) => document)).size).toBe(files.length / 2);
    for (const file of files) {
      const bytes = readFileSync(file.path);
      expect(sha256(bytes)).toBe(file.sha256);
      if (file.format === 'pdf') {
        expect(Number(infoOf(bytes).get('Pages'))).toBe(file.pages);
        // The label is cut out and stuck on, so it carries no code.
        const isLabel = file.document === 'envelope-label';
        expect(bytes.includes('/Footer')).toBe(!isLabel);
        expect(bytes.includes('/Watermark')).toBe(false);
      } else {
        const parts = unzipSync(bytes);
        const words = Object.entries(parts)
          .filter(([name]) => name.endsWith('.xml'))
          .map(([, part]) => strFromU8(part))
          .join('');
        expect(words.includes(`Mã bản: ${json.code}`)).toBe(file.document !== 'envelope-label');
        expect(words).not.toContain('BẢN NHÁP');
      }
    }
    const manifest = JSON.parse(readFileSync(json.manifest.path, 'utf8'));
    expect(manifest).toMatchObject({
      format: 'ban-de-xuat/frozen',
      code: json.code,
      sha256: json.sha256,
      at: '2024-03-20T02:00:00.000Z',
      call: 'ml-2024-1322',
    });
    expect(
      manifest.files.map(({ name, sha256: sum }: { name: string; sha256: string }) => [name, sum]),
    ).toEqual(files.map(({ path, sha256: sum }) => [basename(path), sum]));
    expect(readdirSync(join(folder(), 'khoa'))).toHaveLength(files.length + 1);
  });

  test('frozen files can be signed, with marks and codes in them, and are then intact', async () => {
    const { json } = await cli(['freeze', ...MY_LOC, '--out', 'de-ky']);
    writeFileSync(join(folder(), 'ky.p12'), makeIdentity({ days: 3000 }).p12);
    const letters = (json.files as FrozenFile[]).filter(
      ({ document }) => document === 'cover-letter',
    );
    expect(letters).toHaveLength(2);
    for (const { path, format } of letters) {
      process.env['BDX_TEST_PASSPHRASE'] = PASSPHRASE;
      const out = `da-ky.${format}`;
      const words = ['--p12', 'ky.p12', '--pass-env', 'BDX_TEST_PASSPHRASE', '--out', out];
      const signed = await cli(['sign', path, ...words, '--now', SIGNING_DAY]);
      expect(signed.json.error).toBeUndefined();
      const verified = await cli(['verify', out, '--now', SIGNING_DAY]);
      expect([verified.json.intact, verified.json.coversWholeFile]).toEqual([true, true]);
    }
  });

  test('the same files and time give the same bytes, another minute another code', async () => {
    const first = await cli(['freeze', ...MY_LOC, '--out', 'a']);
    const again = await cli(['freeze', ...MY_LOC, '--out', 'b']);
    const sums = ({ json }: typeof first): string[] =>
      json.files.map(({ sha256: sum }: FrozenFile) => sum);
    expect(sums(again)).toEqual(sums(first));
    expect(again.json.manifest.sha256).toBe(first.json.manifest.sha256);
    const later = MY_LOC.map((word) => (word === MY_LOC_DAY ? '2024-03-20T09:01' : word));
    expect((await cli(['freeze', ...later, '--out', 'c'])).json.code).not.toBe(first.json.code);
  });

  test('refuses while a check finds errors, unless the person freezes anyway', async () => {
    const empty = (await cli(['new', '--call', 'ml-2024-1322'])).output;
    const words = ['freeze', '-', '--out', 'loi', '--now', MY_LOC_DAY];
    const refused = await cli(words, empty);
    expect([refused.status, refused.json.error.code]).toEqual([2, 'dossier-errors']);
    expect(refused.json.error.message).toMatch(/^Còn \d+ lỗi phải sửa nên chưa khoá để ký\./u);
    expect(existsSync(join(folder(), 'loi'))).toBe(false);
    const frozen = await cli([...words, '--anyway'], empty);
    expect([frozen.status, frozen.json.error]).toEqual([0, undefined]);
  });

  test.each([
    ['no folder', ['freeze', EXAMPLE], 'usage'],
    ['a flag with a value', ['freeze', EXAMPLE, '--out', 'x', '--anyway=1'], 'usage'],
    [
      'proposals of two calls',
      ['freeze', EXAMPLE, MY_LOC_PROPOSALS[0] ?? '', '--out', 'x'],
      'dossier-calls',
    ],
  ])('%s is bad input', async (_, words, code) => {
    const { status, json } = await cli(words);
    expect([status, json.error.code]).toEqual([2, code]);
  });
});

describe('dossier of several proposals', () => {
  test('of a complete example lacks nothing and lies in the chosen order', async () => {
    const { json } = await cli(['dossier', ...MY_LOC, '--out', 'ho-so']);
    expect(json.missing).toEqual([]);
    const documents: string[] = json.files
      .filter(({ format }: FrozenFile) => format === 'pdf')
      .map(({ document }: FrozenFile) => document);
    expect(documents).toEqual([
      'cover-letter',
      'summary-table',
      'proposal:de-xuat-3',
      'proposal:de-xuat-1',
      'proposal:de-xuat-2',
      'commitment:de-xuat-3',
      'delivery-note',
      'receipt',
      'envelope-label',
      'check-report',
    ]);
    // What is not frozen says so.
    for (const { format, path } of json.files as FrozenFile[]) {
      if (format === 'pdf') expect(readFileSync(path).includes('/Watermark')).toBe(true);
    }
  });
});
