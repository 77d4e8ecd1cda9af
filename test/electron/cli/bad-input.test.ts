import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliIn, EXAMPLE, temporaryFolder } from './cli-in-process';

const folder = temporaryFolder();
const cli = cliIn(folder);
const example = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
const changed = (change: object): string => JSON.stringify({ ...example, ...change });
const withValue = (id: string, value: unknown): string =>
  changed({ values: { ...example.values, [id]: value } });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

/** What an outside program may rely on in any refusal. */
const refusal = async (words: readonly string[], input: string | Uint8Array = '') => {
  const { status, json } = await cli(words, input);
  expect(status).toBe(2);
  expect(Object.keys(json)).toEqual(['error']);
  expect(Object.keys(json.error)).toEqual(['code', 'message', 'where']);
  expect(json.error.message).toMatch(/^[\p{Lu}“].*\.$/su);
  expect(json.error.where).not.toBe('');
  return json.error as { code: string; message: string; where: string };
};

describe('usage', () => {
  test.each([
    [[], 'Chưa ghi lệnh'],
    [['dem'], 'Không có lệnh “dem”'],
    [['pack'], 'Không có lệnh “pack”'],
    [['count'], 'thiếu FILE'],
    [['count', 'a', 'b'], 'không nhận thêm “b”'],
    [['count', 'a', '--loud'], '“--loud”'],
    [['count', 'a', '-v'], '“-v”'],
    [['export', 'a'], 'thiếu --out'],
    [['export', 'a', '--out'], '--out thiếu giá trị'],
    [['export', 'a', '--out', 'x', '--out', 'y'], 'hai lần'],
    [['export', EXAMPLE, '--out', 'x', '--formats', 'pdf,odt'], '“odt”'],
    [['export', EXAMPLE, '--out', 'x', '--formats', ''], 'thiếu giá trị'],
    [['check', EXAMPLE, '--now', 'hôm nay'], '“hôm nay”'],
    [['check', EXAMPLE, '--now', '2023-02-30'], '“2023-02-30”'],
    [['new'], 'thiếu --call'],
  ])('%j', async (words, sentence) => {
    const error = await refusal(words);
    expect(error.code).toBe('usage');
    expect(error.message).toContain(sentence);
  });

  test('unknown call and template name what there is', async () => {
    const call = await refusal(['new', '--call', 'x']);
    expect([call.code, call.where]).toEqual(['unknown-call', '--call']);
    expect(call.message).toContain('hp-2023-1882');
    const template = await refusal(['new', '--call', 'hp-2023-1882', '--template', 'x']);
    expect(template.code).toBe('unknown-template');
    expect(template.message).toContain('hp-2023-bdx');
  });

  test('--help lists the commands; --store is taken by all; -- ends the options', async () => {
    const help = await cli(['--help']);
    expect(help.status).toBe(0);
    expect(help.json.commands.map(({ command }: { command: string }) => command)).toContain(
      'export FILE --out DIR [--formats pdf,docx] [--now ISO]',
    );
    expect((await cli(['templates', '--store', 'x'])).status).toBe(0);
    expect((await refusal(['count', '--', '--loud'])).code).toBe('file-unreadable');
  });
});

describe('files', () => {
  test.each([
    ['a file that is not there', ['count', 'khong-co.json'], '', 'file-unreadable'],
    ['a folder', ['count', '.'], '', 'file-unreadable'],
    ['a name with a null', ['count', 'a\0b'], '', 'file-unreadable'],
    ['nothing at all', ['count', '-'], '', 'json-syntax'],
    ['half a file', ['count', '-'], changed({}).slice(0, 5000), 'json-syntax'],
    ['no JSON', ['count', '-'], 'Bản đề xuất', 'json-syntax'],
    [
      'bytes that are no UTF-8',
      ['count', '-'],
      new Uint8Array([0x7b, 0xff, 0xfe]),
      'file-encoding',
    ],
    ['UTF-16', ['count', '-'], Buffer.from('\uFEFF{}', 'utf16le'), 'file-encoding'],
    ['50 MB', ['count', '-'], new Uint8Array(50_000_000).fill(0x20), 'file-too-large'],
    ['a million brackets', ['count', '-'], '['.repeat(1_000_000), 'json-syntax'],
  ] as const)('%s', async (_, words, input, code) => {
    expect((await refusal(words, input)).code).toBe(code);
  });

  test('a byte order mark is tolerated', async () => {
    expect((await cli(['count', '-'], `\uFEFF${changed({})}`)).status).toBe(0);
  });
});

describe('proposals that cannot be right', () => {
  test.each([
    ['an unknown call', changed({ call: 'x' }), 'unknown-call', 'call'],
    ['an unknown template', changed({ template: 'x' }), 'unknown-template', 'template'],
    ['an unknown section', withValue('xi', ''), 'unknown-section', 'values.xi'],
    ['a wrong kind', withValue('ix', 'nhiều'), 'wrong-kind', 'Mục IX'],
    [
      'an illegal style',
      changed({ style: { ...example.style, fontSize: 9 } }),
      'style-range',
      'style.fontSize',
    ],
    ['an unknown node', withValue('ii', doc({ type: 'image' })), 'unknown-node', 'Mục II'],
    [
      'an unknown mark',
      withValue(
        'ii',
        doc({
          type: 'paragraph',
          content: [{ type: 'text', text: 'a', marks: [{ type: 'link' }] }],
        }),
      ),
      'unknown-mark',
      'marks[0]',
    ],
    ['a picture in Markdown', withValue('ii', 'a\n\n![x](y)'), 'markdown-unsupported', 'dòng 3'],
    [
      'a table of 80 columns',
      withValue('ii', `|${'a|'.repeat(80)}\n|${'-|'.repeat(80)}`),
      'table-columns',
      'Mục II',
    ],
    [
      'thousands of pages',
      withValue('ii', 'Một đoạn văn.\n\n'.repeat(18_000)),
      'page-cap',
      'toàn bản',
    ],
  ])('%s', async (_, input, code, where) => {
    for (const command of ['count', 'lines']) {
      const error = await refusal([command, '-'], input);
      expect(error.code).toBe(code);
      expect(error.where).toContain(where);
    }
    const out = join(folder(), 'nothing');
    expect((await refusal(['export', '-', '--out', out], input)).code).toBe(code);
    expect(readdirSync(folder())).not.toContain('nothing');
  });
});

describe('odd, but right', () => {
  test('decomposed letters come out composed', async () => {
    const apart = JSON.stringify(JSON.parse(changed({}).normalize('NFD')));
    const { json } = await cli(['lines', '-'], apart);
    const { json: composed } = await cli(['lines', EXAMPLE]);
    expect(json).toEqual(composed);
  });

  test('a word of 20,000 letters is cut by letters and none is lost', async () => {
    const word = 'ấ'.repeat(20_000);
    const { json } = await cli(['lines', '-'], withValue('ii', word));
    const printed = json
      .flatMap(({ lines }: { lines: { section: string; kind: string; text: string }[] }) => lines)
      .filter(
        (line: { section: string; kind: string }) => line.section === 'ii' && line.kind === 'body',
      )
      .map(({ text }: { text: string }) => text)
      .join('');
    expect(printed).toBe(word);
  });

  test('a table wider than the page is made to fit', async () => {
    const table = {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: ['Một', 'Hai', 'Ba'].map((text) => ({
            type: 'tableCell',
            attrs: { colwidth: [3000] },
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
      ],
    };
    const { json } = await cli(['lines', '-'], withValue('ii', doc(table)));
    const cells = json[0].lines.filter(
      (line: { kind: string; section: string }) =>
        line.kind === 'tableCell' && line.section === 'ii',
    );
    expect(cells.map(({ text }: { text: string }) => text)).toEqual(['Một', 'Hai', 'Ba']);
    for (const { x } of cells) expect(x).toBeLessThan(190);
  });

  test('an empty document, null and an empty list are sections nobody has answered', async () => {
    const values = { i: null, ii: { type: 'doc' }, iii: '', 'x-4': [] };
    expect((await cli(['count', '-'], changed({ values }))).json.pages).toBe(1);
  });

  test('a null and an emoji: told by check, never exported', async () => {
    for (const words of ['năng\0suất', 'Đạt 😀']) {
      const input = withValue('ii', words);
      const checked = await cli(['check', '-'], input);
      expect(checked.status).toBe(1);
      const [first] = checked.json.findings;
      expect(first).toMatchObject({
        code: 'text-characters',
        severity: 'error',
        where: expect.stringContaining('Mục II'),
      });
      const error = await refusal(['export', '-', '--out', join(folder(), 'none')], input);
      expect(error.code).toBe('missing-glyph');
    }
    expect(readdirSync(folder())).not.toContain('none');
  });
});

describe('export', () => {
  test('writes both files, whole, with the hashes it prints; the same again for the same moment', async () => {
    const run = (out: string) =>
      cli(['export', EXAMPLE, '--out', out, '--now', '2023-05-10T08:00:00+07:00']);
    const first = await run('a/b');
    expect(first.status).toBe(0);
    expect(first.json.pages).toBe(5);
    expect(readdirSync(join(folder(), 'a/b')).sort()).toEqual([
      'de-xuat-mau.docx',
      'de-xuat-mau.pdf',
    ]);
    const second = await run('c');
    const digest = ({ format, bytes, sha256 }: Record<string, unknown>) => ({
      format,
      bytes,
      sha256,
    });
    expect(second.json.files.map(digest)).toEqual(first.json.files.map(digest));
    for (const { path, bytes } of first.json.files) {
      expect(readFileSync(path)).toHaveLength(bytes);
    }
    const later = await cli([
      'export',
      EXAMPLE,
      '--out',
      'd',
      '--formats',
      'pdf',
      '--now',
      '2023-05-11',
    ]);
    expect(later.json.files).toHaveLength(1);
    expect(later.json.files[0].sha256).not.toBe(first.json.files[0].sha256);
  });

  test('a place where no folder can be made is named', async () => {
    writeFileSync(join(folder(), 'file'), '');
    const error = await refusal(['export', EXAMPLE, '--out', 'file/x']);
    expect(error.code).toBe('target-missing');
  });

  test('a folder in the way of the file is named, and nothing is left beside it', async () => {
    mkdirSync(join(folder(), 'e', 'de-xuat-mau.pdf'), { recursive: true });
    const error = await refusal(['export', EXAMPLE, '--out', 'e', '--formats', 'pdf']);
    expect(error.code).toBe('target-name');
    expect(readdirSync(join(folder(), 'e'))).toEqual(['de-xuat-mau.pdf']);
  });
});
