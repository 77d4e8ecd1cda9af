import { foldText } from '../base';
import type { Call, Orientation } from './call';
import type { Programme } from './programme';
import type { LegalReference } from './reference';

/**
 * What the search index holds of a record. `folded` is the column the index searches (title and
 * body without accents); `title` and `body` are shown and searched for exact text.
 */
export interface SearchDocument {
  readonly kind: 'call' | 'programme' | 'task' | 'reference' | 'proposal';
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly folded: string;
}

/** Makes a document of any record, a proposal's words for instance. */
export const searchDocument = (
  kind: SearchDocument['kind'],
  id: string,
  title: string,
  parts: readonly (string | null)[],
): SearchDocument => {
  const body = parts.filter((part) => part !== null && part !== '').join('\n');
  return { kind, id, title, body, folded: foldText(`${title}\n${body}`) };
};

const orientationTexts = (orientations: readonly Orientation[]): string[] =>
  orientations.flatMap(({ text, children }) => [text, ...orientationTexts(children)]);

export const callSearchDocument = (call: Call): SearchDocument =>
  searchDocument('call', call.id, call.title, [
    call.number,
    call.issuer,
    call.programme,
    ...orientationTexts(call.orientations),
    ...call.recipients.flatMap(({ name, address, email }) => [name, address, email]),
    ...call.contacts.flatMap(({ name, position, phone }) => [name, position, phone]),
    ...call.requirements,
    ...call.priorities,
    ...call.letter,
  ]);

export const referenceSearchDocument = (reference: LegalReference): SearchDocument =>
  searchDocument(
    'reference',
    reference.id,
    [reference.type, reference.number ?? '', reference.title ?? ''].filter(Boolean).join(' '),
    [reference.issuer, ...reference.variants, reference.validity.note, reference.note],
  );

/** The programme itself and one document for each of its tasks. */
export const programmeSearchDocuments = (programme: Programme): SearchDocument[] => [
  searchDocument('programme', programme.id, programme.title, [
    ...programme.aims,
    ...programme.groups.map(({ title }) => title),
    programme.note,
  ]),
  ...programme.tasks.map((task) =>
    searchDocument('task', task.id, task.title, [
      ...task.details,
      ...task.leadBodies,
      programme.groups.find(({ numeral }) => numeral === task.group)?.title ?? null,
      programme.title,
    ]),
  ),
];
