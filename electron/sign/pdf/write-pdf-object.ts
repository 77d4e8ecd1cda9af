import { latin1 } from '../byte-strings';
import { Malformed } from '../malformed';
import type { PdfDictionary, PdfObject } from './pdf-object';

/** PDF text of our own. Everything is ASCII; what was there before is copied byte for byte. */

/** A text string in UTF-16BE, written in hexadecimal: the only form every reader takes for Vietnamese. */
export const pdfText = (text: string): string => {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('').toUpperCase()}>`;
};

export const pdfName = (value: string): string =>
  `/${value.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** As many decimals as a page needs, never an exponent. */
export const pdfNumber = (value: number): string => String(Number(value.toFixed(3)));

export const rawOf = (source: Uint8Array, object: PdfObject): string =>
  latin1(source.subarray(object.start, object.end));

/**
 * The dictionary as it stands in `source`, with some entries replaced or added. One that programs
 * read in different ways is `Malformed`: rewriting it would decide for one of them.
 */
export const dictionaryWith = (
  source: Uint8Array,
  dictionary: PdfDictionary,
  changes: Readonly<Record<string, string>>,
): string => {
  if (dictionary.repeated.length > 0) throw new Malformed('a key stands twice');
  const kept = [...dictionary.entries]
    .filter(([key]) => !(key in changes))
    .map(([key, value]) => `${pdfName(key)} ${rawOf(source, value)}`);
  const added = Object.entries(changes).map(([key, value]) => `${pdfName(key)} ${value}`);
  return `<<\n${[...kept, ...added].join('\n')}\n>>`;
};
