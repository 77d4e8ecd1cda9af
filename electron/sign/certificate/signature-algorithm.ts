import { constants, type KeyObject, verify } from 'node:crypto';
import { childrenOf, childWithTag, expectTag, oidOf, smallIntegerOf } from '../asn1/der-values';
import { digestName, OID } from '../asn1/oid';
import { contextConstructed, type DerNode, TAG } from '../asn1/read-der';
import { Malformed } from '../malformed';

/** How a signature value is checked. */
export interface SignatureAlgorithm {
  readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa';
  readonly digest: string;
  /** Of RSA-PSS. */
  readonly saltLength?: number;
}

const FIXED: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.4': { kind: 'rsa', digest: 'md5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa', digest: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa', digest: 'sha224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', digest: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', digest: 'sha224' },
  [OID.ecdsaWithSha256]: { kind: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', digest: 'sha512' },
};

const isNullOrAbsent = (parameters: DerNode | undefined): boolean =>
  parameters === undefined || (parameters.tag === TAG.null && parameters.content.byteLength === 0);

const readPss = (parameters: DerNode | undefined): SignatureAlgorithm => {
  const fields = expectTag(parameters, TAG.sequence);
  const hash = childWithTag(fields, contextConstructed(0));
  const mask = childWithTag(fields, contextConstructed(1));
  const salt = childWithTag(fields, contextConstructed(2));
  const digest = hash === undefined ? 'sha1' : digestName(oidOf(hash.children[0]?.children[0]));
  const maskFields = mask?.children[0]?.children;
  const maskDigest =
    maskFields === undefined ? 'sha1' : digestName(oidOf(maskFields[1]?.children[0]));
  if (digest === undefined || maskDigest !== digest) throw new Malformed('unusual PSS parameters');
  return {
    kind: 'rsa-pss',
    digest,
    saltLength: salt === undefined ? 20 : smallIntegerOf(salt.children[0]),
  };
};

/**
 * Reads an AlgorithmIdentifier. Some signers name only the key's kind and leave the digest to the
 * field beside it (`besideDigest`). `null` for an algorithm we do not know.
 */
export const readSignatureAlgorithm = (
  node: DerNode | undefined,
  besideDigest?: string,
): SignatureAlgorithm | null => {
  const [identifier, parameters, ...more] = childrenOf(node, TAG.sequence);
  if (more.length > 0) throw new Malformed('algorithm with more than its parameters');
  const oid = oidOf(identifier);
  if (oid === OID.rsaPss) return readPss(parameters);
  const named = FIXED[oid];
  const bare =
    besideDigest === undefined
      ? undefined
      : oid === OID.rsa
        ? { kind: 'rsa' as const, digest: besideDigest }
        : oid === OID.ecPublicKey
          ? { kind: 'ecdsa' as const, digest: besideDigest }
          : undefined;
  const algorithm = named ?? bare;
  if (algorithm === undefined) return null;
  if (!isNullOrAbsent(parameters) && oid !== OID.ecPublicKey) {
    throw new Malformed('algorithm with unknown parameters');
  }
  return algorithm;
};

const KEY_KINDS: Readonly<Record<SignatureAlgorithm['kind'], readonly string[]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
};

/** True when `signature` over `data` was made with the private half of `key`. */
export const signatureHolds = (
  algorithm: SignatureAlgorithm,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean => {
  if (!KEY_KINDS[algorithm.kind].includes(key.asymmetricKeyType ?? '')) return false;
  const padding =
    algorithm.kind === 'ecdsa'
      ? {}
      : algorithm.kind === 'rsa'
        ? { padding: constants.RSA_PKCS1_PADDING }
        : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength ?? 20 };
  try {
    return verify(algorithm.digest, data, { key, ...padding }, signature);
  } catch {
    // The crypto library refuses a signature of the wrong size, or a digest it has retired.
    return false;
  }
};
