import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawOf, readBer, readBerPrefix, readDer } from '../../../electron/sign/asn1/read-der';
import { readCertificate } from '../../../electron/sign/certificate/read-certificate';
import { readSignedData } from '../../../electron/sign/cms/read-signed-data';
import { Malformed, orNull } from '../../../electron/sign/malformed';
import { derOctets, derSequence, derValue, readDer as judge } from './der';
import { makeIdentity } from './make-identity';

/** The library reads BER and forgives; what is built on it must not. */

const certificate = Buffer.from(
  Buffer.from(makeIdentity({ key: 'p256' }).certificate)
    .toString()
    .replace(/-----[^-]+-----|\s/g, ''),
  'base64',
);

const accepts = (bytes: Uint8Array): boolean => orNull(() => readDer(bytes)) !== null;

const judgeAccepts = (bytes: Uint8Array): boolean => {
  try {
    judge(bytes);
    return true;
  } catch {
    return false;
  }
};

const nested = (depth: number): Uint8Array => {
  let value: Uint8Array = derSequence();
  for (let i = 0; i < depth; i += 1) value = derSequence(value);
  return value;
};

describe('reading DER', () => {
  it('accepts a certificate and gives its own bytes back', () => {
    expect(Buffer.from(rawOf(readDer(certificate))).equals(certificate)).toBe(true);
    expect(readCertificate(certificate).raw).toBe(certificate);
  });

  it('never accepts bytes that a strict reader refuses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(certificate.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 3,
        }),
        (changes) => {
          const bytes = Uint8Array.from(certificate);
          for (const [at, value] of changes) bytes[at] = value;
          if (accepts(bytes)) expect(judgeAccepts(bytes)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never accepts random bytes that a strict reader refuses, and throws nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        if (accepts(bytes)) expect(judgeAccepts(bytes)).toBe(true);
        orNull(() => readBer(bytes));
        orNull(() => readCertificate(bytes));
        orNull(() => readSignedData(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a length written longer than needed', '3081050201010500'],
    ['a short length in long form', '30810302010a'],
    ['a leading zero in a length', '3082000302010a'],
    ['an indefinite length', '308002010a0000'],
    ['an indefinite length inside', '300730800201010000'],
    ['a value that reaches beyond the one that holds it', '30073003020401ff0500'],
    ['an octet string in pieces', '2403040141'],
    ['a high tag number', '1f2101ff'],
    ['bytes after the value', '30030201010500'],
    ['a time with words around it', `170f${Buffer.from('xx261125120000Z').toString('hex')}`],
    ['a time without zone', `180e${Buffer.from('20261125120000').toString('hex')}`],
    ['nothing', ''],
  ])('refuses %s', (_, hex) => {
    expect(accepts(Buffer.from(hex, 'hex'))).toBe(false);
  });

  it('reads only the first value when asked to', () => {
    const padded = Buffer.concat([certificate, Buffer.alloc(100)]);
    expect(rawOf(readBerPrefix(padded)).byteLength).toBe(certificate.byteLength);
    expect(accepts(padded)).toBe(false);
  });

  it('ends on nesting, on endless lists and on strings that look like values', () => {
    expect(accepts(nested(30))).toBe(true);
    expect(accepts(nested(60))).toBe(false);
    expect(() => readDer(nested(3000))).toThrow(Malformed);
    expect(() => readBer(Buffer.alloc(400_000, Buffer.of(0x30, 0x80)))).toThrow(Malformed);
    const many = derSequence(Buffer.alloc(200_000, Buffer.of(5, 0)));
    expect(() => readDer(many)).toThrow(Malformed);
    let inside: Uint8Array = derOctets(new Uint8Array());
    for (let i = 0; i < 5000; i += 1) inside = derOctets(inside);
    expect(accepts(inside)).toBe(true);
    expect(() => readDer(derValue(0x13, Buffer.alloc(1_000_000, 0x41)))).toThrow(Malformed);
  });
});
