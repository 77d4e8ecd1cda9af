const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Kinds and codes are short words of a program. A longer text could be somebody's sentence. */
const wordOf = (value: unknown): string =>
  (typeof value === 'string' && /^[\w.:-]{1,60}$/.test(value)) || typeof value === 'number'
    ? String(value)
    : '';

const framesOf = (stack: unknown): string[] =>
  typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : [];

/**
 * An error as it may stand in the log: kind, code and place, never its message, because messages
 * quote what they stumbled over, and that can be the person's own text or a file's name.
 */
export const errorTrace = (error: unknown): string => {
  if (!isRecord(error)) return `(${typeof error})`;
  const head = [error['name'], error['code'], error['syscall']].map(wordOf).filter(Boolean);
  const cause = error['cause'] === undefined ? [] : [`caused by ${errorTrace(error['cause'])}`];
  return [head.join(' ') || '(object)', ...framesOf(error['stack']), ...cause].join('\n');
};
