import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  bitStringBytes,
  bitsOf,
  childrenOf,
  childWithTag,
  expectTag,
  octetsOf,
  oidOf,
  smallIntegerOf,
  timeOf,
} from '../asn1/der-values';
import { OID } from '../asn1/oid';
import { contextConstructed, type DerNode, readDer, TAG } from '../asn1/read-der';
import { Malformed } from '../malformed';
import { type CertificateName, readName } from './certificate-name';
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signature-algorithm';

/** An X.509 certificate. `raw`, `issuerRaw` … are its own bytes: names are never rebuilt. */
export interface Certificate {
  readonly raw: Uint8Array;
  readonly signedPart: Uint8Array;
  readonly subject: CertificateName;
  readonly subjectRaw: Uint8Array;
  readonly issuer: CertificateName;
  readonly issuerRaw: Uint8Array;
  /** The INTEGER as it stands in the certificate, tag and length included. */
  readonly serialRaw: Uint8Array;
  readonly serialNumber: bigint;
  /** Milliseconds since 1970, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
  /** Bits of the key usage extension; `null` when the certificate does not limit them. */
  readonly keyUsage: ReadonlySet<number> | null;
  readonly extendedKeyUsage: readonly string[] | null;
  /** By which a signature may name the certificate; `null` when it has none. */
  readonly keyIdentifier: Uint8Array | null;
  readonly isAuthority: boolean;
  /** How many authorities may follow below this one; `null` when not limited. */
  readonly pathLength: number | null;
  /** Critical extensions we do not understand: such a certificate must not be relied upon. */
  readonly unknownCritical: readonly string[];
  readonly algorithm: SignatureAlgorithm | null;
  readonly signature: Uint8Array;
}

interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const UNDERSTOOD: readonly string[] = [OID.keyUsage, OID.basicConstraints, OID.extendedKeyUsage];

const readExtensions = (holder: DerNode | undefined): Extension[] => {
  if (holder === undefined) return [];
  const extensions = childrenOf(holder.children[0], TAG.sequence).map((node) => {
    const [type, ...rest] = childrenOf(node, TAG.sequence);
    const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0;
    return { oid: oidOf(type), critical, value: octetsOf(rest.at(-1)) };
  });
  if (new Set(extensions.map(({ oid }) => oid)).size !== extensions.length) {
    throw new Malformed('an extension stands twice');
  }
  return extensions;
};

const readConstraints = (
  value: Uint8Array | undefined,
): Pick<Certificate, 'isAuthority' | 'pathLength'> => {
  if (value === undefined) return { isAuthority: false, pathLength: null };
  const fields = childrenOf(readDer(value), TAG.sequence);
  const isAuthority = fields[0]?.tag === TAG.boolean && fields[0].content[0] !== 0;
  const limit = fields.find((field) => field.tag === TAG.integer);
  return { isAuthority, pathLength: limit === undefined ? null : smallIntegerOf(limit) };
};

const readPublicKey = (node: DerNode | undefined): KeyObject => {
  const { raw } = expectTag(node, TAG.sequence);
  try {
    return createPublicKey({ key: Buffer.from(raw), format: 'der', type: 'spki' });
  } catch {
    throw new Malformed('public key of an unknown kind');
  }
};

const bigIntegerOf = (content: Uint8Array): bigint =>
  content.byteLength === 0 || content.byteLength > 64
    ? 0n
    : BigInt.asIntN(content.byteLength * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`));

/** Throws `Malformed`. */
export const readCertificate = (bytes: Uint8Array): Certificate => {
  const [toBeSigned, algorithm, signature] = childrenOf(readDer(bytes), TAG.sequence);
  const signed = expectTag(toBeSigned, TAG.sequence);
  const fields = signed.children.filter((field) => field.tag < 0x80);
  const [serial, innerAlgorithm, issuer, validity, subject, publicKey] = fields;
  const [notBefore, notAfter] = childrenOf(validity, TAG.sequence);
  const same = Buffer.compare(
    expectTag(innerAlgorithm, TAG.sequence).raw,
    expectTag(algorithm, TAG.sequence).raw,
  );
  if (same !== 0) throw new Malformed('certificate names two algorithms');

  const extensions = readExtensions(childWithTag(signed, contextConstructed(3)));
  const extension = (oid: string): Uint8Array | undefined =>
    extensions.find((one) => one.oid === oid)?.value;
  const usage = extension(OID.keyUsage);
  const purposes = extension(OID.extendedKeyUsage);
  const identifier = extension(OID.subjectKeyIdentifier);
  return {
    raw: bytes,
    signedPart: signed.raw,
    subject: readName(subject),
    subjectRaw: expectTag(subject, TAG.sequence).raw,
    issuer: readName(issuer),
    issuerRaw: expectTag(issuer, TAG.sequence).raw,
    serialRaw: expectTag(serial, TAG.integer).raw,
    serialNumber: bigIntegerOf(expectTag(serial, TAG.integer).content),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    publicKey: readPublicKey(publicKey),
    keyUsage: usage === undefined ? null : bitsOf(readDer(usage)),
    extendedKeyUsage:
      purposes === undefined ? null : childrenOf(readDer(purposes), TAG.sequence).map(oidOf),
    keyIdentifier: identifier === undefined ? null : octetsOf(readDer(identifier)),
    ...readConstraints(extension(OID.basicConstraints)),
    unknownCritical: extensions
      .filter(({ oid, critical }) => critical && !UNDERSTOOD.includes(oid))
      .map(({ oid }) => oid),
    algorithm: readSignatureAlgorithm(algorithm),
    signature: bitStringBytes(signature),
  };
};
