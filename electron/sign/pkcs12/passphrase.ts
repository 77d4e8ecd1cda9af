/**
 * A passphrase is bytes from the door to the key derivation and never a string: strings cannot be
 * wiped and turn up in memory dumps and logs.
 */

const decodeOne = (bytes: Uint8Array, at: number): [codePoint: number, length: number] => {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let code = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) code = code * 64 + ((bytes[at + i] ?? 0) & 0x3f);
  return [code, length];
};

/** UTF-8 → UTF-16BE with the two closing zeros that PKCS#12's own derivation wants. */
export const bmpPassphrase = (utf8: Uint8Array): Uint8Array => {
  // A character of n bytes needs at most two units, so twice the bytes and the zeros always fit.
  const room = new Uint8Array(utf8.byteLength * 2 + 2);
  let used = 0;
  const put = (unit: number): void => {
    room[used] = unit >> 8;
    room[used + 1] = unit & 0xff;
    used += 2;
  };
  for (let at = 0; at < utf8.byteLength; ) {
    const [code, length] = decodeOne(utf8, at);
    at += length;
    if (code < 0x10000) {
      put(code);
    } else {
      put(0xd800 + ((code - 0x10000) >> 10));
      put(0xdc00 + ((code - 0x10000) & 0x3ff));
    }
  }
  put(0);
  return room.subarray(0, used);
};

export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0);
};
