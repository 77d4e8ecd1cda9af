/** Nodes of rich text after which a new line begins, so that words of two lines do not run together. */
const LINES: ReadonlySet<unknown> = new Set(['paragraph', 'hardBreak', 'tableCell', 'tableHeader']);

const write = (value: unknown, into: string[]): void => {
  if (typeof value === 'string') {
    into.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) write(item, into);
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Record<string, unknown>;
    if (typeof node['type'] !== 'string') {
      for (const field of Object.values(node)) {
        write(field, into);
        into.push('\n');
      }
      return;
    }
    write(node['text'], into);
    write(node['content'], into);
    if (LINES.has(node['type'])) into.push('\n');
  }
};

/** All words of an answer of any kind, in order, a line each paragraph. */
export const textOfValue = (value: unknown): string => {
  const pieces: string[] = [];
  write(value, pieces);
  return pieces.join('').trim();
};
