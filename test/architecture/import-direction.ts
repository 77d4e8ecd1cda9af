import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import {
  MAY_IMPORT,
  MAY_IMPORT_TYPES,
  MAY_USE_ELECTRON,
  PACKAGES_OF_SHARED,
  rowOf,
  unitOf,
} from './direction-table';
import { type Import, PRODUCT, type SourceFile } from './source-file';

const NODE = new Set(builtinModules);
const isNodeModule = (name: string): boolean => name.startsWith('node:') || NODE.has(name);
/** electron-store imports electron itself. */
const isElectronModule = (name: string): boolean =>
  name === 'electron' || name.startsWith('electron/') || name === 'electron-store';

const packageOf = (specifier: string): string => {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};

const checkPackage = (path: string, specifier: string): string | undefined => {
  const layer = path.split('/')[0];
  if (layer === 'test') return undefined;
  if (layer === 'shared') {
    return PACKAGES_OF_SHARED.includes(packageOf(specifier))
      ? undefined
      : `shared may use only ${PACKAGES_OF_SHARED.join(', ')}`;
  }
  if (layer === 'renderer') {
    const isForbidden =
      isNodeModule(specifier) || isElectronModule(specifier) || specifier === 'better-sqlite3';
    return isForbidden ? 'a window must not see Node, Electron or the database' : undefined;
  }
  if (isElectronModule(specifier) && !MAY_USE_ELECTRON.some((allowed) => allowed.test(path))) {
    return 'only app/, preload/ and ipc/dispatch.ts may use electron';
  }
  return undefined;
};

const resolveRelative = (path: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));

/** True when the import names the unit itself (its index), not a file inside it. */
const isThroughIndex = (target: string, unit: string): boolean =>
  [unit, `${unit}/`, `${unit}/index`, `${unit}/index.ts`, `${unit}/index.tsx`].includes(target);

const checkUnits = (path: string, target: string, typeOnly: boolean): string | undefined => {
  const from = unitOf(path);
  if (from === undefined) return undefined; // checkPlace reports the file itself.
  const to = unitOf(target) ?? unitOf(`${target}/index.ts`);
  if (to === undefined) return 'it leads to no known folder';
  if (from === to) return undefined;
  const row = rowOf(from);
  const allowed = MAY_IMPORT[row] ?? [];
  const allowedTypes = typeOnly ? (MAY_IMPORT_TYPES[row] ?? []) : [];
  if (![...allowed, ...allowedTypes].includes(rowOf(to))) return `${from} must not import ${to}`;
  return isThroughIndex(target, to) ? undefined : `${to} is used through its index only`;
};

export const checkImport = (path: string, found: Import): string | undefined => {
  const { specifier, typeOnly } = found;
  if (!specifier.startsWith('.')) return checkPackage(path, specifier);
  const target = resolveRelative(path, specifier);
  const layer = target.split('/')[0] ?? '';
  if (path.startsWith('test/')) return undefined;
  if (layer === 'assets') return undefined;
  if (!PRODUCT.some((product) => product === layer)) return `product code must not import ${layer}`;
  return checkUnits(path, target, typeOnly);
};

/** A file of the product has to lie in a folder that the table knows. */
export const checkPlace = (path: string): string | undefined =>
  path.startsWith('test/') || unitOf(path) !== undefined || path.endsWith('.d.ts')
    ? undefined
    : 'lies in no folder of the direction table';

export const directionFindings = (sources: readonly SourceFile[]): string[] =>
  sources.flatMap((source) => {
    const place = checkPlace(source.path);
    const imports = source.imports.flatMap((found) => {
      const reason = checkImport(source.path, found);
      return reason === undefined
        ? []
        : [`${source.path}:${found.line} imports '${found.specifier}': ${reason}`];
    });
    return place === undefined ? imports : [`${source.path}: ${place}`, ...imports];
  });

/**
 * Follows imports that run code from `entry`; gives the chain of files to the first that imports
 * electron. The command line and the export worker have to run where there is none.
 */
export const pathToElectron = (
  sources: readonly SourceFile[],
  entry: string,
): readonly string[] | undefined => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const fileOf = (target: string): SourceFile | undefined =>
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`]
      .map((path) => byPath.get(path))
      .find((source) => source !== undefined);
  const seen = new Set<string>();
  const visit = (path: string, chain: readonly string[]): readonly string[] | undefined => {
    const source = fileOf(path);
    if (source === undefined || seen.has(source.path)) return undefined;
    seen.add(source.path);
    const here = [...chain, source.path];
    for (const { specifier, typeOnly } of source.imports) {
      if (typeOnly) continue;
      if (isElectronModule(specifier)) return [...here, specifier];
      if (!specifier.startsWith('.')) continue;
      const found = visit(resolveRelative(source.path, specifier), here);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(entry, []);
};
