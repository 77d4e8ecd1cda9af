import { err, ok, type Result } from '../../shared/base';

/** Deeper nesting than any document of ours; JSON.stringify would overflow the stack far below. */
const DEEPEST = 200;

/** Names through which careless code reaches an object's prototype. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

class NotJson extends Error {}

const write = (value: unknown, depth: number, path: string): string => {
  if (depth > DEEPEST) throw new NotJson(path);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson(path);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, depth + 1, `${path}[${index}]`)).join(',')}]`;
  }
  if (typeof value !== 'object') throw new NotJson(path);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotJson(path);
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[key];
    if (FORBIDDEN_KEYS.has(key)) throw new NotJson(`${path}.${key}`);
    if (field === undefined) continue;
    fields.push(`${JSON.stringify(key)}:${write(field, depth + 1, `${path}.${key}`)}`);
  }
  return `{${fields.join(',')}}`;
};

/**
 * One text for one value, whatever the order of its keys, so that equal values have equal hashes.
 * The error is the place of something JSON cannot hold (a function, NaN, a cycle, a date).
 * Fields that are `undefined` are left out, as JSON does.
 */
export const canonicalJson = (value: unknown): Result<string, string> => {
  try {
    return ok(write(value, 0, '$'));
  } catch (error) {
    if (error instanceof NotJson) return err(error.message);
    throw error;
  }
};
