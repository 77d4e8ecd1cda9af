import { zlibSync } from 'fflate';
import { codeModules } from '../../../shared/layout';

/** Pixels of a module: enough that no program blurs it in half an inch. */
const MODULE = 12;
const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

const crcOf = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crcOf(bytes.subarray(4, 8 + data.length)));
  return bytes;
};

/** A square code as a PNG of one bit a pixel. The same text gives the same bytes. */
export const codePicture = (text: string): Uint8Array => {
  const modules = codeModules(text);
  const side = modules.length * MODULE;
  const rowBytes = Math.ceil(side / 8);
  const pixels = new Uint8Array((rowBytes + 1) * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const isDark = modules[Math.floor(row / MODULE)]?.[Math.floor(column / MODULE)] === true;
      // In greyscale of one bit, 1 is white.
      const place = row * (rowBytes + 1) + 1 + (column >> 3);
      if (!isDark) pixels[place] = (pixels[place] ?? 0) | (0x80 >> (column & 7));
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  head.set([1, 0, 0, 0, 0], 8);
  const parts = [
    Uint8Array.from(MAGIC),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(pixels, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
