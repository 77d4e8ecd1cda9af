import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import type { RandomAccess } from './random-access';
import { BadPackage } from './zip-reader';

/**
 * A package under a passphrase. 64 bytes of head, all of them authenticated with every piece:
 *
 *     0  'BDXSEAL1'   8  u32 version = 1    12  u8 log2 N   13  u8 r   14  u8 p   15  u8 zero
 *    16  32 bytes salt                      48  7 bytes nonce prefix   55  u8 zero
 *    56  u32 bytes a piece                  60  u32 zero
 *
 * Then pieces: AES-256-GCM with nonce = prefix ‖ u32 number ‖ u8 (1 for the last), 16 bytes of tag
 * behind each. Cutting off, repeating or moving pieces changes number or mark of the last and fails.
 */
const MAGIC = Buffer.from('BDXSEAL1', 'latin1');
const HEAD = 64;
const PIECE = 64 * 1024;
const TAG = 16;
const COST = { log2N: 17, r: 8, p: 1 } as const;
/** Above this a file only wants to keep the machine busy. */
const MOST = { log2N: 20, r: 16, p: 4 } as const;

export const isSealed = (head: Buffer): boolean => head.subarray(0, MAGIC.length).equals(MAGIC);

const keyOf = (
  passphrase: string,
  salt: Buffer,
  { log2N, r, p }: { log2N: number; r: number; p: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** log2N;
    // Composed and decomposed accents are the same passphrase to the person who types it.
    const secret = Buffer.from(passphrase.normalize('NFC'), 'utf8');
    scrypt(secret, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      secret.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });

const nonceOf = (prefix: Buffer, number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce, 0);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** `random`: 39 fresh bytes, salt and nonce prefix. */
export async function* sealPieces(
  plain: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  passphrase: string,
  random: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const head = Buffer.alloc(HEAD);
  MAGIC.copy(head, 0);
  head.writeUInt32LE(1, 8);
  head[12] = COST.log2N;
  head[13] = COST.r;
  head[14] = COST.p;
  Buffer.from(random).copy(head, 16, 0, 32);
  Buffer.from(random).copy(head, 48, 32, 39);
  head.writeUInt32LE(PIECE, 56);
  const key = await keyOf(passphrase, head.subarray(16, 48), COST);
  const prefix = head.subarray(48, 55);
  yield head;
  let number = 0;
  const seal = (piece: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast));
    cipher.setAAD(head);
    number += 1;
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  };
  let waiting: Buffer = Buffer.alloc(0);
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes]);
    // One piece is held back: only the end tells which is the last.
    while (waiting.length > PIECE) {
      yield seal(waiting.subarray(0, PIECE), false);
      waiting = waiting.subarray(PIECE);
    }
  }
  yield seal(waiting, true);
  key.fill(0);
}

/**
 * The plain bytes behind a sealed file as another file to read in. Pieces are opened when they are
 * asked for; null: the passphrase is wrong or the file was changed, which cannot be told apart.
 */
export const unseal = async (
  file: RandomAccess,
  passphrase: string,
): Promise<RandomAccess | null> => {
  if (file.size < HEAD + TAG) throw new BadPackage('sealed file too short');
  const head = file.read(0, HEAD);
  const cost = { log2N: head[12] ?? 0, r: head[13] ?? 0, p: head[14] ?? 0 };
  const isPlausible =
    head.readUInt32LE(8) === 1 &&
    head.readUInt32LE(56) === PIECE &&
    cost.log2N >= 14 &&
    cost.log2N <= MOST.log2N &&
    cost.r >= 1 &&
    cost.r <= MOST.r &&
    cost.p >= 1 &&
    cost.p <= MOST.p;
  if (!isPlausible) throw new BadPackage('sealed with settings that are not ours');
  const key = await keyOf(passphrase, head.subarray(16, 48), cost);
  const prefix = head.subarray(48, 55);
  const pieces = Math.ceil((file.size - HEAD) / (PIECE + TAG));
  const size = file.size - HEAD - pieces * TAG;
  const open = (number: number): Buffer => {
    const at = HEAD + number * (PIECE + TAG);
    const sealed = file.read(at, Math.min(PIECE + TAG, file.size - at));
    const isLast = number === pieces - 1;
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast), {
      authTagLength: TAG,
    });
    decipher.setAAD(head);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([
      decipher.update(sealed.subarray(0, sealed.length - TAG)),
      decipher.final(),
    ]);
  };
  try {
    open(0);
    open(pieces - 1);
  } catch {
    key.fill(0);
    return null;
  }
  let held: { readonly number: number; readonly bytes: Buffer } | null = null;
  const piece = (number: number): Buffer => {
    if (held?.number === number) return held.bytes;
    try {
      const bytes = open(number);
      held = { number, bytes };
      return bytes;
    } catch {
      throw new BadPackage('a piece was changed');
    }
  };
  return {
    size,
    read: (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > size)
        throw new RangeError('beyond the end');
      const result = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const at = offset + done;
        const bytes = piece(Math.floor(at / PIECE));
        done += bytes.copy(result, done, at % PIECE);
      }
      return result;
    },
    close: () => {
      key.fill(0);
      file.close();
    },
  };
};
