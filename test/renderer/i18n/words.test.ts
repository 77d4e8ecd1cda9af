import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../../renderer/i18n/en.json';
import vi from '../../../renderer/i18n/vi.json';
import { foldText } from '../../../shared/base';
import { listFiles, projectRoot } from '../../architecture/source-file';

const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, part]) =>
        flatten(part, path === '' ? key : `${path}.${key}`),
      );

const vietnamese = flatten(vi);
const english = flatten(en);

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

/** Names of things that are called the same in Vietnamese offices. */
const NAMES = new Set(
  'pdf docx word windows electron chromium libreoffice sha email english unicode unikey telex vni tcvn excel bdx png zip'.split(
    ' ',
  ),
);
/** Units, keys of the keyboard, numerals of the form's parts, abbreviations of official letters. */
const SIGNS = new Set(
  'pt mm cm kb mb byte ctrl alt shift enter esc f x mst usb tm kt tl tuq q v qlcl'.split(' '),
);

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?';
const NUCLEUS = '(?:[aeiouy]{1,3})';
const CODA = '(?:ch|ng|nh|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`);

/** Words that cannot be Vietnamese syllables, whatever accents one puts on them. */
const foreignWords = (text: string): string[] =>
  foldText(text.replace(/\{\{\w+\}\}/g, ' '))
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !SYLLABLE.test(word))
    .filter((word) => !NAMES.has(word) && !SIGNS.has(word));

/**
 * Everything in quotes or backquotes in the window's code. A template with holes stands for all
 * keys that fit it (`outline.${status}`).
 */
const mentionedKeys = (): { exact: Set<string>; patterns: RegExp[] } => {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const path of listFiles('renderer')) {
    if (!/\.tsx?$/.test(path)) continue;
    const text = readFileSync(join(projectRoot, path), 'utf8');
    for (const [, literal = ''] of text.matchAll(/'([\w.-]+)'/g)) exact.add(literal);
    for (const [, template = ''] of text.matchAll(/`([\w.-]+\.[\w.-]*\$\{[^`]*)`/g)) {
      const source = template
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replace(/[.]/g, '\\.'))
        .join('[\\w-]+');
      patterns.push(new RegExp(`^${source}$`));
    }
  }
  return { exact, patterns };
};

describe('the words of the window', () => {
  it('are there in both languages', () => {
    expect(english.map(([key]) => key).sort()).toEqual(vietnamese.map(([key]) => key).sort());
  });

  it('have the same holes in both languages', () => {
    const holes = (words: [string, string][]) =>
      Object.fromEntries(words.map(([key, text]) => [key, placeholders(text)]));
    expect(holes(english)).toEqual(holes(vietnamese));
  });

  it('are never empty, never padded, and in NFC', () => {
    const odd = [...vietnamese, ...english].filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || text !== text.normalize('NFC'),
    );
    expect(odd).toEqual([]);
  });

  it('hold no English in Vietnamese', () => {
    const foreign = vietnamese.flatMap(([key, text]) =>
      foreignWords(text).map((word) => `${key}: ${word}`),
    );
    expect(foreign).toEqual([]);
  });

  it('are all used', () => {
    const { exact, patterns } = mentionedKeys();
    const unused = vietnamese
      .map(([key]) => key)
      .filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('the finder of English', () => {
  it.each([
    ['Save the file', ['save', 'file']],
    ['Export PDF thành công', ['export']],
    ['Checks: {{errors}} lỗi', ['checks']],
  ])('finds it in %s', (text, words) => {
    expect(foreignWords(text)).toEqual(words);
  });

  it.each([
    'Nghiêng, khoẻ, thuở, quyển, giêng, tuyết, uỷ ban, yêu, oan',
    'Kết xuất PDF và DOCX, mã SHA-256',
  ])('leaves %s alone', (text) => {
    expect(foreignWords(text)).toEqual([]);
  });
});
