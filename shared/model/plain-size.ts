/** Nesting and size of plain data from outside. */
export interface SizeLimits {
  readonly depth: number;
  readonly parts: number;
  readonly characters: number;
}
export interface PlainSize extends SizeLimits {
  /** A key through which careless code reaches an object's prototype stands somewhere in it. */
  readonly hasPrototypeKey: boolean;
}

/**
 * Measures without recursion, because a hostile file aims at the stack, and stops as soon as one
 * of the limits is passed: the figures then say which one.
 */
export const plainSize = (value: unknown, limits: SizeLimits): PlainSize => {
  const open: { readonly part: unknown; readonly depth: number }[] = [{ part: value, depth: 0 }];
  let deepest = 0;
  let parts = 0;
  let characters = 0;
  let hasPrototypeKey = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, depth } = next;
    parts += 1;
    deepest = Math.max(deepest, depth);
    if (typeof part === 'string') characters += part.length;
    if (deepest > limits.depth || parts > limits.parts || characters > limits.characters) break;
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) {
      characters += key.length;
      if (key === '__proto__') hasPrototypeKey = true;
      open.push({ part: inner, depth: depth + 1 });
    }
  }
  return { depth: deepest, parts, characters, hasPrototypeKey };
};
