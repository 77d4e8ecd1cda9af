import { utf8Text } from '../byte-strings';
import { Malformed } from '../malformed';
import { type DerNode, TAG } from './read-der';

/** The values inside nodes. Each throws `Malformed` when the node is of another kind. */

export const expectTag = (node: DerNode | undefined, tag: number): DerNode => {
  if (node === undefined || node.tag !== tag) throw new Malformed(`no value with tag ${tag}`);
  return node;
};

export const childrenOf = (node: DerNode | undefined, tag: number): readonly DerNode[] =>
  expectTag(node, tag).children;

export const childWithTag = (node: DerNode, tag: number): DerNode | undefined =>
  node.children.find((child) => child.tag === tag);

/** Dotted form. */
export const oidOf = (node: DerNode | undefined): string => {
  const { content } = expectTag(node, TAG.oid);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 256) throw new Malformed('object identifier too long');
    if ((byte & 0x80) !== 0) continue;
    arcs.push(value);
    value = 0;
  }
  const [first] = arcs;
  if (first === undefined || ((content.at(-1) ?? 0x80) & 0x80) !== 0) {
    throw new Malformed('object identifier cut off');
  }
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
};

export const smallIntegerOf = (node: DerNode | undefined): number => {
  const { content } = expectTag(node, TAG.integer);
  if (content.byteLength === 0 || content.byteLength > 6) throw new Malformed('integer too long');
  let value = (content[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of content) value = value * 256 + byte;
  return value;
};

/** Of a BIT STRING of whole bytes. */
export const bitStringBytes = (node: DerNode | undefined): Uint8Array => {
  const { content } = expectTag(node, TAG.bitString);
  if (content[0] !== 0) throw new Malformed('bit string of broken bytes');
  return content.subarray(1);
};

/** Bit 0 is the first one written, as the standards count them. */
export const bitsOf = (node: DerNode | undefined): ReadonlySet<number> => {
  const { content } = expectTag(node, TAG.bitString);
  const bits = new Set<number>();
  content.subarray(1).forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) bits.add(at * 8 + bit);
  });
  return bits;
};

/** An OCTET STRING, also one that BER cut into pieces. */
export const octetsOf = (node: DerNode | undefined): Uint8Array => {
  if (node?.tag === TAG.octetString) return node.content;
  if (node?.tag !== (TAG.octetString | 0x20)) throw new Malformed('no octet string');
  return Buffer.concat(node.children.map((piece) => octetsOf(piece)));
};

const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d{1,9})?Z$/;

/** Milliseconds since 1970. */
export const timeOf = (node: DerNode | undefined): number => {
  const text = Buffer.from(node?.content ?? []).toString('latin1');
  const short = node?.tag === TAG.utcTime;
  const match = (short ? UTC_TIME : GENERALIZED_TIME).exec(text);
  if (match === null || (!short && node?.tag !== TAG.generalizedTime)) {
    throw new Malformed('no time');
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const century = short ? (year < 50 ? 2000 : 1900) : 0;
  return Date.UTC(century + year, month - 1, day, hour, minute, second);
};

const wideText = (content: Uint8Array, width: 2 | 4): string => {
  if (content.byteLength % width !== 0) throw new Malformed('text of broken characters');
  let text = '';
  for (let at = 0; at < content.byteLength; at += width) {
    let code = 0;
    for (let i = 0; i < width; i += 1) code = code * 256 + (content[at + i] ?? 0);
    if (code > 0x10ffff) throw new Malformed('no such character');
    text += width === 2 ? String.fromCharCode(code) : String.fromCodePoint(code);
  }
  return text;
};

/** Text of any string type, NFC. */
export const textOf = (node: DerNode): string => {
  if (node.tag === TAG.bmpString) return wideText(node.content, 2).normalize('NFC');
  if (node.tag === TAG.universalString) return wideText(node.content, 4).normalize('NFC');
  const utf8 = node.tag === TAG.utf8String ? utf8Text(node.content) : null;
  return (utf8 ?? Buffer.from(node.content).toString('latin1')).normalize('NFC');
};
