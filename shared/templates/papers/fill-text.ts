/** A stretch of printed words with its face. */
export interface FilledPart {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Words by field name; missing and empty ones are unknown. */
export type Fields = Readonly<Record<string, string>>;

const MARKUP = /(\*\*)|(\/\/)|\{([a-z][A-Za-z.]*)(?:([?~.])(\d*))?\}/gu;
const DOTS = 8;
const NO_BREAK_SPACE = '\u00a0';

/** Own fields only: a field named like something every object has must not find that. */
export const wordsOf = (fields: Fields, name: string): string =>
  Object.hasOwn(fields, name) ? (fields[name] ?? '').trim() : '';

/** What stands where nothing is known: dots to write on, spaces, or nothing. */
const blankOf = (kind: string, length: string): string => {
  if (kind === '?') return '';
  const count = length === '' ? DOTS : Number(length);
  return (kind === '~' ? NO_BREAK_SPACE : '…').repeat(count);
};

/**
 * A paper's words with its fields filled in. Only the paper's own words carry markup: what a person
 * typed is printed as it is.
 */
export const fillText = (text: string, fields: Fields): FilledPart[] => {
  const parts: FilledPart[] = [];
  let bold = false;
  let italic = false;
  let from = 0;
  const add = (words: string): void => {
    if (words !== '') parts.push({ text: words, bold, italic });
  };
  for (const match of text.matchAll(MARKUP)) {
    const [whole, strong, slant, name = '', kind = '', length = ''] = match;
    add(text.slice(from, match.index));
    from = match.index + whole.length;
    if (strong !== undefined) bold = !bold;
    else if (slant !== undefined) italic = !italic;
    else {
      const words = wordsOf(fields, name);
      add(words === '' ? blankOf(kind, length) : words);
    }
  }
  add(text.slice(from));
  return parts;
};

/** Names of the fields that a text asks for. */
export const fieldsIn = (text: string): string[] =>
  [...text.matchAll(MARKUP)].flatMap(([, , , name]) => (name === undefined ? [] : [name]));
