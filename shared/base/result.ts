/**
 * Expected failures are values. A `Failure` is what a person is told: `code` is stable and for
 * programs, `message` is a whole Vietnamese sentence that says what is wrong, `where` names the
 * place (a section heading, a JSON path, a file name), `hint` says what to do about it.
 */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly where?: string;
  readonly hint?: string;
}

export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Builds a failure without writing `undefined` into optional places. */
export function failure(
  code: string,
  message: string,
  more: { readonly where?: string; readonly hint?: string } = {},
): Failure {
  return {
    code,
    message,
    ...(more.where === undefined ? {} : { where: more.where }),
    ...(more.hint === undefined ? {} : { hint: more.hint }),
  };
}
