import { type AsnType, Constructed, fromBER, OctetString, UTCTime } from 'asn1js';
import { latin1 } from '../byte-strings';
import { Malformed } from '../malformed';

/** A value as the library reads it. */
export type DerNode = AsnType;

const LIMITS = { maxDepth: 40, maxNodes: 50_000, parseEmbedded: false } as const;

/**
 * Reads any BER value at the start of `bytes`; what follows it is not looked at. The library throws
 * on some faults and reports others.
 */
export const readBerPrefix = (bytes: Uint8Array): DerNode => {
  let result: DerNode;
  let offset: number;
  try {
    ({ result, offset } = fromBER(bytes, LIMITS));
  } catch {
    throw new Malformed('no ASN.1');
  }
  if (offset < 0 || result.error !== '') throw new Malformed(`no ASN.1: ${result.error}`);
  return result;
};

/** The value as it stood, tag and length included. */
export const rawOf = (node: DerNode): Uint8Array => node.valueBeforeDecodeView;

export const childrenOf = (node: DerNode | undefined): readonly DerNode[] => {
  if (!(node instanceof Constructed)) throw new Malformed('not a list of values');
  return node.valueBlock.value;
};

const octetsOfLength = (length: number): number =>
  length < 0x80 ? 1 : 1 + Math.ceil(Math.log2(length + 1) / 8);

const TIME = /^(?:\d{12}|\d{14}(?:\.\d{1,9})?)Z$/;

/**
 * The library reads BER: it takes lengths written longer than needed, values cut into pieces, a
 * value that reaches beyond the one that holds it, times with words around them, and writing them
 * again keeps most of that. A signature must not be writable in two ways, so all of it is refused.
 */
const requireDer = (node: DerNode): void => {
  const { idBlock, lenBlock, error } = node;
  const length = rawOf(node).byteLength - idBlock.blockLength - lenBlock.blockLength;
  const exact =
    error === '' &&
    idBlock.blockLength === 1 &&
    !lenBlock.isIndefiniteForm &&
    lenBlock.length === length &&
    lenBlock.blockLength === octetsOfLength(length);
  if (!exact) throw new Malformed('not in the one form of DER');
  if (node instanceof UTCTime && !TIME.test(latin1(node.valueBlock.valueHexView)))
    throw new Malformed('no time');
  if (!idBlock.isConstructed) return;
  const children = childrenOf(node);
  const sum = children.reduce((total, child) => total + rawOf(child).byteLength, 0);
  if (sum !== length) throw new Malformed('values do not fill what holds them');
  children.forEach(requireDer);
};

const requireAll = (node: DerNode, bytes: Uint8Array): DerNode => {
  if (rawOf(node).byteLength !== bytes.byteLength) throw new Malformed('bytes after the value');
  return node;
};

/** Reads bytes that are exactly one value in DER. */
export const readDer = (bytes: Uint8Array): DerNode => {
  const node = requireAll(readBerPrefix(bytes), bytes);
  requireDer(node);
  return node;
};

/** Reads bytes that are exactly one value in BER, as some writers of PKCS#12 and CMS emit it. */
export const readBer = (bytes: Uint8Array): DerNode => requireAll(readBerPrefix(bytes), bytes);

/** Makes one of the library's structures out of a value; it throws when the value is of another kind. */
export const readAs = <T>(
  Structure: new (parameters: { schema: DerNode }) => T,
  node: DerNode | undefined,
): T => {
  if (node === undefined) throw new Malformed('a value is missing');
  try {
    return new Structure({ schema: node });
  } catch {
    throw new Malformed(`no ${Structure.name}`);
  }
};

/** The bytes of an OCTET STRING, also of one that BER cut into pieces. */
export const octetsOf = (node: DerNode | undefined): Uint8Array => {
  if (!(node instanceof OctetString)) throw new Malformed('no octet string');
  return new Uint8Array(node.getValue());
};

/** The bytes of a value that we, or the library, made. */
export const writtenDer = (made: { toBER(): ArrayBuffer }): Uint8Array =>
  new Uint8Array(made.toBER());

const tighten = (node: DerNode): DerNode => {
  node.lenBlock.isIndefiniteForm = false;
  node.lenBlock.longFormUsed = false;
  if (node instanceof OctetString) {
    return node.idBlock.isConstructed ? new OctetString({ valueHex: octetsOf(node) }) : node;
  }
  if (node instanceof Constructed) {
    node.valueBlock.isIndefiniteForm = false;
    node.valueBlock.value = node.valueBlock.value.map((child) => tighten(child));
  }
  return node;
};

/** A value in BER, written again with the lengths of DER and its octet strings in one piece. */
export const tightened = (bytes: Uint8Array): Uint8Array => writtenDer(tighten(readBer(bytes)));
