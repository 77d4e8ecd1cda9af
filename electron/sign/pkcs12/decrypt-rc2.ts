import { Malformed } from '../malformed';

/**
 * RC2 (RFC 2268), which Windows wrote into PKCS#12 files for twenty years and which OpenSSL 3 no
 * longer offers. Only what opening such a file needs: decryption in CBC mode.
 */

/** The permutation of section 2, made from the digits of π. */
const PI = Buffer.from(
  [
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2',
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82',
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7',
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec',
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9',
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  ].join(''),
  'hex',
);

const BLOCK = 8;
const WORDS = [3, 2, 1, 0] as const;
const ROTATION = [1, 2, 3, 5] as const;
const EXPANDED = 128;

const pi = (at: number): number => PI[at & 0xff] ?? 0;

/** Section 2: 64 words; as many bits of the key count as it has. */
const expandKey = (key: Uint8Array): Uint16Array => {
  const bytes = new Uint8Array(EXPANDED);
  const byte = (at: number): number => bytes[at] ?? 0;
  const { length } = key;
  bytes.set(key);
  for (let i = length; i < EXPANDED; i += 1) bytes[i] = pi(byte(i - 1) + byte(i - length));
  bytes[EXPANDED - length] = pi(byte(EXPANDED - length));
  for (let i = EXPANDED - 1 - length; i >= 0; i -= 1) bytes[i] = pi(byte(i + 1) ^ byte(i + length));
  return Uint16Array.from({ length: EXPANDED / 2 }, (_, i) => byte(2 * i) + 256 * byte(2 * i + 1));
};

/** Section 4: the rounds of encryption backwards, on four words. */
const decryptBlock = (words: Uint16Array, key: Uint16Array): void => {
  const word = (at: number): number => words[at & 3] ?? 0;
  let next = 63;
  const unmix = (rounds: number): void => {
    for (let round = 0; round < rounds; round += 1) {
      for (const i of WORDS) {
        const turned = (word(i) >>> ROTATION[i]) | (word(i) << (16 - ROTATION[i]));
        const mixed = (word(i - 1) & word(i - 2)) + (~word(i - 1) & word(i - 3));
        words[i] = turned - (key[next] ?? 0) - mixed;
        next -= 1;
      }
    }
  };
  const unmash = (): void => {
    for (const i of WORDS) words[i] = word(i) - (key[word(i - 1) & 63] ?? 0);
  };
  unmix(5);
  unmash();
  unmix(6);
  unmash();
  unmix(5);
};

/** CBC with the usual padding. `key` is 1 to 128 bytes. Throws `Malformed`. */
export const decryptRc2 = (key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array => {
  if (data.byteLength === 0 || data.byteLength % BLOCK !== 0) throw new Malformed('broken blocks');
  const expanded = expandKey(key);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const plain = new Uint8Array(data.byteLength);
  const words = new Uint16Array(4);
  for (let at = 0; at < data.byteLength; at += BLOCK) {
    for (const i of WORDS) words[i] = view.getUint16(at + 2 * i, true);
    decryptBlock(words, expanded);
    for (let i = 0; i < BLOCK; i += 1) {
      const before = (at === 0 ? iv[i] : data[at - BLOCK + i]) ?? 0;
      plain[at + i] = (((words[i >> 1] ?? 0) >> (8 * (i & 1))) & 0xff) ^ before;
    }
  }
  expanded.fill(0);
  const padding = plain.at(-1) ?? 0;
  const whole = padding >= 1 && padding <= BLOCK;
  if (!whole || plain.subarray(-padding).some((byte) => byte !== padding)) {
    throw new Malformed('does not decrypt');
  }
  return plain.subarray(0, -padding);
};
