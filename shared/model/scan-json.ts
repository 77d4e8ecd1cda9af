/** Why a JSON text cannot be relied on, and the UTF-16 offset where it shows. */
export type JsonFault =
  | { readonly kind: 'syntax'; readonly at: number }
  /** `JSON.parse` would keep the last of two answers and drop the first in silence. */
  | { readonly kind: 'duplicate'; readonly at: number; readonly key: string };

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Offset behind the string that opens at `from`; -1 where it is none. A loop: strings are long. */
const endOfString = (text: string, from: number): number => {
  if (text[from] !== '"') return -1;
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -1;
    if (unit === 0x5c) {
      ESCAPE.lastIndex = at;
      const escaped = ESCAPE.exec(text);
      if (escaped === null) return -1;
      at += escaped[0].length;
    } else at += 1;
  }
  return -1;
};

/** What may come next: a value, a key, or what ends or goes on with the innermost container. */
type Expectation = 'value' | 'first-value' | 'key' | 'first-key' | 'next';
const CLOSES_OBJECT: ReadonlySet<Expectation> = new Set(['first-key', 'next']);

/**
 * Looks through a JSON text (RFC 8259) without recursion: a hostile file aims at the stack. The
 * platform's own parser names no place in many cases and says nothing of repeated keys.
 */
export const scanJson = (text: string): JsonFault | null => {
  /** Keys of each open object; null for an open list. */
  const open: (Set<string> | null)[] = [];
  let at = 0;
  let expected = 'value' as Expectation;
  let done = false;

  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const ended = (): void => {
    if (open.length === 0) done = true;
    else expected = 'next';
  };

  const string = (): string | null => {
    const end = endOfString(text, at);
    if (end < 0) return null;
    const found = text.slice(at, end);
    at = end;
    return found;
  };
  const closes = (sign: string | undefined, container: Set<string> | null | undefined): boolean => {
    if (sign === '}') return container instanceof Set && CLOSES_OBJECT.has(expected);
    return sign === ']' && container === null && expected !== 'value';
  };

  for (;;) {
    match(SPACE);
    if (done) return at === text.length ? null : { kind: 'syntax', at };
    const sign = text[at];
    const container = open.at(-1);
    if (closes(sign, container)) {
      at += 1;
      open.pop();
      ended();
    } else if (expected === 'next') {
      if (sign !== ',') return { kind: 'syntax', at };
      at += 1;
      expected = container === null ? 'value' : 'key';
    } else if (expected === 'key' || expected === 'first-key') {
      const from = at;
      const key = string();
      if (key === null) return { kind: 'syntax', at };
      const name = String(JSON.parse(key));
      if (container?.has(name)) return { kind: 'duplicate', at: from, key: name };
      container?.add(name);
      match(SPACE);
      if (text[at] !== ':') return { kind: 'syntax', at };
      at += 1;
      expected = 'value';
    } else if (sign === '{' || sign === '[') {
      at += 1;
      open.push(sign === '{' ? new Set() : null);
      expected = sign === '{' ? 'first-key' : 'first-value';
    } else if ((sign === '"' ? string() : match(SCALAR)) === null) {
      return { kind: 'syntax', at };
    } else ended();
  }
};
