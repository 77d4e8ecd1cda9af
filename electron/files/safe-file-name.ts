/**
 * A title as a file name that Windows, Linux and macOS all take. 200 bytes leave room below the 255
 * of Linux for what a program or a person appends; Vietnamese letters are up to three bytes each.
 */
const MOST_BYTES = 200;

const FORBIDDEN = /[<>:"/\\|?*]/gu;
/** Control, format (zero width, text direction) and unassigned characters, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Device names of Windows, with or without an extension; `COM¹` counts as COM1. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(?=\.|$)/iu;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

const cutToBytes = (text: string, most: number): string => {
  if (bytesOf(text) <= most) return text;
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    cut += character;
  }
  // Whole words where that does not cost more than half of the name.
  const space = cut.lastIndexOf(' ');
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
};

/** Windows drops dots and spaces at a name's end without a word; leading ones hide it elsewhere. */
const trimEnds = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

/** True for a name (no folders) that Windows would refuse or turn into a device. */
export const isRefusedByWindows = (name: string): boolean =>
  name === '' ||
  name.search(FORBIDDEN) >= 0 ||
  /\p{Cc}/u.test(name) ||
  /[. ]$/u.test(name) ||
  RESERVED.test(name);

/**
 * `title` becomes the stem, `extension` (without its dot) is appended; `fallback` is the stem where
 * nothing usable is left of the title.
 */
export const safeFileName = (
  title: string,
  extension: string,
  fallback = 'ban-de-xuat',
): string => {
  const plain = title
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(FORBIDDEN, '-')
    .replace(UNSEEN, '');
  const ending = extension === '' ? '' : `.${extension}`;
  const stem = trimEnds(cutToBytes(trimEnds(plain), MOST_BYTES - bytesOf(ending)));
  if (stem === '') return `${fallback}${ending}`;
  return RESERVED.test(stem) ? `_${stem}${ending}` : `${stem}${ending}`;
};
