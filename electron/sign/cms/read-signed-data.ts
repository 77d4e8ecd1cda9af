import { Primitive } from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Attribute,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData as Read,
  type SignerInfo as ReadSigner,
} from 'pkijs';
import { digestName } from '../asn1/oid';
import { type DerNode, octetsOf, rawOf, readAs, readDer, writtenDer } from '../asn1/read-der';
import { sameBytes } from '../byte-strings';
import { hasNoParameters } from '../certificate/signature-algorithm';
import { Malformed } from '../malformed';

export interface SignerInfo {
  /** How the signer's certificate is named. */
  readonly certificate:
    | { readonly issuer: Uint8Array; readonly serial: Uint8Array }
    | { readonly keyIdentifier: Uint8Array };
  readonly digest: string | undefined;
  /** The signed attributes as the SET that was signed; `null` when the content itself was. */
  readonly signedBytes: Uint8Array | null;
  readonly signedAttributes: readonly Attribute[];
  readonly unsignedAttributes: readonly Attribute[];
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** A CMS SignedData with exactly one signer, in strict DER. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Uint8Array | null;
  readonly certificates: readonly Uint8Array[];
  readonly hasRevocationLists: boolean;
  readonly signer: SignerInfo;
}

/** DER puts the members of a set in the order of their bytes. */
const isInDerOrder = (attributes: readonly Attribute[]): boolean => {
  const written = attributes.map((attribute) => writtenDer(attribute.toSchema()));
  return written.every((one, at) => {
    const before = written[at - 1];
    return before === undefined || Buffer.compare(before, one) < 0;
  });
};

const readDigest = (identifier: AlgorithmIdentifier): string | undefined => {
  if (!hasNoParameters(identifier)) throw new Malformed('digest with parameters');
  return digestName(identifier.algorithmId);
};

const readIdentifier = ({ sid, version }: ReadSigner): SignerInfo['certificate'] => {
  const byName = sid instanceof IssuerAndSerialNumber;
  if (version !== (byName ? 1 : 3)) throw new Malformed('signer with a wrong version');
  if (!byName) {
    if (!(sid instanceof Primitive)) throw new Malformed('signer without a name');
    return { keyIdentifier: sid.valueBlock.valueHexView };
  }
  return {
    issuer: new Uint8Array(sid.issuer.valueBeforeDecode),
    serial: rawOf(sid.serialNumber),
  };
};

const readSigner = (read: ReadSigner): SignerInfo => {
  const { signedAttrs, unsignedAttrs } = read;
  const signedAttributes = signedAttrs?.attributes ?? [];
  if (!isInDerOrder(signedAttributes)) throw new Malformed('signed attributes out of order');
  return {
    certificate: readIdentifier(read),
    digest: readDigest(read.digestAlgorithm),
    signedBytes: signedAttrs === undefined ? null : new Uint8Array(signedAttrs.encodedValue),
    signedAttributes,
    unsignedAttributes: unsignedAttrs?.attributes ?? [],
    signatureAlgorithm: read.signatureAlgorithm,
    signature: octetsOf(read.signature),
  };
};

/**
 * What the library read, written by it again, has to be what it read: fields it does not know,
 * versions that do not fit, empty lists and everything else it passes over would be room for
 * changes that no signature covers.
 */
const requireSame = (read: Read, der: Uint8Array): void => {
  const again = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: read.toSchema() });
  if (!sameBytes(writtenDer(again.toSchema()), der)) throw new Malformed('bytes that mean nothing');
};

/** Throws `Malformed`. */
export const readSignedData = (der: Uint8Array): SignedData => {
  const wrapping = readAs(ContentInfo, readDer(der));
  if (wrapping.contentType !== ContentInfo.SIGNED_DATA) throw new Malformed('no SignedData');
  const read = readAs(Read, wrapping.content as DerNode);
  requireSame(read, der);
  const { encapContentInfo, digestAlgorithms, signerInfos, certificates, crls } = read;
  const [only, ...more] = signerInfos;
  if (only === undefined || more.length > 0) throw new Malformed('not exactly one signer');
  const signer = readSigner(only);
  const listed = digestAlgorithms.map(readDigest);
  if (listed.length !== 1 || listed[0] !== signer.digest) {
    throw new Malformed('digests of signature and signer differ');
  }
  const { eContentType, eContent } = encapContentInfo;
  return {
    contentType: eContentType,
    content: eContent === undefined ? null : octetsOf(eContent),
    certificates: (certificates ?? []).map((one) => writtenDer(one.toSchema())),
    hasRevocationLists: crls !== undefined,
    signer,
  };
};

/** The only value of the only attribute of a kind; `null` when there is none. Twice is malformed. */
export const singleValue = (attributes: readonly Attribute[], oid: string): DerNode | null => {
  const found = attributes.filter(({ type }) => type === oid);
  const [only] = found;
  if (only === undefined) return null;
  const [value, ...more] = only.values as DerNode[];
  if (found.length > 1 || more.length > 0 || value === undefined) {
    throw new Malformed('an attribute stands twice');
  }
  return value;
};
