import type { Orientation } from '../../../shared/model';

const STEP = '  ';
const LINE = /^(?:([a-z0-9]+(?:[.-][a-z0-9]+)*)\s*\)\s*|[-–•+*]\s*)?(.*)$/u;

/** One line an orientation, two spaces deeper for each level: 'a) …', '  a.1) …'. */
export const orientationsToText = (orientations: readonly Orientation[], depth = 0): string =>
  orientations
    .flatMap(({ id, text, children }) => [
      `${STEP.repeat(depth)}${id}) ${text.replaceAll('\n', ' ')}`,
      ...(children.length === 0 ? [] : [orientationsToText(children, depth + 1)]),
    ])
    .join('\n');

interface Level {
  readonly indent: number;
  readonly into: Orientation[];
  readonly parent: string;
}

const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : String(index + 1);

/** An id nobody has yet, after the place: 'a', 'b' …, below them 'a.1', 'a.2' … */
const freshId = (parent: string, siblings: number, taken: ReadonlySet<string>): string => {
  for (let index = siblings; ; index += 1) {
    const id = parent === '' ? letterOf(index) : `${parent}.${index + 1}`;
    if (!taken.has(id)) return id;
  }
};

/**
 * The tree of such lines. Deeper indents make children; a line without a sign of its own gets one;
 * a sign used twice gets another. Empty lines count for nothing.
 */
export const textToOrientations = (text: string): Orientation[] => {
  const roots: Orientation[] = [];
  const levels: Level[] = [{ indent: -1, into: roots, parent: '' }];
  const lines = text
    .replaceAll('\t', STEP)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const taken = new Set<string>();
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    while (levels.length > 1 && indent <= (levels.at(-1)?.indent ?? -1)) levels.pop();
    const level = levels.at(-1);
    if (level === undefined) break;
    const [, sign, words = ''] = LINE.exec(line.trim()) ?? [];
    const isFree = sign !== undefined && !taken.has(sign);
    const id = isFree ? sign : freshId(level.parent, level.into.length, taken);
    taken.add(id);
    const orientation: Orientation = { id, text: words.trim(), children: [] };
    level.into.push(orientation);
    levels.push({ indent, into: orientation.children, parent: id });
  }
  return roots;
};
