import { isCode, nameOf, nodeIn, type SourceFile, type SyntaxNode } from './source-file';

/** Something that must not stand in some files. `// allowed: reason` on the line before excuses it. */
interface Ban {
  name: string;
  why: string;
  applies: (path: string) => boolean;
  matches: (node: SyntaxNode) => boolean;
}

const inShared = (path: string): boolean => path.startsWith('shared/');
const inProduct = (path: string): boolean => /^(shared|electron|renderer)\//.test(path);

const GLOBALS = ['window', 'globalThis', 'self'];

/** `object.property`, also as `object['property']` and `object?.property`. */
const isMember = (node: SyntaxNode, object: RegExp, property: RegExp): boolean =>
  node.type === 'MemberExpression' &&
  object.test(nameOf(nodeIn(node, 'object')) ?? '') &&
  property.test(nameOf(nodeIn(node, 'property')) ?? '');

const ANYTHING = /^/;

const isProperty = (node: SyntaxNode, name: RegExp): boolean =>
  (node.type === 'JSXAttribute' && name.test(nameOf(nodeIn(node, 'name')) ?? '')) ||
  (node.type === 'Property' && name.test(nameOf(nodeIn(node, 'key')) ?? ''));

const isCallOf = (node: SyntaxNode, name: string): boolean =>
  (node.type === 'CallExpression' || node.type === 'NewExpression') &&
  nameOf(nodeIn(node, 'callee')) === name;

const isClock = (node: SyntaxNode): boolean =>
  isMember(node, /^Date$/, /^now$/) ||
  (node.type === 'CallExpression' && nameOf(nodeIn(node, 'callee')) === 'Date') ||
  (isCallOf(node, 'Date') && Array.isArray(node['arguments']) && node['arguments'].length === 0);

const SQL =
  /^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\s)/;

const isSql = (node: SyntaxNode): boolean => {
  if (node.type === 'Literal') return SQL.test(nameOf(node) ?? '');
  if (node.type !== 'TemplateElement') return false;
  const value = node['value'];
  return (
    typeof value === 'object' && value !== null && 'raw' in value && SQL.test(String(value.raw))
  );
};

const BANS: readonly Ban[] = [
  {
    name: 'the clock',
    why: 'shared gives the same pages every day; pass the time in as an argument',
    applies: inShared,
    matches: isClock,
  },
  {
    name: 'randomness',
    why: 'shared gives the same pages every time; pass ids in as arguments',
    applies: inShared,
    matches: (node) => isMember(node, /^Math$/, /^random$/),
  },
  {
    name: "the machine's locale",
    why: 'it differs between machines and versions; shared/base has our own small functions',
    applies: inShared,
    matches: (node) =>
      isMember(node, ANYTHING, /^(toLocale\w*|localeCompare)$/) ||
      (node.type === 'Identifier' && node['name'] === 'Intl'),
  },
  {
    name: 'maxLength',
    why: 'Vietnamese keyboards send backspaces that then eat text; count and say, never cut',
    applies: inProduct,
    matches: (node) => isProperty(node, /^maxlength$/i),
  },
  {
    name: 'HTML from strings',
    why: 'rich text is a checked document, never HTML',
    applies: inProduct,
    matches: (node) =>
      isProperty(node, /^dangerouslySetInnerHTML$/) ||
      isMember(node, ANYTHING, /^(innerHTML|outerHTML|insertAdjacentHTML)$/) ||
      isMember(node, /^document$/, /^write(ln)?$/),
  },
  {
    name: 'code from strings',
    why: 'the content security policy forbids it, and so do we',
    applies: inProduct,
    matches: (node) => isCallOf(node, 'eval') || isCallOf(node, 'Function'),
  },
  {
    name: 'window.api',
    why: 'only renderer/bridge.ts talks to the preload script',
    applies: (path) => path.startsWith('renderer/') && path !== 'renderer/bridge.ts',
    matches: (node) => isMember(node, new RegExp(`^(${GLOBALS.join('|')})$`), /^api$/),
  },
  {
    name: 'SQL',
    why: 'one place to read what is stored: electron/store/queries and migrations',
    applies: (path) => inProduct(path) && !/^electron\/store\/(queries|migrations)\//.test(path),
    matches: isSql,
  },
];

const isExcused = (lines: readonly string[], line: number): boolean =>
  /\/[/*] allowed: \S+/.test(lines[line - 2] ?? '');

export const banFindings = (source: SourceFile): string[] => {
  if (!isCode(source.path)) return [];
  const bans = BANS.filter((ban) => ban.applies(source.path));
  const lines = source.text.split('\n');
  return source.nodes.flatMap((node) =>
    bans
      .filter((ban) => ban.matches(node) && !isExcused(lines, node.line))
      .map((ban) => `${source.path}:${node.line} uses ${ban.name}: ${ban.why}`),
  );
};
