import MarkdownIt from 'markdown-it';

/** Deeper nesting the parser would skip without a word; our own limit lies far below. */
const PARSER_NESTING = 1000;

/**
 * Stands for a null while the parser works, which replaces nulls in silence; Unicode promises that
 * this one is never a letter.
 */
const NULL_STAND_IN = '\ufdd0';

/**
 * CommonMark with GFM tables. Link definitions are off: one that nothing refers to would vanish,
 * and people write '[1]: nguồn số liệu' as a footnote.
 */
const parser = new MarkdownIt('commonmark', { maxNesting: PARSER_NESTING })
  .enable('table')
  .disable('reference');

export type Token = ReturnType<typeof parser.parse>[number];

const withNulls = (token: Token): Token => {
  token.content = token.content.replaceAll(NULL_STAND_IN, '\0');
  token.children?.forEach(withNulls);
  return token;
};

export const markdownTokens = (text: string): Token[] =>
  parser.parse(text.replaceAll('\0', NULL_STAND_IN), {}).map(withNulls);
