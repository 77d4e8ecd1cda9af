import { crc32, deflateSync } from 'node:zlib';

export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
};

export const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** Raw rows, each behind its filter; left out: clear but for a band of ink. */
  readonly rows?: Uint8Array;
  readonly more?: readonly Buffer[];
}

export const pngFile = (options: PngOptions): Buffer => {
  const { width, height, depth = 8, colour = 6, interlace = 0, rows = Buffer.alloc(0) } = options;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlace], 8);
  return Buffer.concat([
    PNG_MAGIC,
    pngChunk('IHDR', head),
    ...(options.more ?? []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

type Ink = readonly [red: number, green: number, blue: number];
export const BLUE: Ink = [20, 40, 200];
export const RED: Ink = [210, 20, 30];

/** A ring of ink on a clear ground, as a seal or a scrawl would be. */
export const inkPicture = (width: number, height: number, ink: Ink): Buffer => {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [x, y] = [(2 * column) / width - 1, (2 * row) / height - 1];
      const distance = Math.hypot(x, y);
      if (distance > 0.98 || distance < 0.8) continue;
      rows.set([...ink, 255], row * (width * 4 + 1) + 1 + column * 4);
    }
  }
  return pngFile({ width, height, rows });
};
