import { type Der, derOctets, derOid, derSequence, derValue, readDer } from './der';

/** Certificate files as no OpenSSL command writes them, from files without an integrity check. */

const DATA = '1.2.840.113549.1.7.1';

const octetsInside = (explicit: Der | undefined): Uint8Array => explicit!.children[0]!.content;

/** The parts of a file's authenticated safe. */
const safesOf = (file: Uint8Array): readonly Uint8Array[] => {
  const authSafe = readDer(file).children[1]!;
  return readDer(octetsInside(authSafe.children[1])).children.map(({ raw }) => raw);
};

const fileOf = (safes: readonly Uint8Array[]): Uint8Array =>
  derSequence(
    Uint8Array.of(2, 1, 3),
    derSequence(derOid(DATA), derValue(0xa0, derOctets(derSequence(...safes)))),
  );

/** One file with the keys and certificates of all, in their order. */
export const mergeFiles = (...files: readonly Uint8Array[]): Uint8Array =>
  fileOf(files.flatMap(safesOf));

/** The same with a bag of a kind that only its maker knows. */
export const withStrangeBag = (file: Uint8Array): Uint8Array => {
  const bag = derSequence(
    derOid('1.2.840.113549.1.12.10.1.99'),
    derValue(0xa0, derOctets(new Uint8Array(3))),
  );
  const safe = derSequence(derOid(DATA), derValue(0xa0, derOctets(derSequence(bag))));
  return fileOf([safe, ...safesOf(file)]);
};

const indefinite = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);

/** The same in BER: lengths left open and the content cut into pieces, as some browsers write. */
export const inBer = (file: Uint8Array): Uint8Array => {
  const [version, authSafe, ...mac] = readDer(file).children;
  const content = octetsInside(authSafe!.children[1]);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < content.byteLength; at += 1000) {
    pieces.push(derOctets(content.subarray(at, at + 1000)));
  }
  return indefinite(
    0x30,
    version!.raw,
    indefinite(0x30, derOid(DATA), indefinite(0xa0, indefinite(0x24, ...pieces))),
    ...mac.map(({ raw }) => raw),
  );
};
