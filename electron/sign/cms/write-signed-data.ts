import { createHash, sign } from 'node:crypto';
import { OID } from '../asn1/oid';
import { contextConstructed } from '../asn1/read-der';
import {
  derNull,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
  derValue,
} from '../asn1/write-der';
import type { SigningIdentity } from '../pkcs12/open-pkcs12';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const SIGNED_ATTRIBUTES = 0xa0;

const sha256 = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest();
};

const attribute = (oid: string, value: Uint8Array): Uint8Array =>
  derSequence(derOid(oid), derSetOf(value));

/**
 * ESSCertIDv2 of the signer and of every issuer that travels along: the standard lets the list
 * limit the certificates to be used, so nobody can exchange or damage one of them unseen.
 */
const signingCertificates = (identity: SigningIdentity): Uint8Array => {
  const references = [identity.certificate, ...identity.chain].map(({ raw }) =>
    derSequence(derOctets(sha256(raw))),
  );
  return derSequence(derSequence(...references));
};

/**
 * A detached CAdES signature (PAdES-B-B: content type, message digest, signing-certificate-v2, no
 * signing time) over `content`, in DER. Certificates and names are copied as bytes.
 */
export const writeSignedData = (
  identity: SigningIdentity,
  content: readonly Uint8Array[],
): Uint8Array => {
  const { certificate, chain, key } = identity;
  const digestAlgorithm = derSequence(derOid(OID.sha256));
  const attributes = derSetOf(
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, derOctets(sha256(...content))),
    attribute(OID.signingCertificateV2, signingCertificates(identity)),
  );
  const inSignature = Uint8Array.from(attributes);
  inSignature[0] = SIGNED_ATTRIBUTES;
  const signatureAlgorithm =
    key.asymmetricKeyType === 'ec'
      ? derSequence(derOid(OID.ecdsaWithSha256))
      : derSequence(derOid(SHA256_WITH_RSA), derNull());
  const signerInfo = derSequence(
    derSmallInteger(1),
    derSequence(certificate.issuerRaw, certificate.serialRaw),
    digestAlgorithm,
    inSignature,
    signatureAlgorithm,
    derOctets(sign('sha256', attributes, key)),
  );
  const certificates = derSetOf(certificate.raw, ...chain.map(({ raw }) => raw));
  const inSet = Uint8Array.from(certificates);
  inSet[0] = contextConstructed(0);
  return derSequence(
    derOid(OID.signedData),
    derValue(
      contextConstructed(0),
      derSequence(
        derSmallInteger(1),
        derSetOf(digestAlgorithm),
        derSequence(derOid(OID.data)),
        inSet,
        derSetOf(signerInfo),
      ),
    ),
  );
};
