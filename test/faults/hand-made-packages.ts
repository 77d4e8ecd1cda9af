import { zipSync } from 'fflate';

const MEDIA_TYPE = 'application/x-ban-de-xuat';

export interface HandMade {
  readonly name: string;
  readonly make: () => Uint8Array;
}

const zip = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? Buffer.from(content) : content,
        ]),
      ),
      { mtime: '1980-01-01T00:00:00', level },
    ),
  );

const withManifest = (manifest: string | Uint8Array): Buffer =>
  zip({ mimetype: MEDIA_TYPE, 'manifest.json': manifest });

const manifestOf = (more: object): string =>
  JSON.stringify({ format: 'ban-de-xuat/package', version: 1, minReader: 1, ...more });

/** Overwrites bytes at a place counted from the start, or from the end where it is negative. */
const patched = (bytes: Buffer, at: number, ...values: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes);
  copy.set(values, at < 0 ? copy.length + at : at);
  return copy;
};

const BAD_NAMES = [
  '../x',
  '../../x',
  '/etc/passwd',
  'C:/x',
  '..\\x',
  'a//b',
  './x',
  'proposals/../../x',
  'CON',
  'x\u0000.json',
  'Đề xuất.json',
  `${'a'.repeat(300)}.json`,
  'proposals/',
  'mimetype ',
];

/** Files that somebody made by hand: other formats, lies in heads and directories, bombs. */
export const handMadePackages = (good: Buffer): readonly HandMade[] => {
  const cases: Readonly<Record<string, () => Uint8Array>> = {
    nothing: () => new Uint8Array(0),
    'one byte': () => Buffer.from('P'),
    words: () => Buffer.from('đây không phải tệp zip'),
    'a page of the web': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a PDF': () => Buffer.from('%PDF-1.7\n%%EOF'),
    zeros: () => Buffer.alloc(4096),
    'an empty zip': () => zip({}),
    'a Word file': () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    'no manifest': () => zip({ mimetype: MEDIA_TYPE }),
    'another media type': () => zip({ mimetype: 'application/zip', 'manifest.json': '{}' }),
    'a list as manifest': () => withManifest('[]'),
    'null as manifest': () => withManifest('null'),
    'a manifest that is no JSON': () => withManifest('{format:'),
    'a manifest that is no UTF-8': () => withManifest(Buffer.from([0xff, 0xfe, 0x00])),
    'a manifest with a mark of order': () => withManifest(`\ufeff${manifestOf({})}`),
    'a key into the prototype': () =>
      withManifest('{"format":"ban-de-xuat/package","__proto__":{"x":1}}'),
    'a key into the constructor': () =>
      withManifest('{"format":"ban-de-xuat/package","constructor":{"prototype":{"x":1}}}'),
    'a key twice': () => withManifest('{"format":"ban-de-xuat/package","format":"x"}'),
    'a number beyond numbers': () =>
      withManifest('{"format":"ban-de-xuat/package","version":1e999}'),
    'deep lists': () => withManifest('['.repeat(200_000) + ']'.repeat(200_000)),
    'deep objects': () => withManifest(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    'a newer format': () => withManifest(manifestOf({ version: 9, minReader: 9 })),
    'a reader of the far future': () => withManifest(manifestOf({ minReader: 2 ** 53 - 1 })),
    'a bomb of zeros': () => withManifest(new Uint8Array(80_000_000)),
    'many small files': () =>
      zip(
        Object.fromEntries(
          Array.from({ length: 6000 }, (_, at) => [`proposals/${at}.json`, '{}'] as const),
        ),
        0,
      ),
    'a comment behind it': () => Buffer.concat([good, Buffer.from('đuôi')]),
    'something before it': () => Buffer.concat([Buffer.from('đầu'), good]),
    'twice itself': () => Buffer.concat([good, good]),
    'an end without a beginning': () => good.subarray(good.length - 22),
    'more entries than there are': () => patched(good, -14, 0xff, 0xff, 0xff, 0xff),
    'a directory beyond the end': () => patched(good, -6, 0xff, 0xff, 0xff, 0x7f),
    'another disk': () => patched(good, -18, 1, 0, 1, 0),
    'a comment announced': () => patched(good, -2, 5, 0),
    'an encrypted part': () => patched(good, 6, 0x01, 0x08),
    'a part with its sizes behind it': () => patched(good, 6, 0x08, 0x08),
    'an unknown packing': () => patched(good, 8, 99, 0),
    'a size of four gigabytes': () => patched(good, 22, 0xff, 0xff, 0xff, 0xff),
    'a sealed head and nothing behind it': () => Buffer.from('BDXSEAL1'),
    'a seal that wants a terabyte': () => {
      const head = Buffer.alloc(4096, 1);
      head.write('BDXSEAL1', 0, 'latin1');
      head.writeUInt32LE(1, 8);
      head.set([40, 255, 255, 0], 12);
      head.writeUInt32LE(64 * 1024, 56);
      return head;
    },
  };
  return [
    ...Object.entries(cases).map(([name, make]) => ({ name, make })),
    ...BAD_NAMES.map((bad) => ({
      name: `a part named ${JSON.stringify(bad.slice(0, 20))}`,
      make: () => zip({ mimetype: MEDIA_TYPE, 'manifest.json': manifestOf({}), [bad]: 'x' }),
    })),
  ];
};
