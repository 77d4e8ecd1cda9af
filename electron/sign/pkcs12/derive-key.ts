import { pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';
import { latin1 } from '../byte-strings';
import { Malformed } from '../malformed';
import { UnknownEncryption } from './unknown-encryption';

/** What derived bytes are for (RFC 7292, appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

/** Writers use 2 048 to 1 000 000 rounds; more would only make a hostile file hang the program. */
const MOST_ROUNDS = 1_000_000;
const LONGEST_SALT = 1024;
const LONGEST_KEY = 64;

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
    length > LONGEST_KEY;
  if (odd) throw new Malformed('key derivation out of range');
};

const { md5, sha1, sha256, sha384, sha512 } = forge.md;
const DIGESTS: Readonly<Record<string, { create(): forge.md.MessageDigest }>> = {
  md5,
  sha1,
  sha256,
  sha384,
  sha512,
};

/**
 * The derivation of PKCS#12 itself; `passphrase` is UTF-8. The library takes it as text only: that
 * one string cannot be wiped and is left to the garbage collector.
 */
export const derivePkcs12 = (
  passphrase: Uint8Array,
  purpose: number,
  derivation: Derivation,
): Uint8Array => {
  refuseExtremes(derivation);
  const { digest, salt, rounds, length } = derivation;
  const hash = DIGESTS[digest];
  if (hash === undefined) throw new UnknownEncryption('unknown digest');
  const text = Buffer.from(passphrase).toString('utf8');
  const key = forge.pkcs12.generateKey(
    text,
    forge.util.createBuffer(latin1(salt)),
    purpose,
    rounds,
    length,
    hash.create(),
  );
  return Buffer.from(key.getBytes(), 'latin1');
};

/** PBKDF2 over the UTF-8 passphrase. */
export const derivePbkdf2 = (passphrase: Uint8Array, derivation: Derivation): Uint8Array => {
  refuseExtremes(derivation);
  const { digest, salt, rounds, length } = derivation;
  return pbkdf2Sync(passphrase, salt, rounds, length, digest);
};
