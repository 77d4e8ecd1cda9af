/**
 * Bytes from outside that are not what they claim to be. Thrown by the readers of this folder and
 * turned into a value at its doors (`openPkcs12`, `signPdf`, `verifyPdf` …); it never leaves it.
 */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** The value of `read`, or `null` when the bytes are malformed. Bugs still throw. */
export const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Malformed) return null;
    throw fault;
  }
};
