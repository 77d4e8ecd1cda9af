import { constants, type KeyObject, verify } from 'node:crypto';
import { Null } from 'asn1js';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { digestName, OID } from '../asn1/oid';
import { readAs } from '../asn1/read-der';
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

const BARE: Readonly<Record<string, SignatureAlgorithm['kind']>> = {
  [OID.rsa]: 'rsa',
  [OID.ecPublicKey]: 'ecdsa',
};

/** Anything else beside a digest or a fixed algorithm would be room nobody answers for. */
export const hasNoParameters = ({ algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmParams === undefined || algorithmParams instanceof Null;

const readPss = (parameters: AlgorithmIdentifier['algorithmParams']): SignatureAlgorithm => {
  const { hashAlgorithm, maskGenAlgorithm, saltLength } = readAs(RSASSAPSSParams, parameters);
  const digest = digestName(hashAlgorithm.algorithmId);
  const mask = readAs(AlgorithmIdentifier, maskGenAlgorithm.algorithmParams);
  if (digest === undefined || digestName(mask.algorithmId) !== digest) {
    throw new Malformed('unusual PSS parameters');
  }
  return { kind: 'rsa-pss', digest, saltLength };
};

/**
 * Reads an AlgorithmIdentifier. Some signers name only the key's kind and leave the digest to the
 * field beside it (`besideDigest`). `null` for an algorithm we do not know.
 */
export const readSignatureAlgorithm = (
  identifier: AlgorithmIdentifier,
  besideDigest?: string,
): SignatureAlgorithm | null => {
  const { algorithmId, algorithmParams } = identifier;
  if (algorithmId === OID.rsaPss) return readPss(algorithmParams);
  const kind = BARE[algorithmId];
  const bare =
    kind === undefined || besideDigest === undefined ? null : { kind, digest: besideDigest };
  const algorithm = FIXED[algorithmId] ?? bare;
  if (algorithm !== null && !hasNoParameters(identifier)) {
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
