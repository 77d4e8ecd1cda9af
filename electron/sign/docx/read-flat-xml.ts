import { utf8Text } from '../byte-strings';
import { Malformed } from '../malformed';

/** An element of a list that is all there is below the root. */
export interface FlatElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A list of five thousand parts is shorter. */
const LONGEST = 2 * 1024 * 1024;
const MOST_ELEMENTS = 20_000;
const DECLARATION = /^\uFEFF?(?:<\?xml [^<>]*\?>)?\s*/;
const OPENING = /<([A-Za-z]+)((?:\s+[A-Za-z:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z]+)\s*>/y;
const SPACE = /\s+/y;
const ATTRIBUTE = /([A-Za-z:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decode = (text: string): string => {
  const decoded = text.replace(ENTITY, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    if (code > 0x10ffff || code === 0) throw new Malformed('no such character');
    return String.fromCodePoint(code);
  });
  if (/&/.test(text.replace(ENTITY, ''))) throw new Malformed('unknown entity');
  return decoded;
};

const attributesOf = (text: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Malformed('an attribute stands twice');
    attributes.set(name, decode(double ?? single ?? ''));
  }
  return attributes;
};

/**
 * Reads XML that is a root with childless elements, as content types and relationships are. No
 * document type, no prefixes, no text: everything else is `Malformed`.
 */
export const readFlatXml = (bytes: Uint8Array, root: string, namespace: string): FlatElement[] => {
  const text = bytes.byteLength > LONGEST ? null : utf8Text(bytes);
  if (text === null) throw new Malformed('no UTF-8');
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  const skip = (): void => {
    for (;;) {
      take(SPACE);
      const end = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : -1;
      if (end < 0) return;
      at = end + 3;
    }
  };
  const open = take(OPENING);
  if (open?.[1] !== root || attributesOf(open[2] ?? '').get('xmlns') !== namespace) {
    throw new Malformed(`no ${root}`);
  }
  const elements: FlatElement[] = [];
  let closed = open[3] === '/';
  while (!closed) {
    skip();
    const element = take(OPENING);
    if (element === null) {
      if (take(CLOSING)?.[1] !== root) throw new Malformed('not a flat list');
      closed = true;
      continue;
    }
    const name = element[1] ?? '';
    if (element[3] !== '/') {
      skip();
      if (take(CLOSING)?.[1] !== name) throw new Malformed('not a flat list');
    }
    elements.push({ name, attributes: attributesOf(element[2] ?? '') });
    if (elements.length > MOST_ELEMENTS) throw new Malformed('too many elements');
  }
  skip();
  if (at !== text.length) throw new Malformed('something after the end');
  return elements;
};

/** As canonical XML writes an attribute's value. */
export const escapeAttribute = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(
      /[\t\n\r]/g,
      (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
    );

/** As canonical XML writes text. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
