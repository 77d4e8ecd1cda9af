import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSigningPicture } from '../../../electron/export';
import { BLUE, inkPicture, PNG_MAGIC, pngChunk, pngFile, RED } from './sample-picture';

const signature = inkPicture(600, 240, BLUE);
const seal = inkPicture(425, 425, RED);

const refusalOf = (bytes: Uint8Array, kind: 'signature' | 'seal' = 'signature'): string => {
  const read = readSigningPicture(bytes, kind);
  return read.ok ? 'taken' : `${read.error.code}: ${read.error.message}`;
};

const headOf = (width: number, height: number, depth = 8, colour = 6): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, 0], 8);
  return pngChunk('IHDR', head);
};

describe('a picture of a signature or seal', () => {
  test('is taken with its size, blue and red as they should be', () => {
    expect(readSigningPicture(signature, 'signature')).toEqual({
      ok: true,
      value: { width: 600, height: 240, notes: [] },
    });
    expect(readSigningPicture(seal, 'seal')).toEqual({
      ok: true,
      value: { width: 425, height: 425, notes: [] },
    });
  });

  test('is taken with a note where its colour or size is not what paper asks for', () => {
    const notesOf = (bytes: Uint8Array, kind: 'signature' | 'seal'): readonly string[] => {
      const read = readSigningPicture(bytes, kind);
      return read.ok ? read.value.notes : [];
    };
    expect(notesOf(seal, 'signature').join()).toContain('không phải màu xanh');
    expect(notesOf(signature, 'seal').join()).toContain('không phải màu đỏ');
    expect(notesOf(inkPicture(120, 60, BLUE), 'signature').join()).toContain('răng cưa');
  });

  test('palettes, grey with alpha and sixteen bits are read, too', () => {
    const palette = pngFile({
      width: 48,
      height: 48,
      depth: 1,
      colour: 3,
      more: [
        pngChunk('PLTE', Buffer.from([0, 0, 0, 20, 40, 200])),
        pngChunk('tRNS', Buffer.from([0])),
      ],
      rows: Buffer.alloc(7 * 48, 0).map((_, at) => (at % 7 === 3 ? 0xff : 0)),
    });
    expect(refusalOf(palette)).toBe('taken');
    const grey = Buffer.alloc((48 * 4 + 1) * 48);
    grey.fill(0xff, 5, 100);
    expect(refusalOf(pngFile({ width: 48, height: 48, depth: 16, colour: 4, rows: grey }))).toBe(
      'taken',
    );
  });

  const clear = Buffer.alloc((48 * 4 + 1) * 48);
  const full = clear.map((_, at) => (at % (48 * 4 + 1) === 0 ? 0 : 255));
  test.each([
    ['no PNG', Buffer.from('GIF89a, nothing else'), 'không phải ảnh PNG'],
    ['JPEG named .png', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'không phải ảnh PNG'],
    ['a file cut short', signature.subarray(0, signature.length - 20), 'bị hỏng'],
    ['a byte altered', Buffer.from(signature).fill(7, 60, 61), 'bị hỏng'],
    ['something behind its end', Buffer.concat([signature, Buffer.from('x')]), 'bị hỏng'],
    ['no transparency by kind', pngFile({ width: 48, height: 48, colour: 2 }), 'nền trong suốt'],
    ['all of it opaque', pngFile({ width: 48, height: 48, rows: full }), 'nền trong suốt'],
    ['nothing to see', pngFile({ width: 48, height: 48, rows: clear }), 'không có nét nào'],
    ['interlaced', pngFile({ width: 48, height: 48, interlace: 1, rows: clear }), 'xen dòng'],
    ['too wide', pngFile({ width: 20000, height: 48 }), 'quá 3000 điểm'],
    ['too small', pngFile({ width: 20, height: 20 }), 'quá nhỏ'],
    [
      'a filter that does not exist',
      pngFile({ width: 48, height: 48, rows: clear.fill(9, 0, 1) }),
      'bị hỏng',
    ],
    ['too large a file', Buffer.concat([PNG_MAGIC, Buffer.alloc(1024 * 1024)]), '1 MB'],
  ])('%s is refused', (_, bytes, words) => {
    expect(refusalOf(bytes)).toMatch(/^picture-refused: /u);
    expect(refusalOf(bytes)).toContain(words);
  });

  test('one that unpacks to more than its head says is refused without being unpacked', () => {
    const bomb = Buffer.concat([
      PNG_MAGIC,
      headOf(48, 48),
      pngChunk('IDAT', deflateSync(Buffer.alloc(200_000_000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusalOf(bomb)).toContain('bị hỏng');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('no altered file makes the reader throw', () => {
    const small = inkPicture(48, 48, BLUE);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(small.length),
        (changes, length) => {
          const altered = Buffer.from(small.subarray(0, length));
          for (const [at, byte] of changes) if (at < length) altered[at] = byte;
          const read = readSigningPicture(altered, 'signature');
          expect(read.ok || read.error.code === 'picture-refused').toBe(true);
        },
      ),
    );
  });
});
