import { BaseStringBlock } from 'asn1js';
import type { RelativeDistinguishedNames } from 'pkijs';

/** A distinguished name: attributes in the order they were written. */
export type CertificateName = readonly { readonly oid: string; readonly text: string }[];

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const ORGANISATIONAL_UNIT = '2.5.4.11';

/** Short names of RFC 4514; others are written as their dotted number. */
const SHORT: Readonly<Record<string, string>> = {
  [COMMON_NAME]: 'CN',
  [ORGANISATION]: 'O',
  [ORGANISATIONAL_UNIT]: 'OU',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** Control and direction characters could make a name look like another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** NFC; what is no text at all is left out. */
export const readName = (name: RelativeDistinguishedNames): CertificateName =>
  name.typesAndValues.map(({ type, value }) => {
    const text: unknown = value instanceof BaseStringBlock ? value.getValue() : '';
    return { oid: type, text: String(text).normalize('NFC').replace(INVISIBLE, ' ').trim() };
  });

/** What a person calls the holder: the common name, else the organisation, else the whole name. */
export const displayName = (name: CertificateName): string => {
  const last = (oid: string): string | undefined =>
    name.findLast((attribute) => attribute.oid === oid && attribute.text !== '')?.text;
  return (
    last(COMMON_NAME) ?? last(ORGANISATION) ?? last(ORGANISATIONAL_UNIT) ?? distinguishedName(name)
  );
};

const escaped = (text: string): string =>
  text.replace(/[\\,+"<>;=]/g, String.raw`\$&`).replace(/^[ #]| $/g, String.raw`\$&`);

/** RFC 4514: last attribute first. */
export const distinguishedName = (name: CertificateName): string =>
  [...name]
    .reverse()
    .map(({ oid, text }) => `${SHORT[oid] ?? oid}=${escaped(text)}`)
    .join(',');
