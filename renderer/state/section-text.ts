import {
  emptyRichText,
  type OrganisationValue,
  type RichTextBlock,
  type RichTextDoc,
  type SectionKind,
  type SectionValue,
  type TemplateSection,
  type ValueOf,
  valueSchemas,
} from '../../shared/model';

export const emptyOrganisation = (): OrganisationValue => ({
  name: '',
  address: '',
  taxCode: '',
  contact: { name: '', position: '', phone: '', email: '' },
});

/** What an untouched section of a kind holds. */
export const emptyValue = (kind: SectionKind): SectionValue => {
  switch (kind) {
    case 'text':
      return '';
    case 'richText':
      return emptyRichText();
    case 'duration':
      return { from: null, to: null, months: null };
    case 'money':
      return { total: null, state: null, matching: null };
    case 'organisation':
      return emptyOrganisation();
    case 'attachments':
      return [];
  }
};

/** The stored value in the kind's shape; the empty value where there is none; null if unreadable. */
export const readValue = <K extends SectionKind>(kind: K, stored: unknown): ValueOf<K> | null => {
  if (stored === undefined || stored === null) return emptyValue(kind) as ValueOf<K>;
  const parsed = valueSchemas[kind].safeParse(stored);
  return parsed.success ? (parsed.data as ValueOf<K>) : null;
};

const blockTexts = (block: RichTextBlock, into: string[]): void => {
  switch (block.type) {
    case 'paragraph':
      into.push(
        (block.content ?? [])
          .map((inline) => (inline.type === 'text' ? inline.text : '\n'))
          .join(''),
      );
      return;
    case 'bulletList':
    case 'orderedList':
      for (const item of block.content ?? []) {
        for (const child of item.content ?? []) blockTexts(child, into);
      }
      return;
    case 'table':
      for (const row of block.content ?? []) {
        for (const cell of row.content ?? []) {
          for (const child of cell.content ?? []) blockTexts(child, into);
        }
      }
  }
};

/** Texts of the paragraphs of a block. Values are never changed in place, so they stay. */
const knownTexts = new WeakMap<RichTextBlock, readonly string[]>();

const textsOfBlock = (block: RichTextBlock): readonly string[] => {
  const known = knownTexts.get(block);
  if (known !== undefined) return known;
  const texts: string[] = [];
  blockTexts(block, texts);
  knownTexts.set(block, texts);
  return texts;
};

/** One string a paragraph, in reading order. */
export const paragraphTexts = (doc: RichTextDoc): string[] =>
  (doc.content ?? []).flatMap(textsOfBlock);

const isRichText = (section: TemplateSection, value: SectionValue): value is RichTextDoc =>
  section.kind === 'richText' && typeof value === 'object' && 'type' in value;

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
};

/** The person's own words in a section, without the form's. */
export const sectionText = (section: TemplateSection, value: SectionValue): string =>
  (isRichText(section, value) ? paragraphTexts(value) : textsOf(value)).join('\n');

const hasNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasNumber));

/** Nothing but spaces: nobody has answered yet. */
export const isEmptySection = (section: TemplateSection, value: SectionValue): boolean =>
  isRichText(section, value)
    ? !(value.content ?? []).some((block) => textsOfBlock(block).some((text) => text.trim() !== ''))
    : textsOf(value).every((text) => text.trim() === '') && !hasNumber(value);

/** Vietnamese counts by "tiếng": what stands between spaces and holds a letter or a digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const knownCounts = new WeakMap<RichTextBlock, number>();

const wordsOfBlock = (block: RichTextBlock): number => {
  const known = knownCounts.get(block);
  if (known !== undefined) return known;
  const count = textsOfBlock(block).reduce((sum, text) => sum + countWords(text), 0);
  knownCounts.set(block, count);
  return count;
};

/** Words in all sections. Of a long text only what changed since the last call is counted. */
export const proposalWords = (
  sections: readonly TemplateSection[],
  values: Readonly<Record<string, SectionValue>>,
): number =>
  sections.reduce((sum, section) => {
    const value = values[section.id];
    if (value === undefined) return sum;
    return isRichText(section, value)
      ? (value.content ?? []).reduce((words, block) => words + wordsOfBlock(block), sum)
      : sum + countWords(textsOf(value).join('\n'));
  }, 0);
