import { foldText } from '../../../shared/base';
import {
  callSearchDocument,
  programmeSearchDocuments,
  referenceSearchDocument,
  type SearchDocument,
  searchDocument,
} from '../../../shared/model';
import type { IndexedDocument } from '../queries/search-tables';
import { tables } from '../queries/tables';
import type { ReadSession } from '../session';
import type { Library } from '../store-library';
import { textOfValue } from './text-of-value';

/** Documents of the library; a task belongs to its programme. */
export const libraryDocuments = (
  library: Library,
): { readonly document: SearchDocument; readonly owner: string }[] => [
  ...library.calls.map((call) => ({ document: callSearchDocument(call), owner: call.id })),
  ...library.references.map((reference) => ({
    document: referenceSearchDocument(reference),
    owner: reference.id,
  })),
  ...library.programmes.flatMap((programme) =>
    programmeSearchDocuments(programme).map((document) => ({ document, owner: programme.id })),
  ),
];

/** What a hit shows of a document; folding a whole text is for the index only. */
export type DocumentWords = Omit<SearchDocument, 'folded'>;

/** Words of a proposal; null when it is gone, in the trash, or damaged. */
export const proposalWords = (session: ReadSession, id: string): DocumentWords | null => {
  const proposal = session.rows.find(tables.proposals, id);
  if (proposal === null || !proposal.intact || proposal.row.trashed_at !== null) return null;
  const texts = session.rows
    .findAll(tables.sections, id)
    .filter(({ intact }) => intact)
    .map(({ row }) => textOfValue(JSON.parse(row.value) as unknown));
  return { kind: 'proposal', id, title: proposal.row.title, body: texts.join('\n') };
};

export const proposalDocument = (session: ReadSession, id: string): SearchDocument | null => {
  const words = proposalWords(session, id);
  return words === null ? null : searchDocument('proposal', id, words.title, [words.body]);
};

export const indexed = (document: SearchDocument, owner: string): IndexedDocument => ({
  kind: document.kind,
  record: document.id,
  owner,
  title: foldText(document.title),
  exact: `${document.title}\n${document.body}`.normalize('NFC').toLowerCase(),
  folded: document.folded,
});
