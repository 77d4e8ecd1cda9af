import type { PngParts } from './png-parts';

/** The mean colour of what is not transparent, 0 … 255. */
export interface Ink {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export interface SeenPixels {
  /** Pixels that let the paper through. */
  readonly clear: number;
  /** null: every pixel does. */
  readonly ink: Ink | null;
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** Undoes the filter of each row in place (ISO/IEC 15948, 9). False: a filter that does not exist. */
const unfilter = (
  { rowBytes, height, bytesPerPixel: step }: PngParts,
  pixels: Uint8Array,
): boolean => {
  const stride = rowBytes + 1;
  for (let row = 0; row < height; row += 1) {
    const start = row * stride + 1;
    const filter = pixels[start - 1] ?? 0;
    if (filter > 4) return false;
    if (filter === 0) continue;
    for (let at = 0; at < rowBytes; at += 1) {
      const place = start + at;
      const left = at < step ? 0 : (pixels[place - step] ?? 0);
      const up = row === 0 ? 0 : (pixels[place - stride] ?? 0);
      const corner = row === 0 || at < step ? 0 : (pixels[place - stride - step] ?? 0);
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : paeth(left, up, corner);
      pixels[place] = (pixels[place] ?? 0) + guess;
    }
  }
  return true;
};

type Sample = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads the pixel at a place of a row; the high byte of samples of sixteen bits says enough. */
const reader = (
  { colour, depth, palette, paletteAlpha }: PngParts,
  pixels: Uint8Array,
): ((start: number, column: number) => Sample | null) => {
  if (colour === 'palette') {
    const mask = (1 << depth) - 1;
    return (start, column) => {
      const bit = column * depth;
      const byte = pixels[start + (bit >> 3)] ?? 0;
      const entry = (byte >> (8 - depth - (bit & 7))) & mask;
      if (entry * 3 + 2 >= palette.length) return null;
      const [red = 0, green = 0, blue = 0] = palette.subarray(entry * 3, entry * 3 + 3);
      return [red, green, blue, paletteAlpha[entry] ?? 255];
    };
  }
  const size = depth / 8;
  const samples = colour === 'rgba' ? 4 : 2;
  return (start, column) => {
    const place = start + column * samples * size;
    const sample = (at: number): number => pixels[place + at * size] ?? 0;
    return colour === 'rgba'
      ? [sample(0), sample(1), sample(2), sample(3)]
      : [sample(0), sample(0), sample(0), sample(1)];
  };
};

const SEEN = 128;
const CLEAR = 16;

/** How much of a picture is clear, and the colour of the rest; `pixels` are used up. null: damaged. */
export const alphaAndInk = (parts: PngParts, pixels: Uint8Array): SeenPixels | null => {
  if (!unfilter(parts, pixels)) return null;
  const read = reader(parts, pixels);
  let [clear, seen, red, green, blue] = [0, 0, 0, 0, 0];
  for (let row = 0; row < parts.height; row += 1) {
    const start = row * (parts.rowBytes + 1) + 1;
    for (let column = 0; column < parts.width; column += 1) {
      const sample = read(start, column);
      if (sample === null) return null;
      const [r, g, b, alpha] = sample;
      if (alpha <= CLEAR) clear += 1;
      if (alpha < SEEN) continue;
      seen += 1;
      red += r;
      green += g;
      blue += b;
    }
  }
  const ink = seen === 0 ? null : { red: red / seen, green: green / seen, blue: blue / seen };
  return { clear, ink };
};
