/** Every text that enters the program is NFC: one spelling of one letter, everywhere. */
export const nfc = (text: string): string => text.normalize('NFC');

export const isNfc = (text: string): boolean => text === text.normalize('NFC');

/** A code unit no proposal may carry: a control other than tab and line end, or half a pair. */
const isForbidden = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  if (unit < 0x20) return unit !== 0x09 && unit !== 0x0a;
  if (unit >= 0x7f && unit <= 0x9f) return true;
  // Unicode guarantees that these two will never be letters.
  if (unit === 0xfffe || unit === 0xffff) return true;
  if (unit < 0xd800 || unit > 0xdfff) return false;
  if (unit >= 0xdc00) {
    const before = text.charCodeAt(index - 1);
    return !(before >= 0xd800 && before <= 0xdbff);
  }
  const after = text.charCodeAt(index + 1);
  return !(after >= 0xdc00 && after <= 0xdfff);
};

/** Places (UTF-16 offsets) of control characters and broken pairs; tab and line end are text. */
export const forbiddenCharacters = (text: string): number[] => {
  const found: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (isForbidden(text, index)) found.push(index);
  }
  return found;
};

/** 'U+0007', as a person can read it out to somebody. */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
