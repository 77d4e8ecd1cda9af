/** Names and sizes of files. */

const MOST_LINES = 400;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Names that tools and readers look for. */
const FIXED = /^(README|SPEC|RESULTS(-[A-Z]+)?)\.md$|^\.[a-z]+$/;
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|shared-utils)$/;

const isProduct = (path: string): boolean => /^(shared|electron|renderer)\//.test(path);

/** Data keeps the names it came with. */
const isData = (path: string): boolean => /\/(fixtures|golden|corpus)\//.test(path);

export const nameFindings = (path: string): string[] => {
  if (isData(path)) return [];
  const names = path.split('/');
  const odd = names
    .filter((name) => !KEBAB.test(name) && !FIXED.test(name))
    .map((name) => `${path}: "${name}" is not kebab-case`);
  const empty = isProduct(path)
    ? names
        .map((name) => name.replace(/\..*$/, ''))
        .filter((name) => EMPTY_NAMES.test(name))
        .map((name) => `${path}: "${name}" says nothing; name it for what it holds`)
    : [];
  return [...odd, ...empty];
};

export const sizeFindings = (path: string, text: string): string[] => {
  if (!isProduct(path) || !/\.(tsx?|css)$/.test(path)) return [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > MOST_LINES
    ? [`${path} has ${lines} lines; more than ${MOST_LINES} ask to be split by what they export`]
    : [];
};
