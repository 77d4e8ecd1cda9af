import { err, ok, type Result } from '../../shared/base';

/** Deeper nesting than any document of ours; JSON.stringify would overflow the stack far below. */
const DEEPEST = 200;

/** Names through which careless code reaches an object's prototype. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

class NotJson extends Error {}

/** `path` leads to `value`; it is kept as steps because nearly nobody ever reads it. */
const write = (value: unknown, path: (string | number)[]): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson();
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || path.length >= DEEPEST) throw new NotJson();
  return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
};

const writeArray = (items: readonly unknown[], path: (string | number)[]): string => {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    path.push(index);
    if (index > 0) text += ',';
    text += write(items[index], path);
    path.pop();
  }
  return `${text}]`;
};

const writeObject = (object: object, path: (string | number)[]): string => {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw new NotJson();
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const field = (object as Record<string, unknown>)[key];
    path.push(key);
    if (FORBIDDEN_KEYS.has(key)) throw new NotJson();
    if (field !== undefined) {
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${write(field, path)}`;
    }
    path.pop();
  }
  return `{${text}}`;
};

const placeOf = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (place, step) => place + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    '$',
  );

/**
 * One text for one value, whatever the order of its keys, so that equal values have equal hashes.
 * The error is the place of something JSON cannot hold (a function, NaN, a cycle, a date).
 * Fields that are `undefined` are left out, as JSON does.
 */
export const canonicalJson = (value: unknown): Result<string, string> => {
  const path: (string | number)[] = [];
  try {
    return ok(write(value, path));
  } catch (error) {
    if (error instanceof NotJson) return err(placeOf(path));
    throw error;
  }
};
