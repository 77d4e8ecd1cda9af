import { createHash, sign } from 'node:crypto';
import { type BaseBlock, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  Certificate as ReadCertificate,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { OID } from '../asn1/oid';
import { readAs, readDer, writtenDer } from '../asn1/read-der';
import type { Certificate } from '../certificate/read-certificate';
import type { SigningIdentity } from '../pkcs12/open-pkcs12';

const SET = 0x31;

const sha256 = (...chunks: readonly Uint8Array[]): OctetString => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return new OctetString({ valueHex: hash.digest() });
};

const attribute = (type: string, value: BaseBlock): Attribute =>
  new Attribute({ type, values: [value] });

/**
 * ESSCertIDv2 of the signer and of every issuer that travels along: the standard lets the list
 * limit the certificates to be used, so nobody can exchange or damage one of them unseen.
 */
const signingCertificates = ({ certificate, chain }: SigningIdentity): Sequence => {
  const references = [certificate, ...chain].map(
    ({ raw }) => new Sequence({ value: [sha256(raw)] }),
  );
  return new Sequence({ value: [new Sequence({ value: references })] });
};

/** DER orders the members of a set by their bytes; the library leaves that to its caller. */
const inDerOrder = <T extends { toSchema(): BaseBlock }>(members: readonly T[]): T[] =>
  members
    .map((member) => ({ member, bytes: writtenDer(member.toSchema()) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ member }) => member);

const structureOf = ({ raw }: Certificate): ReadCertificate =>
  readAs(ReadCertificate, readDer(raw));

/**
 * A detached CAdES signature (PAdES-B-B: content type, message digest, signing-certificate-v2, no
 * signing time) over `content`, in DER. Certificates and names stay the bytes they are: the
 * structures are read from the certificates and never built from text.
 */
export const writeSignedData = (
  identity: SigningIdentity,
  content: readonly Uint8Array[],
): Uint8Array => {
  const { certificate, chain, key } = identity;
  const own = structureOf(certificate);
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: inDerOrder([
      attribute(OID.contentType, new ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, sha256(...content)),
      attribute(OID.signingCertificateV2, signingCertificates(identity)),
    ]),
  });
  // They are signed under the tag of a set and stand in the signature under their own.
  const signed = writtenDer(signedAttrs.toSchema());
  signed[0] = SET;
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm,
    signedAttrs,
    signatureAlgorithm:
      key.asymmetricKeyType === 'ec'
        ? new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 })
        : new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() }),
    signature: new OctetString({ valueHex: sign('sha256', signed, key) }),
  });
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: inDerOrder([own, ...chain.map(structureOf)]),
    signerInfos: [signer],
  });
  const wrapping = new ContentInfo({ contentType: OID.signedData, content: data.toSchema() });
  return writtenDer(wrapping.toSchema());
};
