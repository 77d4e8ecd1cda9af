import { createHmac, timingSafeEqual } from 'node:crypto';
import { ObjectIdentifier } from 'asn1js';
import {
  AuthenticatedSafe,
  type ContentInfo,
  EncryptedData,
  type MacData,
  PBES2Params,
  PFX,
  PKCS8ShroudedKeyBag,
} from 'pkijs';
import { digestName, OID } from '../asn1/oid';
import { childrenOf, type DerNode, octetsOf, rawOf, readAs, readBer } from '../asn1/read-der';
import { Malformed } from '../malformed';
import { decryptSafe, keyedHash, readPbkdf2 } from './decrypt-safe';
import { derivePbkdf2, derivePkcs12, PURPOSE } from './derive-key';
import { UnknownEncryption } from './unknown-encryption';
import { wipe } from './wipe';

/** What lies in a PKCS#12 file, still as the bytes it was kept as. */
export interface Bags {
  /** PKCS#8, decrypted: whoever reads them wipes them. */
  readonly keys: Uint8Array[];
  /** Certificates, DER. */
  readonly certificates: Uint8Array[];
}

/** Telling who issued whom takes a signature check for each pair. */
const MOST_CERTIFICATES = 32;

export class WrongPassphrase extends Malformed {}

interface MacKey {
  readonly digest: string;
  readonly key: Uint8Array;
}

const macKey = ({ mac, macSalt, iterations }: MacData, passphrase: Uint8Array): MacKey => {
  const { algorithmId, algorithmParams } = mac.digestAlgorithm;
  if (algorithmId === OID.pbmac1) {
    // Its parameters have the shape of PBES2's: a derivation and what is done with the key.
    const { keyDerivationFunc, encryptionScheme } = readAs(PBES2Params, algorithmParams);
    const derivation = readPbkdf2(keyDerivationFunc, 32);
    return { digest: keyedHash(encryptionScheme), key: derivePbkdf2(passphrase, derivation) };
  }
  const digest = digestName(algorithmId);
  if (digest === undefined) throw new UnknownEncryption('unknown digest');
  const length = createHmac(digest, '').digest().byteLength;
  const derivation = { digest, salt: octetsOf(macSalt), rounds: iterations ?? 1, length };
  return { digest, key: derivePkcs12(passphrase, PURPOSE.mac, derivation) };
};

/** A MAC is there in every file that has a passphrase at all; it tells a wrong one from damage. */
const checkMac = (data: MacData, safe: Uint8Array, passphrase: Uint8Array): void => {
  const { digest, key } = macKey(data, passphrase);
  const found = createHmac(digest, key).update(safe).digest();
  wipe(key);
  const wanted = octetsOf(data.mac.digest);
  if (wanted.byteLength !== found.byteLength || !timingSafeEqual(wanted, found)) {
    throw new WrongPassphrase('the keyed hash differs');
  }
};

const safeContents = (info: ContentInfo, passphrase: Uint8Array): Uint8Array | null => {
  if (info.contentType === OID.data) return octetsOf(info.content as DerNode);
  if (info.contentType !== OID.encryptedData) return null;
  const { encryptedContentInfo } = readAs(EncryptedData, info.content as DerNode);
  const { contentEncryptionAlgorithm, encryptedContent } = encryptedContentInfo;
  if (encryptedContent === undefined) throw new Malformed('nothing encrypted');
  const data = new Uint8Array(encryptedContentInfo.getEncryptedContent());
  return decryptSafe(contentEncryptionAlgorithm, data, passphrase);
};

const typeAndValue = (node: DerNode | undefined): [string, DerNode | undefined] => {
  const [type, holder] = childrenOf(node);
  if (!(type instanceof ObjectIdentifier)) throw new Malformed('bag of no kind');
  return [type.getValue(), childrenOf(holder)[0]];
};

/**
 * Puts what is in a bag into `into`. The library's own bags refuse the whole file for one bag of a
 * kind it does not know; a certificate and a key may well stand beside such a thing.
 */
const readBag = (bag: DerNode, passphrase: Uint8Array, into: Bags): void => {
  const [type, value] = typeAndValue(bag);
  if (value === undefined) throw new Malformed('empty bag');
  if (type === OID.plainKey) {
    into.keys.push(Uint8Array.from(rawOf(value)));
  } else if (type === OID.pkcs8ShroudedKey) {
    const { encryptionAlgorithm, encryptedData } = readAs(PKCS8ShroudedKeyBag, value);
    into.keys.push(decryptSafe(encryptionAlgorithm, octetsOf(encryptedData), passphrase));
  } else if (type === OID.certificateBag) {
    const [kind, certificate] = typeAndValue(value);
    if (kind === OID.x509Certificate) into.certificates.push(octetsOf(certificate));
  }
};

/** Throws `WrongPassphrase`, `UnknownEncryption` or plain `Malformed`. */
export const readBags = (file: Uint8Array, passphrase: Uint8Array): Bags => {
  const { version, authSafe, macData } = readAs(PFX, readBer(file));
  if (version !== 3) throw new Malformed('no PKCS#12 file');
  if (authSafe.contentType !== OID.data) {
    throw new UnknownEncryption('sealed with a key instead of a passphrase');
  }
  const safe = octetsOf(authSafe.content as DerNode);
  if (macData !== undefined) checkMac(macData, safe, passphrase);
  const found: Bags = { keys: [], certificates: [] };
  try {
    for (const info of readAs(AuthenticatedSafe, readBer(safe)).safeContents) {
      const contents = safeContents(info, passphrase);
      const bags = contents === null ? [] : childrenOf(readBer(contents));
      for (const bag of bags) readBag(bag, passphrase, found);
    }
    if (found.certificates.length > MOST_CERTIFICATES) throw new Malformed('too many certificates');
    return found;
  } catch (fault) {
    wipe(...found.keys);
    // Without a MAC a wrong passphrase shows only as content that does not decrypt.
    const unsure = macData === undefined && fault instanceof Malformed;
    if (unsure && !(fault instanceof UnknownEncryption)) throw new WrongPassphrase(fault.message);
    throw fault;
  }
};
