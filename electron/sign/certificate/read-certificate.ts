import { createPublicKey, type KeyObject } from 'node:crypto';
import { BitString } from 'asn1js';
import { BasicConstraints, type Extension, ExtKeyUsage, Certificate as Read } from 'pkijs';
import { OID } from '../asn1/oid';
import { octetsOf, rawOf, readAs, readDer, writtenDer } from '../asn1/read-der';
import { sameBytes } from '../byte-strings';
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

const UNDERSTOOD: readonly string[] = [OID.keyUsage, OID.basicConstraints, OID.extendedKeyUsage];
const LONGEST_SERIAL = 64;

/** Bit 0 is the first one written, as the standards count them. */
const bitsOf = (der: Uint8Array): ReadonlySet<number> => {
  const node = readDer(der);
  if (!(node instanceof BitString)) throw new Malformed('no bits');
  const bits = new Set<number>();
  node.valueBlock.valueHexView.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) bits.add(at * 8 + bit);
  });
  return bits;
};

const readConstraints = (der: Uint8Array): Pick<Certificate, 'isAuthority' | 'pathLength'> => {
  const { cA, pathLenConstraint } = readAs(BasicConstraints, readDer(der));
  return {
    isAuthority: cA,
    pathLength: pathLenConstraint === undefined ? null : Number(pathLenConstraint),
  };
};

const readPublicKey = (spki: Uint8Array): KeyObject => {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    throw new Malformed('public key of an unknown kind');
  }
};

/** What the extensions say; one that stands twice could be read in two ways. */
const readExtensions = (extensions: readonly Extension[]) => {
  const values = new Map(
    extensions.map(({ extnID, extnValue }) => [extnID, octetsOf(extnValue)] as const),
  );
  if (values.size !== extensions.length) throw new Malformed('an extension stands twice');
  const ifThere = <T>(oid: string, read: (der: Uint8Array) => T): T | null => {
    const value = values.get(oid);
    return value === undefined ? null : read(value);
  };
  return {
    keyUsage: ifThere(OID.keyUsage, bitsOf),
    extendedKeyUsage: ifThere(
      OID.extendedKeyUsage,
      (der): readonly string[] => readAs(ExtKeyUsage, readDer(der)).keyPurposes,
    ),
    keyIdentifier: ifThere(OID.subjectKeyIdentifier, (der) => octetsOf(readDer(der))),
    ...(ifThere(OID.basicConstraints, readConstraints) ?? { isAuthority: false, pathLength: null }),
    unknownCritical: extensions
      .filter(({ extnID, critical }) => critical && !UNDERSTOOD.includes(extnID))
      .map(({ extnID }) => extnID),
  };
};

/** Throws `Malformed`. */
export const readCertificate = (bytes: Uint8Array): Certificate => {
  const read = readAs(Read, readDer(bytes));
  const { serialNumber, signature, signatureAlgorithm, signatureValue } = read;
  const inside = writtenDer(signature.toSchema());
  if (!sameBytes(inside, writtenDer(signatureAlgorithm.toSchema()))) {
    throw new Malformed('certificate names two algorithms');
  }
  if (signatureValue.valueBlock.unusedBits !== 0) throw new Malformed('signature of broken bytes');
  if (rawOf(serialNumber).byteLength > LONGEST_SERIAL) throw new Malformed('serial too long');
  return {
    raw: bytes,
    signedPart: read.tbsView,
    subject: readName(read.subject),
    subjectRaw: new Uint8Array(read.subject.valueBeforeDecode),
    issuer: readName(read.issuer),
    issuerRaw: new Uint8Array(read.issuer.valueBeforeDecode),
    serialRaw: rawOf(serialNumber),
    serialNumber: serialNumber.toBigInt(),
    notBefore: read.notBefore.value.getTime(),
    notAfter: read.notAfter.value.getTime(),
    publicKey: readPublicKey(writtenDer(read.subjectPublicKeyInfo.toSchema())),
    ...readExtensions(read.extensions ?? []),
    algorithm: readSignatureAlgorithm(signatureAlgorithm),
    signature: signatureValue.valueBlock.valueHexView,
  };
};
