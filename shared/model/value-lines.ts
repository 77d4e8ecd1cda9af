/** One line of an answer as a person reads it, whatever the kind of the section. */
export interface ValueLine {
  readonly role: 'paragraph' | 'bullet' | 'number' | 'row' | 'field';
  /** Depth of a list, from 0; 0 for everything else. */
  readonly level: number;
  /** Name of a field ('total', 'contact.name'), '' for everything else. */
  readonly field: string;
  readonly text: string;
  /** Alignment, marks and other looks of the line as one text, to be compared only. */
  readonly look: string;
}

interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attrs?: unknown;
  readonly marks?: unknown;
  readonly content?: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = (node: Node): readonly Node[] =>
  Array.isArray(node.content) ? (node.content as Node[]) : [];

const marksOf = (node: Node): string =>
  (Array.isArray(node.marks) ? node.marks : [])
    .map((mark) => (isObject(mark) ? String(mark['type']) : ''))
    .sort()
    .join('+');

const lineOf = (node: Node, role: ValueLine['role'], level: number): ValueLine => {
  const parts = childrenOf(node);
  const text = parts
    .map((part) =>
      part.type === 'hardBreak' ? '\n' : typeof part.text === 'string' ? part.text : '',
    )
    .join('');
  // Marks by length of text, so that cutting one run in two does not count as a change.
  const looks: { marks: string; length: number }[] = [];
  for (const part of parts) {
    const marks = marksOf(part);
    const length = typeof part.text === 'string' ? part.text.length : 1;
    const last = looks.at(-1);
    if (last?.marks === marks) last.length += length;
    else looks.push({ marks, length });
  }
  const align = isObject(node.attrs) ? String(node.attrs['textAlign'] ?? '') : '';
  const look = looks.every(({ marks }) => marks === '')
    ? align
    : `${align} ${looks.map(({ marks, length }) => `${length}${marks}`).join(' ')}`;
  return { role, level, field: '', text, look };
};

const CELL_GAP = ' | ';

const rowLine = (row: Node): ValueLine => {
  const cells = childrenOf(row).map((cell) => blockLines(childrenOf(cell), 0));
  return {
    role: 'row',
    level: 0,
    field: '',
    text: cells.map((lines) => lines.map(({ text }) => text).join(' ')).join(CELL_GAP),
    look: JSON.stringify([
      childrenOf(row).map(({ type, attrs }) => [type, attrs]),
      cells.map((lines) => lines.map(({ look }) => look)),
    ]),
  };
};

const listLines = (list: Node, role: 'bullet' | 'number', level: number): ValueLine[] =>
  childrenOf(list).flatMap((item) =>
    blockLines(childrenOf(item), level + 1).map((line, at) =>
      at === 0 && line.role === 'paragraph' ? { ...line, role, level } : line,
    ),
  );

const blockLines = (blocks: readonly Node[], level: number): ValueLine[] =>
  blocks.flatMap((block) => {
    if (block.type === 'bulletList') return listLines(block, 'bullet', level);
    if (block.type === 'orderedList') return listLines(block, 'number', level);
    if (block.type === 'table') return childrenOf(block).map(rowLine);
    return [lineOf(block, 'paragraph', level)];
  });

const fieldLines = (value: Readonly<Record<string, unknown>>, path: string): ValueLine[] =>
  Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = path === '' ? key : `${path}.${key}`;
      const inner = value[key];
      if (isObject(inner)) return fieldLines(inner, field);
      if (inner === null || inner === undefined || inner === '') return [];
      return [{ role: 'field' as const, level: 0, field, text: String(inner), look: '' }];
    });

const plain = (text: string): ValueLine => ({
  role: 'paragraph',
  level: 0,
  field: '',
  text,
  look: '',
});

/** The lines of an answer of any kind; an empty answer has none. */
export const valueLines = (value: unknown): ValueLine[] => {
  if (typeof value === 'string') return value === '' ? [] : value.split('\n').map(plain);
  if (Array.isArray(value)) return value.map((item) => plain(String(item)));
  if (!isObject(value)) return [];
  if (value['type'] !== 'doc') return fieldLines(value, '');
  const lines = blockLines(childrenOf(value), 0);
  return lines.every(({ text }) => text === '') ? [] : lines;
};
