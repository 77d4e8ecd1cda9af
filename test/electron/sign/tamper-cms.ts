import { type Der, derOctets, derOid, derSequence, derSetOf, derValue, readDer } from './der';

/** Ways to change a CMS value that leave its signed part alone or nearly so. */

interface Parts {
  readonly version: Uint8Array;
  readonly digests: Uint8Array;
  readonly content: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signer: readonly Der[];
}

const take = (cms: Uint8Array): Parts => {
  const signedData = readDer(cms).children[1]!.children[0]!;
  const [version, digests, content, certificates, signers] = signedData.children;
  return {
    version: version!.raw,
    digests: digests!.raw,
    content: content!.raw,
    certificates: certificates!.children.map(({ raw }) => raw),
    signer: signers!.children[0]!.children,
  };
};

interface Changed {
  readonly version?: Uint8Array;
  readonly digests?: Uint8Array;
  readonly content?: Uint8Array;
  readonly certificates?: readonly Uint8Array[];
  readonly lists?: Uint8Array;
  readonly signers?: readonly Uint8Array[];
}

const put = (cms: Uint8Array, changed: Changed): Uint8Array => {
  const parts = take(cms);
  const signer = derSequence(...parts.signer.map(({ raw }) => raw));
  return derSequence(
    derOid('1.2.840.113549.1.7.2'),
    derValue(
      0xa0,
      derSequence(
        changed.version ?? parts.version,
        changed.digests ?? parts.digests,
        changed.content ?? parts.content,
        derValue(0xa0, ...(changed.certificates ?? parts.certificates)),
        ...(changed.lists === undefined ? [] : [changed.lists]),
        derSetOf(...(changed.signers ?? [signer])),
      ),
    ),
  );
};

export const withCertificates = (
  cms: Uint8Array,
  certificates: readonly Uint8Array[],
): Uint8Array => put(cms, { certificates });

const withSigner = (
  cms: Uint8Array,
  change: (fields: readonly Uint8Array[]) => readonly Uint8Array[],
): Uint8Array =>
  put(cms, { signers: [derSequence(...change(take(cms).signer.map(({ raw }) => raw)))] });

const replaced = (fields: readonly Uint8Array[], at: number, by: Uint8Array): Uint8Array[] =>
  fields.map((field, index) => (index === at ? by : field));

const integer = (value: number): Uint8Array => Uint8Array.of(2, 1, value);
const SHA512 = derSequence(derOid('2.16.840.1.101.3.4.2.3'));

/** Order of a signer's fields: version, issuer and number, digest, attributes, algorithm, value. */
const ATTRIBUTES = 3;
const VALUE = 5;

export const cmsTampering = (
  stranger: Uint8Array,
): Readonly<Record<string, (cms: Uint8Array) => Uint8Array>> => ({
  'an unsigned attribute is added': (cms) =>
    withSigner(cms, (fields) => [
      ...fields,
      derValue(
        0xa1,
        derSequence(derOid('1.2.840.113549.1.9.25.4'), derSetOf(derOctets(Buffer.from('x')))),
      ),
    ]),
  'a time stamp of nobody is added': (cms) =>
    withSigner(cms, (fields) => [
      ...fields,
      derValue(0xa1, derSequence(derOid('1.2.840.113549.1.9.16.2.14'), derSetOf(derSequence()))),
    ]),
  'a certificate of a stranger is added': (cms) =>
    put(cms, { certificates: [...take(cms).certificates, stranger] }),
  'the certificate is exchanged': (cms) => put(cms, { certificates: [stranger] }),
  'the certificate is removed': (cms) => put(cms, { certificates: [] }),
  'a revocation list is added': (cms) => put(cms, { lists: derValue(0xa1, derSequence()) }),
  'the version is another': (cms) => put(cms, { version: integer(3) }),
  'the digest of the list is another': (cms) => put(cms, { digests: derSetOf(SHA512) }),
  'two digests are listed': (cms) =>
    put(cms, {
      digests: derValue(0x31, ...readDer(take(cms).digests).children.map(({ raw }) => raw), SHA512),
    }),
  'the digest of the signer is another': (cms) =>
    withSigner(cms, (fields) => replaced(fields, 2, SHA512)),
  'the version of the signer is another': (cms) =>
    withSigner(cms, (fields) => replaced(fields, 0, integer(3))),
  'the signer is named by another number': (cms) =>
    withSigner(cms, (fields) => {
      const [issuer] = readDer(fields[1]!).children;
      return replaced(fields, 1, derSequence(issuer!.raw, integer(7)));
    }),
  'content is put inside': (cms) =>
    put(cms, {
      content: derSequence(
        derOid('1.2.840.113549.1.7.1'),
        derValue(0xa0, derOctets(Buffer.from('khác'))),
      ),
    }),
  'the content is of another type': (cms) =>
    put(cms, { content: derSequence(derOid('1.2.840.113549.1.9.16.1.4')) }),
  'there are two signers': (cms) => {
    const [one, ...rest] = take(cms).signer.map(({ raw }) => raw);
    return put(cms, {
      signers: [derSequence(one!, ...rest), derSequence(integer(3), ...rest)],
    });
  },
  'there is no signer': (cms) => put(cms, { signers: [] }),
  'the signed attributes are gone': (cms) =>
    withSigner(cms, (fields) => fields.filter((_, at) => at !== ATTRIBUTES)),
  'the signed attributes are in another order': (cms) =>
    withSigner(cms, (fields) => {
      const attributes = readDer(fields[ATTRIBUTES]!).children.map(({ raw }) => raw);
      return replaced(fields, ATTRIBUTES, derValue(0xa0, ...attributes.reverse()));
    }),
  'a signed attribute stands twice': (cms) =>
    withSigner(cms, (fields) => {
      const attributes = readDer(fields[ATTRIBUTES]!).children.map(({ raw }) => raw);
      return replaced(fields, ATTRIBUTES, derValue(0xa0, attributes[0]!, ...attributes));
    }),
  'the signing-certificate attribute is gone': (cms) =>
    withSigner(cms, (fields) => {
      const attributes = readDer(fields[ATTRIBUTES]!).children.map(({ raw }) => raw);
      return replaced(fields, ATTRIBUTES, derValue(0xa0, ...attributes.slice(0, -1)));
    }),
  'the value is one bit off': (cms) =>
    withSigner(cms, (fields) => {
      const value = Uint8Array.from(fields[VALUE]!);
      value[value.length - 1] = (value.at(-1) ?? 0) ^ 1;
      return replaced(fields, VALUE, value);
    }),
  'the value is empty': (cms) =>
    withSigner(cms, (fields) => replaced(fields, VALUE, derOctets(new Uint8Array()))),
  'the length is written longer than needed': (cms) => {
    const inner = readDer(cms);
    const { byteLength } = inner.content;
    const head = Uint8Array.of(0x30, 0x83, 0, byteLength >> 8, byteLength & 0xff);
    return Buffer.concat([head, inner.content]);
  },
  'an indefinite length is used': (cms) =>
    Buffer.concat([Uint8Array.of(0x30, 0x80), readDer(cms).content, Uint8Array.of(0, 0)]),
  'it is cut short': (cms) => Uint8Array.from(cms.subarray(0, -20)),
  'it is not there': () => new Uint8Array(),
});
