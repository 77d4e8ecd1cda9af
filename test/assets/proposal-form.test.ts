import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import formJson from '../../assets/templates/hp-2023-bdx.json';
import { type Template, templateSchema } from '../../shared/model';

const annex = readFileSync(
  new URL('../fixtures/seeds/000_30c09797a6ceb43c.txt', import.meta.url),
  'utf8',
)
  .normalize('NFC')
  .split('**PHỤ LỤC**')[1]!;

/** Words only: no Markdown, no dotted places to write on, one space. */
const plain = (text: string): string =>
  text
    .replace(/\*/gu, '')
    .replace(/\.{5,}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The form's own words in the order they are printed, guidance included. */
const formWords = (template: Template): string =>
  [
    ...template.head.map(({ text }) => text),
    ...template.sections.flatMap(({ numeral, heading, guidance, lines }) => [
      `${numeral.replace(/^.*\./u, '')}. ${heading}`,
      guidance,
      ...lines
        .filter(({ onlyWhenAnswered }) => !onlyWhenAnswered)
        .flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : ' '))),
    ]),
    ...template.signature.lines.map(({ text }) => text),
  ].join(' ');

const form = templateSchema.parse(formJson);

describe('hp-2023-bdx against the annex of letter 1882/BQL-KHTH', () => {
  test('carries every word of the form, in its order, and no other', () => {
    expect(plain(formWords(form))).toBe(plain(annex));
  });

  test('ten parts I to X, and the attachments as a part of the tenth', () => {
    expect(form.sections.map(({ numeral, kind }) => [numeral, kind])).toEqual([
      ['I', 'text'],
      ['II', 'richText'],
      ['III', 'richText'],
      ['IV', 'richText'],
      ['V', 'richText'],
      ['VI', 'richText'],
      ['VII', 'richText'],
      ['VIII', 'duration'],
      ['IX', 'money'],
      ['X', 'organisation'],
      ['X.4', 'attachments'],
    ]);
    expect(form.sections.filter(({ required }) => !required).map(({ id }) => id)).toEqual(['x-4']);
  });

  test('five pages at most; the look within Nghị định 30/2020/NĐ-CP', () => {
    expect(form.pageLimit).toEqual({ max: 5 });
    const { style, ranges } = form.typography;
    const numbers = {
      fontSize: style.fontSize,
      lineSpacing: style.lineSpacing,
      spaceAfter: style.spaceAfter,
      marginTop: style.margins.top,
      marginBottom: style.margins.bottom,
      marginLeft: style.margins.left,
      marginRight: style.margins.right,
      indent: style.indent,
    };
    for (const [name, value] of Object.entries(numbers)) {
      const { min, max } = ranges[name as keyof typeof ranges];
      expect([min <= value, value <= max], name).toEqual([true, true]);
    }
    expect([ranges.fontSize, ranges.lineSpacing].map(({ min, max }) => [min, max])).toEqual([
      [13, 14],
      [1, 1.5],
    ]);
    expect([ranges.marginTop, ranges.marginLeft, ranges.marginRight].map((one) => one.min)).toEqual(
      [20, 30, 15],
    );
  });

  test('is NFC throughout', () => {
    const text = JSON.stringify(form);
    expect(text).toBe(text.normalize('NFC'));
  });
});
