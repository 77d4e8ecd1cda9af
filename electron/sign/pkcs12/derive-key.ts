import { createHash, pbkdf2Sync } from 'node:crypto';
import { Malformed } from '../malformed';
import { bmpPassphrase, wipe } from './passphrase';

/** What derived bytes are for (RFC 7292, appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

/** Writers use 2 048 to 1 000 000 rounds; more would only make a hostile file hang the program. */
const MOST_ROUNDS = 2_000_000;
const LONGEST_SALT = 1024;

export interface Derivation {
  readonly digest: string;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** Bytes wanted. */
  readonly length: number;
}

const refuseExtremes = ({ salt, rounds, length }: Derivation): void => {
  const odd =
    rounds < 1 ||
    rounds > MOST_ROUNDS ||
    salt.byteLength > LONGEST_SALT ||
    length < 1 ||
    length > 64;
  if (odd) throw new Malformed('key derivation out of range');
};

const BLOCK: Readonly<Record<string, number>> = { sha384: 128, sha512: 128 };

/** `bytes` repeated to whole blocks; nothing for nothing. */
const fillBlocks = (bytes: Uint8Array, block: number): Uint8Array => {
  const filled = new Uint8Array(Math.ceil(bytes.byteLength / block) * block);
  for (let at = 0; at < filled.byteLength; at += 1) filled[at] = bytes[at % bytes.byteLength] ?? 0;
  return filled;
};

/** Each block of `state` plus `step` plus one, modulo the block's size. */
const addToBlocks = (state: Uint8Array, step: Uint8Array): void => {
  const block = step.byteLength;
  for (let start = 0; start < state.byteLength; start += block) {
    let carry = 1;
    for (let at = block - 1; at >= 0; at -= 1) {
      const sum = (state[start + at] ?? 0) + (step[at] ?? 0) + carry;
      state[start + at] = sum & 0xff;
      carry = sum >> 8;
    }
  }
};

/** The derivation of PKCS#12 itself; `passphrase` is UTF-8. */
export const derivePkcs12 = (
  passphrase: Uint8Array,
  purpose: number,
  derivation: Derivation,
): Uint8Array => {
  refuseExtremes(derivation);
  const { digest, salt, rounds, length } = derivation;
  const block = BLOCK[digest] ?? 64;
  const wide = bmpPassphrase(passphrase);
  const secret = fillBlocks(wide, block);
  const state = Buffer.concat([fillBlocks(salt, block), secret]);
  const diversifier = new Uint8Array(block).fill(purpose);
  const out = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    let value = createHash(digest).update(diversifier).update(state).digest();
    for (let round = 1; round < rounds; round += 1)
      value = createHash(digest).update(value).digest();
    out.set(value.subarray(0, length - done), done);
    done += value.byteLength;
    addToBlocks(state, fillBlocks(value, block).subarray(0, block));
  }
  wipe(wide, secret, state);
  return out;
};

/** PBKDF2 over the UTF-8 passphrase. */
export const derivePbkdf2 = (passphrase: Uint8Array, derivation: Derivation): Uint8Array => {
  refuseExtremes(derivation);
  const { digest, salt, rounds, length } = derivation;
  return pbkdf2Sync(passphrase, salt, rounds, length, digest);
};
