import { createDecipheriv } from 'node:crypto';
import { childrenOf, octetsOf, oidOf, smallIntegerOf } from '../asn1/der-values';
import { OID } from '../asn1/oid';
import { type DerNode, TAG } from '../asn1/read-der';
import { Malformed } from '../malformed';
import { decryptRc2 } from './decrypt-rc2';
import { type Derivation, derivePbkdf2, derivePkcs12, PURPOSE } from './derive-key';
import { wipe } from './passphrase';

/** The file asks for an algorithm we do not have. Different from damage: another export helps. */
export class UnknownEncryption extends Malformed {}

interface BlockCipher {
  readonly name: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede3-cbc' | 'rc2-cbc';
  readonly keyLength: number;
  readonly ivLength: number;
}

const LEGACY: Readonly<Record<string, BlockCipher>> = {
  '1.2.840.113549.1.12.1.3': { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 },
  '1.2.840.113549.1.12.1.4': { name: 'des-ede3-cbc', keyLength: 16, ivLength: 8 },
  '1.2.840.113549.1.12.1.5': { name: 'rc2-cbc', keyLength: 16, ivLength: 8 },
  '1.2.840.113549.1.12.1.6': { name: 'rc2-cbc', keyLength: 5, ivLength: 8 },
};

const MODERN: Readonly<Record<string, BlockCipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 },
};

const KEYED_HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/** Digest of an HMAC's AlgorithmIdentifier; SHA-1 when it is left out, as the standard says. */
export const keyedHash = (node: DerNode | undefined): string => {
  const digest = node === undefined ? 'sha1' : KEYED_HASHES[oidOf(node.children[0])];
  if (digest === undefined) throw new UnknownEncryption('unknown keyed hash');
  return digest;
};

/** PBKDF2-params; `length` when the file leaves it to the cipher. */
export const readPbkdf2 = (node: DerNode | undefined, length: number): Derivation => {
  const [identifier, parameters] = childrenOf(node, TAG.sequence);
  if (oidOf(identifier) !== OID.pbkdf2) throw new UnknownEncryption('unknown key derivation');
  const [salt, rounds, ...rest] = childrenOf(parameters, TAG.sequence);
  const keyLength = rest.find((field) => field.tag === TAG.integer);
  return {
    salt: octetsOf(salt),
    rounds: smallIntegerOf(rounds),
    length: keyLength === undefined ? length : smallIntegerOf(keyLength),
    digest: keyedHash(rest.find((field) => field.tag === TAG.sequence)),
  };
};

const decryptWith = (
  cipher: BlockCipher,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array => {
  if (iv.byteLength !== cipher.ivLength || key.byteLength !== cipher.keyLength) {
    throw new Malformed('key or vector of the wrong size');
  }
  if (cipher.name === 'rc2-cbc') return decryptRc2(key, iv, data);
  const whole = key.byteLength === 16 && cipher.name === 'des-ede3-cbc';
  const longKey = whole ? Buffer.concat([key, key.subarray(0, 8)]) : key;
  try {
    const decipher = createDecipheriv(cipher.name, longKey, iv);
    const start = decipher.update(data);
    const end = decipher.final();
    const plain = Buffer.concat([start, end]);
    wipe(start, end);
    return plain;
  } catch {
    throw new Malformed('does not decrypt');
  }
};

const decryptModern = (
  parameters: DerNode | undefined,
  data: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array => {
  const [derivation, scheme] = childrenOf(parameters, TAG.sequence);
  const [identifier, iv] = childrenOf(scheme, TAG.sequence);
  const cipher = MODERN[oidOf(identifier)];
  if (cipher === undefined) throw new UnknownEncryption('unknown cipher');
  const key = derivePbkdf2(passphrase, readPbkdf2(derivation, cipher.keyLength));
  try {
    return decryptWith(cipher, key, octetsOf(iv), data);
  } finally {
    wipe(key);
  }
};

const decryptLegacy = (
  cipher: BlockCipher,
  parameters: DerNode | undefined,
  data: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array => {
  const [salt, rounds] = childrenOf(parameters, TAG.sequence);
  const common = { digest: 'sha1', salt: octetsOf(salt), rounds: smallIntegerOf(rounds) };
  const key = derivePkcs12(passphrase, PURPOSE.key, { ...common, length: cipher.keyLength });
  const iv = derivePkcs12(passphrase, PURPOSE.iv, { ...common, length: cipher.ivLength });
  try {
    return decryptWith(cipher, key, iv, data);
  } finally {
    wipe(key);
  }
};

/** Decrypts what an AlgorithmIdentifier and a passphrase (UTF-8) protect. Throws `Malformed`. */
export const decryptSafe = (
  algorithm: DerNode | undefined,
  data: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array => {
  const [identifier, parameters] = childrenOf(algorithm, TAG.sequence);
  const oid = oidOf(identifier);
  if (oid === OID.pbes2) return decryptModern(parameters, data, passphrase);
  const cipher = LEGACY[oid];
  if (cipher === undefined) throw new UnknownEncryption('unknown encryption');
  return decryptLegacy(cipher, parameters, data, passphrase);
};
