import { vietnameseNumber } from '../base';
import type { RichTextBlock, RichTextDoc } from './rich-text';
import type { TemplateSection } from './template';
import type { MoneyValue, OrganisationValue, SectionValue } from './values';

/** Words of one field of an answer, as the person wrote them. */
export interface FieldText {
  /** 'address', 'contact.email' …; null where the section has one field only. */
  readonly field: string | null;
  readonly text: string;
}

const blockTexts = (nodes: readonly RichTextBlock[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'paragraph') {
      return [(node.content ?? []).map((part) => ('text' in part ? part.text : '\n')).join('')];
    }
    if (node.type === 'table') {
      const cells = (node.content ?? []).flatMap((row) => row.content ?? []);
      return cells.flatMap((cell) => blockTexts(cell.content ?? []));
    }
    return (node.content ?? []).flatMap((item) => blockTexts(item.content ?? []));
  });

/** The words of a document without its look; one line a paragraph. */
export const richTextWords = (doc: RichTextDoc): string => blockTexts(doc.content ?? []).join('\n');

const organisationTexts = ({ contact, ...value }: OrganisationValue): FieldText[] => [
  { field: 'name', text: value.name },
  { field: 'address', text: value.address },
  { field: 'taxCode', text: value.taxCode ?? '' },
  { field: 'contact.name', text: contact.name },
  { field: 'contact.position', text: contact.position },
  { field: 'contact.phone', text: contact.phone },
  { field: 'contact.email', text: contact.email },
];

/** Every text of an answer, field by field; amounts and months are no texts. */
export const sectionTexts = (
  section: Pick<TemplateSection, 'kind'>,
  value: SectionValue | undefined,
): FieldText[] => {
  if (value === undefined) return [];
  switch (section.kind) {
    case 'text':
      return [{ field: null, text: value as string }];
    case 'richText':
      return [{ field: null, text: richTextWords(value as RichTextDoc) }];
    case 'organisation':
      return organisationTexts(value as OrganisationValue);
    case 'attachments':
      return (value as string[]).map((text, index) => ({ field: String(index), text }));
    case 'duration': {
      const { from, to } = value as { from: string | null; to: string | null };
      return [
        { field: 'from', text: from ?? '' },
        { field: 'to', text: to ?? '' },
      ];
    }
    case 'money':
      return [];
  }
};

const VISIBLE = /[^\s\u00a0\u200b\u202f\ufeff]/u;

/**
 * True when somebody has put something a reader can see into a section, whatever its kind: a visible
 * character, an amount, a number of months. Node types and attributes of rich text are no words.
 */
export const isAnswered = (value: unknown): boolean => {
  if (typeof value === 'string') return VISIBLE.test(value);
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.some(isAnswered);
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Readonly<Record<string, unknown>>;
  return typeof node['type'] === 'string'
    ? isAnswered(node['content']) || isAnswered(node['text'])
    : Object.values(node).some(isAnswered);
};

/** The whole answer as plain words, for a search index or a comparison. */
export const sectionWords = (
  section: Pick<TemplateSection, 'kind'>,
  value: SectionValue | undefined,
): string => {
  const amounts =
    section.kind === 'money' && value !== undefined
      ? Object.values(value as MoneyValue).flatMap((amount) =>
          amount === null ? [] : [vietnameseNumber(amount)],
        )
      : [];
  return [...sectionTexts(section, value).map(({ text }) => text), ...amounts]
    .filter((text) => text !== '')
    .join('\n');
};
