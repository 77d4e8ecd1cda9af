import * as buffer from 'node:buffer';

/**
 * Long texts as bytes. Turning a string of tens of kilobytes into UTF-8 costs more than hashing it,
 * and a save wants the same words three times: for the journal, for the hash of their row, and for
 * the row. So the last long text is remembered.
 */

/** Below this length the plain way is quicker. */
const LONG = 2048;

export const isLongText = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= LONG;

interface LastText {
  readonly text: string;
  readonly bytes: Buffer;
  quoted: Buffer | null;
}

let last: LastText = { text: '', bytes: Buffer.alloc(0), quoted: null };

/**
 * Room that is used again for every long text: taking and giving back hundreds of kilobytes for each
 * save costs more than filling them. Above the largest, room is taken for the one text only.
 */
class Room {
  static readonly #MOST = 1024 * 1024;
  #kept = Buffer.alloc(0);

  /** At least `size` bytes of unknown content; what was handed out before is void. */
  take(size: number): Buffer {
    if (size > Room.#MOST) return Buffer.allocUnsafeSlow(size);
    if (this.#kept.length < size)
      this.#kept = Buffer.allocUnsafeSlow(Math.min(2 * size, Room.#MOST));
    return this.#kept;
  }
}

const wideRoom = new Room();
const quotedRoom = new Room();

const toUtf16 = (text: string): Buffer => {
  const room = wideRoom.take(2 * text.length);
  return room.subarray(0, room.write(text, 0, 'utf16le'));
};

/**
 * Through UTF-16, which needs no work to copy: several times as fast as `Buffer.from(text)` for text
 * beyond Latin-1. Halves of characters become U+FFFD, as there.
 */
const toUtf8 = (text: string): Buffer =>
  // A runtime built without ICU has no such function.
  typeof buffer.transcode === 'function' && text.isWellFormed()
    ? buffer.transcode(toUtf16(text), 'utf16le', 'utf8')
    : Buffer.from(text, 'utf8');

const remembered = (text: string): LastText => {
  if (last.text !== text) last = { text, bytes: toUtf8(text), quoted: null };
  return last;
};

/** A text in UTF-8; not to be written to. */
export const utf8Bytes = (text: string): Buffer =>
  isLongText(text) ? remembered(text).bytes : Buffer.from(text, 'utf8');

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** null where more than quotes and backslashes has to be escaped. */
const quotedPlainly = (plain: Buffer): Buffer | null => {
  const quoted = quotedRoom.take(2 * plain.length + 2);
  quoted[0] = QUOTE;
  let end = 1;
  for (let at = 0; at < plain.length; at += 1) {
    const byte = plain[at] ?? 0;
    if (byte < SPACE) return null;
    if (byte === QUOTE || byte === BACKSLASH) {
      quoted[end] = BACKSLASH;
      end += 1;
    }
    quoted[end] = byte;
    end += 1;
  }
  quoted[end] = QUOTE;
  return quoted.subarray(0, end + 1);
};

/**
 * What `JSON.stringify` makes of a text, in UTF-8; not to be written to, and good only until the next
 * long text is asked for.
 */
export const quotedBytes = (text: string): Buffer => {
  if (!isLongText(text) || !text.isWellFormed()) return Buffer.from(JSON.stringify(text), 'utf8');
  const known = remembered(text);
  known.quoted ??= quotedPlainly(known.bytes) ?? Buffer.from(JSON.stringify(text), 'utf8');
  return known.quoted;
};
