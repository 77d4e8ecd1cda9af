import { crc32 } from 'node:zlib';

/** What of a PNG file says how to read its pixels (ISO/IEC 15948). */
export interface PngParts {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colour: 'grey-alpha' | 'rgba' | 'palette';
  /** Bits of a sample. */
  readonly depth: number;
  readonly bytesPerPixel: number;
  readonly rowBytes: number;
  /** Red, green, blue of each entry; empty without a palette. */
  readonly palette: Uint8Array;
  /** Alpha of the first entries of the palette; the others are opaque. */
  readonly paletteAlpha: Uint8Array;
  /** Compressed pixels. */
  readonly data: Uint8Array;
}

export type PngFault = 'not-png' | 'damaged' | 'animated' | 'interlaced' | 'opaque';

const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_CHUNKS = 5000;
const GREY_ALPHA = 4;
const RGBA = 6;
const PALETTE = 3;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** All chunks, each checked against its sum; null where the file is cut or altered. */
const chunksOf = (bytes: Uint8Array): Chunk[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = MAGIC.length;
  while (at + 12 <= bytes.length && chunks.length < MOST_CHUNKS) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const sum = view.getUint32(at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== sum) return null;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
    if (type === 'IEND') return at === bytes.length ? chunks : null;
  }
  return null;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const NOTHING = new Uint8Array();

/** Reads the head of a PNG; what has no transparency by its kind is told at once. */
export const pngParts = (bytes: Uint8Array): PngParts | PngFault => {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) return 'not-png';
  const chunks = chunksOf(bytes);
  const [head] = chunks ?? [];
  if (chunks === null || head?.type !== 'IHDR' || head.data.length !== 13) return 'damaged';
  const find = (type: string): Uint8Array =>
    chunks.find((chunk) => chunk.type === type)?.data ?? NOTHING;
  if (chunks.some(({ type }) => type === 'acTL')) return 'animated';
  const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, compression, filter, interlace] = head.data.subarray(8);
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0) return 'damaged';
  if (interlace !== 0) return interlace === 1 ? 'interlaced' : 'damaged';
  const palette = find('PLTE');
  const paletteAlpha = find('tRNS');
  if (colour === 0 || colour === 2) return 'opaque';
  const kind = { [GREY_ALPHA]: 'grey-alpha', [RGBA]: 'rgba', [PALETTE]: 'palette' } as const;
  if (colour !== GREY_ALPHA && colour !== RGBA && colour !== PALETTE) return 'damaged';
  if (colour === PALETTE && paletteAlpha.length === 0) return 'opaque';
  const depths = colour === PALETTE ? [1, 2, 4, 8] : [8, 16];
  if (!depths.includes(depth)) return 'damaged';
  if (colour === PALETTE && (palette.length === 0 || palette.length % 3 !== 0)) return 'damaged';
  const samples = colour === RGBA ? 4 : colour === GREY_ALPHA ? 2 : 1;
  const data = joined(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data));
  return {
    width,
    height,
    colour: kind[colour],
    depth,
    bytesPerPixel: Math.max(1, (samples * depth) / 8),
    rowBytes: Math.ceil((width * samples * depth) / 8),
    palette,
    paletteAlpha,
    data,
  };
};
