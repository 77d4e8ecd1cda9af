const ANYTHING_VISIBLE = /[^\s\u00a0\u200b\u202f\ufeff]/u;

/**
 * True when somebody has put something into a section, whatever its kind: a visible character
 * anywhere, an amount, an entry. The rules say whether the answer is complete; this is for lists.
 */
export const isAnswered = (value: unknown): boolean => {
  if (typeof value === 'string') return ANYTHING_VISIBLE.test(value);
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.some(isAnswered);
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Record<string, unknown>;
  // A rich-text node: its type and attributes are not words.
  if (typeof node['type'] === 'string')
    return isAnswered(node['content']) || isAnswered(node['text']);
  return Object.values(node).some(isAnswered);
};
