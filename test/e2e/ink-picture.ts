/** Pictures as a scanner and a drawing program leave them: ink on a transparent ground. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG with an alpha channel; `isInk` tells where the ink is. */
export const inkPicture = (
  width: number,
  height: number,
  colour: readonly [number, number, number],
  isInk: (x: number, y: number) => boolean,
): Buffer => {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isInk(x, y)) rows.set([...colour, 255], y * (width * 4 + 1) + 1 + x * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A blue wave with a stroke under it. */
export const signaturePicture = (): Buffer =>
  inkPicture(480, 200, [31, 63, 168], (x, y) => {
    const wave = 90 + 60 * Math.sin(x / 26) * Math.cos(x / 90);
    return Math.abs(y - wave) < 5 || (x > 60 && Math.abs(y - 170 + x / 30) < 3);
  });

/** A red ring with a star's place in its middle. */
export const sealPicture = (): Buffer =>
  inkPicture(420, 420, [200, 16, 46], (x, y) => {
    const far = Math.hypot(x - 210, y - 210);
    return (far < 208 && far > 198) || (far < 150 && far > 146) || far < 40;
  });
