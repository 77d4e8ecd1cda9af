import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** One source file, read far enough to ask what it imports and what it says. */
export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
  imports: readonly Import[];
  nodes: readonly SyntaxNode[];
}

export interface Import {
  specifier: string;
  line: number;
  typeOnly: boolean;
}

/** A node of the syntax tree (ESTree with TypeScript), as plain data. */
export interface SyntaxNode {
  type: string;
  line: number;
  [property: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const nodeIn = (node: SyntaxNode, property: string): SyntaxNode | undefined => {
  const value = node[property];
  return isNode(value) ? value : undefined;
};

export const nameOf = (node: SyntaxNode | undefined): string | undefined => {
  if (node === undefined) return undefined;
  const name = node.type === 'Literal' ? node['value'] : node['name'];
  return typeof name === 'string' ? name : undefined;
};

const collect = (value: unknown, lineAt: (offset: number) => number, into: SyntaxNode[]): void => {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, lineAt, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) {
    value.line = lineAt(Number(value['start']));
    into.push(value);
  }
  for (const child of Object.values(value)) collect(child, lineAt, into);
};

const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
};

const isTypeOnly = (node: SyntaxNode): boolean => {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'];
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((s) => s.importKind === 'type' || s.exportKind === 'type')
  );
};

/** Static, dynamic and type imports, re-exports, and `new URL('./x', import.meta.url)`. */
const importOf = (node: SyntaxNode): Import | undefined => {
  const found = (at: SyntaxNode | undefined, typeOnly = false): Import | undefined => {
    const specifier = at?.type === 'Literal' ? nameOf(at) : undefined;
    return specifier === undefined ? undefined : { specifier, line: node.line, typeOnly };
  };
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return found(nodeIn(node, 'source'), isTypeOnly(node));
    case 'ImportExpression':
      return found(nodeIn(node, 'source'));
    case 'TSImportType':
      return found(nodeIn(node, 'source') ?? nodeIn(node, 'argument'), true);
    case 'NewExpression': {
      const [file, base] = Array.isArray(node['arguments']) ? node['arguments'] : [];
      const isAsset =
        nameOf(nodeIn(node, 'callee')) === 'URL' &&
        isNode(base) &&
        nameOf(nodeIn(base, 'property')) === 'url' &&
        nodeIn(base, 'object')?.type === 'MetaProperty';
      return isAsset && isNode(file) ? found(file) : undefined;
    }
    default:
      return undefined;
  }
};

export const parseSource = (path: string, text: string): SourceFile => {
  const { program, errors } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const nodes: SyntaxNode[] = [];
  collect(program, lineFinder(text), nodes);
  const imports = nodes.map(importOf).filter((found) => found !== undefined);
  return { path, text, imports, nodes };
};

export const projectRoot = join(import.meta.dirname, '../..');

/** Every file of ours below these folders of the project, as paths from its root. */
export const listFiles = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => path.slice(projectRoot.length + 1).replaceAll('\\', '/'))
      // The benchmark has packages of its own.
      .filter((path) => !path.includes('/node_modules/'))
      .sort(),
  );

export const PRODUCT = ['shared', 'electron', 'renderer'] as const;

export const isCode = (path: string): boolean => /\.tsx?$/.test(path);

export const readSources = (...folders: readonly string[]): SourceFile[] =>
  listFiles(...folders)
    .filter(isCode)
    .map((path) => parseSource(path, readFileSync(join(projectRoot, path), 'utf8')));
