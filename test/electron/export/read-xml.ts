/** An element of an XML document; text is only what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<\?[^>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;
/** XML 1.0, 2.2: control characters but tab and line ends; a bare ampersand. */
const FORBIDDEN =
  /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/u;

/** Reads what we write: no comments, no entities of its own. Anything not well-formed throws. */
export const readXml = (xml: string): XmlElement => {
  if (FORBIDDEN.test(xml)) throw new Error(`forbidden: ${FORBIDDEN.exec(xml)?.[0]}`);
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) throw new Error(`not well-formed at ${xml.slice(at, at + 60)}`);
    const [, closed, opened, attributes = '', isEmpty, text] = match;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('text after the end');
    if (closed !== undefined) {
      if (parent.name !== closed) throw new Error(`</${closed}> closes <${parent.name}>`);
      open.pop();
    } else if (opened !== undefined) {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [
        key,
        value,
      ]);
      if (new Set(pairs.map(([key]) => key)).size !== pairs.length)
        throw new Error('attribute twice');
      const element = {
        name: opened,
        attributes: Object.fromEntries(pairs),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    } else if (text !== undefined) {
      parent.text += text;
    }
  }
  const [root, second] = document.children;
  if (open.length !== 1 || root === undefined || second !== undefined)
    throw new Error('no one root');
  return root;
};

export const descendants = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
