/** First bytes of files that people have: PDF, zip and Office, pictures, old Office, programs. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];

const isControl = (unit: number): boolean =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) || unit === 0x7f;

/** Text in UTF-8 or UTF-16 with a mark; a cut character at the end of the piece is no fault. */
const isText = (head: Uint8Array): boolean => {
  const is16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const encoding = is16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) return false;
    return text !== '';
  } catch {
    return false;
  }
};

/**
 * True when a file that is no database plainly is something else, a text or a picture: somebody put
 * it there. Anything else in the place of a database is a damaged one.
 */
export const looksForeign = (head: Uint8Array): boolean =>
  MAGIC.some((magic) => magic.every((byte, at) => head[at] === byte)) || isText(head);
