import { childrenOf, expectTag, octetsOf, oidOf, smallIntegerOf } from '../asn1/der-values';
import { digestName, OID } from '../asn1/oid';
import { contextConstructed, type DerNode, readDer, TAG } from '../asn1/read-der';
import { Malformed } from '../malformed';

export interface Attribute {
  readonly oid: string;
  readonly values: readonly DerNode[];
}

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
  readonly signatureAlgorithm: DerNode;
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

const SIGNED_ATTRIBUTES = contextConstructed(0);
const UNSIGNED_ATTRIBUTES = contextConstructed(1);
const KEY_IDENTIFIER = 0x80;

const readAttributes = (node: DerNode | undefined): Attribute[] =>
  (node?.children ?? []).map((attribute) => {
    const [type, values, ...more] = childrenOf(attribute, TAG.sequence);
    if (more.length > 0) throw new Malformed('attribute with more than its values');
    return { oid: oidOf(type), values: childrenOf(values, TAG.set) };
  });

const isInDerOrder = (nodes: readonly DerNode[]): boolean =>
  nodes.every((node, at) => {
    const before = nodes[at - 1];
    return before === undefined || Buffer.compare(before.raw, node.raw) < 0;
  });

/** Only a digest and nothing or NULL beside it: any other octet would be unsigned room. */
const readDigest = (node: DerNode | undefined): string | undefined => {
  const [identifier, parameters, ...more] = childrenOf(node, TAG.sequence);
  const plain =
    parameters === undefined ||
    (parameters.tag === TAG.null && parameters.content.byteLength === 0);
  if (!plain || more.length > 0) throw new Malformed('digest with parameters');
  return digestName(oidOf(identifier));
};

const readSigner = (node: DerNode | undefined): SignerInfo => {
  const fields = [...childrenOf(node, TAG.sequence)];
  const version = smallIntegerOf(fields.shift());
  const sid = fields.shift();
  const byKey = sid?.tag === KEY_IDENTIFIER;
  if (version !== (byKey ? 3 : 1)) throw new Malformed('signer with a wrong version');
  const [issuer, serial] = byKey ? [] : childrenOf(sid, TAG.sequence);
  const digest = readDigest(fields.shift());
  const signed = fields[0]?.tag === SIGNED_ATTRIBUTES ? fields.shift() : undefined;
  const signatureAlgorithm = expectTag(fields.shift(), TAG.sequence);
  const signature = octetsOf(fields.shift());
  const unsigned = fields[0]?.tag === UNSIGNED_ATTRIBUTES ? fields.shift() : undefined;
  if (fields.length > 0) throw new Malformed('signer with unknown fields');
  if (signed !== undefined && !isInDerOrder(signed.children)) {
    throw new Malformed('signed attributes out of order');
  }
  let signedBytes: Uint8Array | null = null;
  if (signed !== undefined) {
    signedBytes = Uint8Array.from(signed.raw);
    signedBytes[0] = TAG.set;
  }
  return {
    certificate: byKey
      ? { keyIdentifier: sid.content }
      : {
          issuer: expectTag(issuer, TAG.sequence).raw,
          serial: expectTag(serial, TAG.integer).raw,
        },
    digest,
    signedBytes,
    signedAttributes: readAttributes(signed),
    unsignedAttributes: readAttributes(unsigned),
    signatureAlgorithm,
    signature,
  };
};

/** Throws `Malformed`. */
export const readSignedData = (der: Uint8Array): SignedData => {
  const [type, holder, ...beside] = childrenOf(readDer(der), TAG.sequence);
  if (oidOf(type) !== OID.signedData || beside.length > 0) throw new Malformed('no SignedData');
  const wrapped = expectTag(holder, contextConstructed(0));
  if (wrapped.children.length !== 1) throw new Malformed('not one SignedData');
  const signedData = expectTag(wrapped.children[0], TAG.sequence);
  const [version, digests, content] = signedData.children;
  const rest = signedData.children.slice(3);
  const certificates = rest[0]?.tag === contextConstructed(0) ? rest.shift() : undefined;
  const lists = rest[0]?.tag === contextConstructed(1) ? rest.shift() : undefined;
  const signers = childrenOf(rest.shift(), TAG.set);
  if (rest.length > 0) throw new Malformed('SignedData with unknown fields');
  if (signers.length !== 1) throw new Malformed('not exactly one signer');

  const [contentType, explicit, ...more] = childrenOf(content, TAG.sequence);
  if (more.length > 0) throw new Malformed('content with unknown fields');
  const signer = readSigner(signers[0]);
  const wanted = 'keyIdentifier' in signer.certificate || oidOf(contentType) !== OID.data ? 3 : 1;
  if (smallIntegerOf(version) !== wanted) throw new Malformed('wrong version');
  const listed = childrenOf(digests, TAG.set).map(readDigest);
  if (listed.length !== 1 || listed[0] !== signer.digest) {
    throw new Malformed('digests of signature and signer differ');
  }
  return {
    contentType: oidOf(contentType),
    content:
      explicit === undefined
        ? null
        : octetsOf(expectTag(explicit, contextConstructed(0)).children[0]),
    certificates: (certificates?.children ?? []).map(({ raw }) => raw),
    hasRevocationLists: lists !== undefined,
    signer,
  };
};

/** The only value of the only attribute of a kind; `null` when there is none. Twice is malformed. */
export const singleValue = (attributes: readonly Attribute[], oid: string): DerNode | null => {
  const found = attributes.filter((attribute) => attribute.oid === oid);
  const [only] = found;
  if (only === undefined) return null;
  const [value] = only.values;
  if (found.length > 1 || only.values.length !== 1 || value === undefined) {
    throw new Malformed('an attribute stands twice');
  }
  return value;
};
