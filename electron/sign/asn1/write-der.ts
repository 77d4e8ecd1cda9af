/** DER, written once and in one piece: every argument is already whole bytes. */

export const derValue = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets];
  return Buffer.concat([Uint8Array.from(head), ...parts]);
};

export const derSequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0x30, ...parts);

/** SET OF: DER orders its members by their bytes. */
export const derSetOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0x31, ...[...parts].sort(Buffer.compare));

export const derOctets = (bytes: Uint8Array): Uint8Array => derValue(0x04, bytes);
export const derNull = (): Uint8Array => derValue(0x05);
export const derSmallInteger = (value: number): Uint8Array =>
  derValue(0x02, Uint8Array.of(value & 0x7f));

const base128 = (value: number): number[] => {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift((rest % 128) | 0x80);
  }
  return octets;
};

export const derOid = (dotted: string): Uint8Array => {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return derValue(0x06, Uint8Array.from([root * 40 + second, ...arcs].flatMap(base128)));
};
