import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  childrenOf,
  childWithTag,
  expectTag,
  octetsOf,
  oidOf,
  smallIntegerOf,
} from '../asn1/der-values';
import { digestName, OID } from '../asn1/oid';
import { contextConstructed, contextTag, type DerNode, readDer, TAG } from '../asn1/read-der';
import { Malformed } from '../malformed';
import { decryptSafe, keyedHash, readPbkdf2, UnknownEncryption } from './decrypt-safe';
import { derivePbkdf2, derivePkcs12, PURPOSE } from './derive-key';
import { wipe } from './passphrase';

/** What lies in a PKCS#12 file, still as the bytes it was kept as. */
export interface Bags {
  /** PKCS#8, decrypted: whoever reads them wipes them. */
  readonly keys: readonly Uint8Array[];
  /** Certificates, DER. */
  readonly certificates: readonly Uint8Array[];
}

export class WrongPassphrase extends Malformed {}

const contentOf = (info: DerNode, oid: string): DerNode | undefined => {
  const [type, content] = childrenOf(info, TAG.sequence);
  return oidOf(type) === oid ? content : undefined;
};

/** A MAC is there in every file that has a passphrase at all; it tells a wrong one from damage. */
const checkMac = (mac: DerNode, safe: Uint8Array, passphrase: Uint8Array): void => {
  const [digestInfo, salt, rounds] = childrenOf(mac, TAG.sequence);
  const [algorithm, expected] = childrenOf(digestInfo, TAG.sequence);
  const [identifier, parameters] = childrenOf(algorithm, TAG.sequence);
  const oid = oidOf(identifier);
  let digest = digestName(oid);
  let key: Uint8Array;
  if (oid === OID.pbmac1) {
    const [derivation, scheme] = childrenOf(parameters, TAG.sequence);
    digest = keyedHash(scheme);
    key = derivePbkdf2(passphrase, readPbkdf2(derivation, 32));
  } else {
    if (digest === undefined) throw new UnknownEncryption('unknown digest');
    const length = createHmac(digest, '').digest().byteLength;
    key = derivePkcs12(passphrase, PURPOSE.mac, {
      digest,
      salt: octetsOf(salt),
      rounds: rounds === undefined ? 1 : smallIntegerOf(rounds),
      length,
    });
  }
  const found = createHmac(digest, key).update(safe).digest();
  wipe(key);
  const wanted = octetsOf(expected);
  if (wanted.byteLength !== found.byteLength || !timingSafeEqual(wanted, found)) {
    throw new WrongPassphrase('the keyed hash differs');
  }
};

const encryptedContent = (node: DerNode): Uint8Array => {
  const pieces = childWithTag(node, contextConstructed(0));
  if (pieces !== undefined) return Buffer.concat(pieces.children.map((piece) => octetsOf(piece)));
  return expectTag(childWithTag(node, contextTag(0)), contextTag(0)).content;
};

const safeContents = (info: DerNode, passphrase: Uint8Array): Uint8Array | null => {
  const plain = contentOf(info, OID.data);
  if (plain !== undefined) return octetsOf(plain.children[0]);
  const encrypted = contentOf(info, OID.encryptedData);
  if (encrypted === undefined) return null;
  const [, content] = childrenOf(encrypted.children[0], TAG.sequence);
  const [, algorithm] = childrenOf(content, TAG.sequence);
  return decryptSafe(algorithm, encryptedContent(expectTag(content, TAG.sequence)), passphrase);
};

const readBag = (bag: DerNode, passphrase: Uint8Array): Partial<Bags> => {
  const [type, holder] = childrenOf(bag, TAG.sequence);
  const value = expectTag(holder, contextConstructed(0)).children[0];
  const oid = oidOf(type);
  if (oid === OID.plainKey) return { keys: [Buffer.from(expectTag(value, TAG.sequence).raw)] };
  if (oid === OID.pkcs8ShroudedKey) {
    const [algorithm, data] = childrenOf(value, TAG.sequence);
    return { keys: [decryptSafe(algorithm, octetsOf(data), passphrase)] };
  }
  if (oid !== OID.certificateBag) return {};
  const [kind, certificate] = childrenOf(value, TAG.sequence);
  if (oidOf(kind) !== OID.x509Certificate) return {};
  return { certificates: [octetsOf(expectTag(certificate, contextConstructed(0)).children[0])] };
};

/** Throws `WrongPassphrase`, `UnknownEncryption` or plain `Malformed`. */
export const readBags = (file: Uint8Array, passphrase: Uint8Array): Bags => {
  const [version, authSafe, mac] = childrenOf(readDer(file, true), TAG.sequence);
  if (smallIntegerOf(version) !== 3) throw new Malformed('no PKCS#12 file');
  const info = expectTag(authSafe, TAG.sequence);
  const content = contentOf(info, OID.data);
  if (content === undefined)
    throw new UnknownEncryption('sealed with a key instead of a passphrase');
  const safe = octetsOf(content.children[0]);
  if (mac !== undefined) checkMac(mac, safe, passphrase);
  try {
    const bags = childrenOf(readDer(safe, true), TAG.sequence)
      .map((one) => safeContents(one, passphrase))
      .filter((contents) => contents !== null)
      .flatMap((contents) => childrenOf(readDer(contents, true), TAG.sequence))
      .map((bag) => readBag(bag, passphrase));
    return {
      keys: bags.flatMap((bag) => bag.keys ?? []),
      certificates: bags.flatMap((bag) => bag.certificates ?? []),
    };
  } catch (fault) {
    // Without a MAC a wrong passphrase shows only as content that does not decrypt.
    const unsure = mac === undefined && fault instanceof Malformed;
    if (unsure && !(fault instanceof UnknownEncryption)) throw new WrongPassphrase(fault.message);
    throw fault;
  }
};
