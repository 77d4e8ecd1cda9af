import { createDecipheriv } from 'node:crypto';
import { Integer } from 'asn1js';
import forge from 'node-forge';
import { type AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs';
import { OID } from '../asn1/oid';
import { childrenOf, octetsOf, readAs } from '../asn1/read-der';
import { latin1 } from '../byte-strings';
import { Malformed } from '../malformed';
import { type Derivation, derivePbkdf2, derivePkcs12, PURPOSE } from './derive-key';
import { UnknownEncryption } from './unknown-encryption';
import { wipe } from './wipe';

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

/** Digest of an HMAC; SHA-1 when it is left out, as the standard says. */
export const keyedHash = (identifier: AlgorithmIdentifier | undefined): string => {
  const digest = identifier === undefined ? 'sha1' : KEYED_HASHES[identifier.algorithmId];
  if (digest === undefined) throw new UnknownEncryption('unknown keyed hash');
  return digest;
};

/** `length` counts when the file leaves it to the cipher. */
export const readPbkdf2 = (identifier: AlgorithmIdentifier, length: number): Derivation => {
  if (identifier.algorithmId !== OID.pbkdf2) throw new UnknownEncryption('unknown derivation');
  const { salt, iterationCount, keyLength, prf } = readAs(PBKDF2Params, identifier.algorithmParams);
  return {
    salt: octetsOf(salt),
    rounds: iterationCount,
    length: keyLength ?? length,
    digest: keyedHash(prf),
  };
};

/** RC2, which old Windows wrote and neither Node nor Electron offers. */
const decryptRc2 = (key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array => {
  const cipher = forge.rc2.createDecryptionCipher(latin1(key), key.byteLength * 8);
  cipher.start(latin1(iv));
  cipher.update(forge.util.createBuffer(latin1(data)));
  if (!cipher.finish()) throw new Malformed('does not decrypt');
  return Buffer.from(cipher.output.getBytes(), 'latin1');
};

const decryptWithNode = (
  name: string,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array => {
  try {
    const decipher = createDecipheriv(name, key, iv);
    const start = decipher.update(data);
    const end = decipher.final();
    const plain = Buffer.concat([start, end]);
    wipe(start, end);
    return plain;
  } catch {
    throw new Malformed('does not decrypt');
  }
};

/** `key` is wiped. */
const decryptWith = (
  { name, keyLength, ivLength }: BlockCipher,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array => {
  // 3DES with two keys uses the first one again.
  const isTwoKey = name === 'des-ede3-cbc' && keyLength === 16;
  const whole = isTwoKey ? Buffer.concat([key, key.subarray(0, 8)]) : key;
  try {
    if (iv.byteLength !== ivLength || key.byteLength !== keyLength) {
      throw new Malformed('key or vector of the wrong size');
    }
    return name === 'rc2-cbc' ? decryptRc2(key, iv, data) : decryptWithNode(name, whole, iv, data);
  } finally {
    wipe(key, whole);
  }
};

const decryptModern = (
  { algorithmParams }: AlgorithmIdentifier,
  data: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array => {
  const { keyDerivationFunc, encryptionScheme } = readAs(PBES2Params, algorithmParams);
  const cipher = MODERN[encryptionScheme.algorithmId];
  if (cipher === undefined) throw new UnknownEncryption('unknown cipher');
  const iv = octetsOf(encryptionScheme.algorithmParams);
  const key = derivePbkdf2(passphrase, readPbkdf2(keyDerivationFunc, cipher.keyLength));
  return decryptWith(cipher, key, iv, data);
};

/** pkcs-12PbeParams, for which the library has no structure. */
const readLegacy = ({ algorithmParams }: AlgorithmIdentifier) => {
  const [salt, rounds] = childrenOf(algorithmParams);
  if (!(rounds instanceof Integer)) throw new Malformed('no count of rounds');
  return { digest: 'sha1', salt: octetsOf(salt), rounds: rounds.valueBlock.valueDec };
};

/** Decrypts what an algorithm and a passphrase (UTF-8) protect. Throws `Malformed`. */
export const decryptSafe = (
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  passphrase: Uint8Array,
): Uint8Array => {
  if (algorithm.algorithmId === OID.pbes2) return decryptModern(algorithm, data, passphrase);
  const cipher = LEGACY[algorithm.algorithmId];
  if (cipher === undefined) throw new UnknownEncryption('unknown encryption');
  const common = readLegacy(algorithm);
  const key = derivePkcs12(passphrase, PURPOSE.key, { ...common, length: cipher.keyLength });
  const iv = derivePkcs12(passphrase, PURPOSE.iv, { ...common, length: cipher.ivLength });
  return decryptWith(cipher, key, iv, data);
};
