/** Declarations by property, in small letters. */
export type Declarations = Readonly<Record<string, string>>;

/**
 * Reads 'a: b; c: d'. By hand, because the content security policy makes the browser ignore style
 * attributes of pasted text, and because Word writes properties that no browser knows.
 */
export const parseDeclarations = (text: string): Declarations => {
  const found: Record<string, string> = {};
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (name !== '') found[name] = part.slice(colon + 1).trim();
  }
  return found;
};

const COMMENT = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const SIMPLE = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

/** Rules for an element or a class ('p', '.xl65', 'p.MsoNormal'); other selectors are not used. */
export type StyleSheet = ReadonlyMap<string, Declarations>;

/** The style sheet Excel and Word put before what they copy. */
export const parseStyleSheet = (text: string): StyleSheet => {
  const rules = new Map<string, Declarations>();
  for (const [, selectors = '', body = ''] of text.replace(COMMENT, ' ').matchAll(RULE)) {
    for (const selector of selectors.split(',')) {
      const [, tag = '', name = ''] = SIMPLE.exec(selector.trim()) ?? [];
      if (tag === '' && name === '') continue;
      const key = `${tag.toLowerCase()}.${name.toLowerCase()}`;
      rules.set(key, { ...rules.get(key), ...parseDeclarations(body) });
    }
  }
  return rules;
};

/** All that is said about an element: its tag's rule, its classes' rules, its own attribute. */
export const declarationsOf = (element: Element, sheet: StyleSheet): Declarations => {
  const tag = element.localName.toLowerCase();
  const classes = (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return {
    ...sheet.get(`${tag}.`),
    ...Object.assign({}, ...classes.map((name) => sheet.get(`.${name}`))),
    ...Object.assign({}, ...classes.map((name) => sheet.get(`${tag}.${name}`))),
    ...parseDeclarations(element.getAttribute('style') ?? ''),
  };
};
