import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliIn, EXAMPLE, temporaryFolder } from './cli-in-process';

const folder = temporaryFolder();
const cli = cliIn(folder);
const sha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

interface MadeFile {
  readonly document: string;
  readonly format: string;
  readonly path: string;
  readonly pages: number;
  readonly sha256: string;
}

const NOW = ['--now', '2023-05-10'];

describe('dossier', () => {
  test('makes every paper as PDF and DOCX and says what is missing', async () => {
    const { status, json } = await cli(['dossier', EXAMPLE, '--out', 'ho-so', ...NOW]);
    expect(status).toBe(0);
    expect(Object.keys(json)).toEqual(['files', 'missing']);
    const files: MadeFile[] = json.files;
    const documents = [...new Set(files.map(({ document }) => document))];
    expect(documents).toEqual([
      'cover-letter',
      'proposal:de-xuat',
      'commitment:de-xuat',
      'delivery-note',
      'receipt',
      'envelope-label',
      'check-report',
    ]);
    for (const document of documents) {
      const own = files.filter((file) => file.document === document);
      expect(own.map(({ format }) => format)).toEqual(['pdf', 'docx']);
      expect(new Set(own.map(({ pages }) => pages)).size).toBe(1);
    }
    for (const file of files) {
      expect(Object.keys(file)).toEqual(['document', 'format', 'path', 'pages', 'sha256']);
      expect(file.path.startsWith(join(folder(), 'ho-so'))).toBe(true);
      expect(sha256(file.path)).toBe(file.sha256);
      const start = readFileSync(file.path).subarray(0, 4).toString('latin1');
      expect(start).toBe(file.format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    }
    expect(json.missing.length).toBeGreaterThan(0);
    for (const one of json.missing) {
      expect(one).toMatchObject({
        code: expect.stringMatching(/^dossier-/u),
        severity: expect.stringMatching(/^(error|warning|advice)$/u),
        message: expect.any(String),
      });
    }
    const again = await cli(['dossier', EXAMPLE, '--out', 'lan-hai', ...NOW]);
    expect(again.json.files.map(({ sha256: hash }: MadeFile) => hash)).toEqual(
      files.map(({ sha256: hash }) => hash),
    );
  });

  test('takes what else is known from a file, and then less is missing', async () => {
    const data = join(folder(), 'ho-so.json');
    const signer = { position: 'Giám đốc', name: 'Trần Thị Bình' };
    writeFileSync(data, JSON.stringify({ signer, letter: { number: '12' } }));
    const bare = await cli(['dossier', EXAMPLE, '--out', 'a', ...NOW]);
    const told = await cli(['dossier', EXAMPLE, '--out', 'b', '--data', data, ...NOW]);
    const fields = ({ json }: typeof bare): string[] =>
      json.missing.map(({ field }: { field: string }) => field);
    expect(fields(bare)).toContain('signer.name');
    expect(fields(told)).not.toContain('signer.name');
    expect(told.json.files[0].sha256).not.toBe(bare.json.files[0].sha256);
  });

  test('binds what is enclosed in one PDF and packs it for a message, if asked', async () => {
    const { json } = await cli([
      ...['dossier', EXAMPLE, '--out', 'gop', ...NOW],
      ...['--bind', 'ho-so.pdf', '--email', 'gui-thu.zip'],
    ]);
    const files: MadeFile[] = json.files;
    const [bound, email] = files.slice(-2);
    expect([bound?.document, bound?.format, email?.document, email?.format]).toEqual([
      'bound',
      'pdf',
      'email',
      'zip',
    ]);
    const enclosed = files.filter(
      ({ document, format }) =>
        format === 'pdf' && /^(cover-letter|proposal:|commitment:)/u.test(document),
    );
    const pages = enclosed.reduce((sum, file) => sum + file.pages, 0);
    expect(bound?.pages).toBe(pages + 1);
  });

  test.each([
    ['no folder', ['dossier', EXAMPLE], 'usage'],
    [
      'data that are no JSON',
      ['dossier', EXAMPLE, '--out', 'x', '--data', 'hong.json'],
      'dossier-json',
    ],
    [
      'data of another shape',
      ['dossier', EXAMPLE, '--out', 'x', '--data', 'sai.json'],
      'dossier-shape',
    ],
    ['no such file', ['dossier', 'khong-co.json', '--out', 'x'], 'file-unreadable'],
  ])('%s is bad input', async (_, words, code) => {
    writeFileSync(join(folder(), 'hong.json'), '{');
    writeFileSync(join(folder(), 'sai.json'), '{"signer":{"authority":"ABC"},"la":1}');
    const { status, json } = await cli(words);
    expect([status, json.error.code]).toEqual([2, code]);
    expect(json.error.message).not.toBe('');
  });
});
