import { ok } from '../../../shared/base';
import {
  type SearchDocument,
  type SearchHit,
  searchRecords,
  searchWords,
  snippetOf,
} from '../../../shared/model';
import { removeDatabase } from '../create-database';
import {
  allProposalIds,
  countProposals,
  proposalsChangedAfter,
} from '../queries/changed-proposals';
import { librarySeq } from '../queries/library-seq';
import {
  countIndexed,
  type FoundDocument,
  indexedRecords,
  matchDocuments,
  putDocument,
  readSearchState,
  removeDocument,
  type SearchState,
  writeSearchState,
} from '../queries/search-tables';
import { tables } from '../queries/tables';
import type { Session } from '../session';
import type { Sqlite } from '../sqlite';
import type { StoreResult } from '../store';
import type { StoreCore } from '../store-core';
import type { Library, SearchRequest } from '../store-library';
import {
  type DocumentWords,
  indexed,
  libraryDocuments,
  proposalDocument,
  proposalWords,
} from './document-source';
import { findWindow } from './find-window';
import { matchExpressions } from './match-expressions';
import { openSearchFile } from './search-file';

const LIBRARY_KINDS = ['call', 'reference', 'programme', 'task'] as const;
const DEFAULT_LIMIT = 30;
/** Proposals indexed before an answer; the rest follows when idle. */
const FEED_BEFORE_ANSWER = 40;
const WORDS_KEPT = 300;

/**
 * Finds documents by words. Fed from what has changed since it was fed last, never inside a save; a
 * broken index is thrown away and made again, and meanwhile the library is searched without it.
 */
export class SearchIndex {
  readonly #core: StoreCore;
  readonly #library: () => StoreResult<Library>;
  #db: Sqlite | null = null;
  /** Words of proposals shown lately: a person types a query letter by letter. */
  readonly #words = new Map<
    string,
    { readonly seq: number; readonly words: DocumentWords | null }
  >();

  constructor(core: StoreCore, library: () => StoreResult<Library>) {
    this.#core = core;
    this.#library = library;
  }

  /** Indexes up to `most` changed proposals and a changed library. True when nothing is left. */
  feed(most: number): boolean {
    const fed = this.#core.read((session) =>
      ok(this.#unlessBroken((db) => this.#feed(session, db, most))),
    );
    return fed.ok && fed.value === true;
  }

  readonly search = (request: SearchRequest): StoreResult<readonly SearchHit[]> => {
    const { query, limit = DEFAULT_LIMIT, kinds } = request;
    if (searchWords(query).length === 0) return ok([]);
    return this.#core.read((session) => {
      const found = this.#unlessBroken((db) => {
        this.#feed(session, db, FEED_BEFORE_ANSWER);
        return this.#find(session, db, query, limit, kinds);
      });
      return found === null ? this.#withoutIndex(query, limit, kinds) : found;
    });
  };

  /** After the words were replaced as a whole: what is indexed may be newer than what is there. */
  reset(): void {
    this.#words.clear();
    this.close();
    removeDatabase(this.#core.options.paths.search);
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
  }

  /** null: it broke, and will be made anew at the next call. */
  #unlessBroken<T>(work: (db: Sqlite) => T): T | null {
    const session = this.#core.session();
    if (!session.ok) return null;
    const { Database, paths } = this.#core.options;
    try {
      this.#db ??= openSearchFile(Database, paths.search, session.value.store);
      return work(this.#db);
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      this.#throwAway();
      return null;
    }
  }

  #throwAway(): void {
    try {
      this.reset();
    } catch {
      // Cannot be removed now (a full or failing disk): tried again at the next call.
      this.#db = null;
    }
  }

  #feed(session: Session, db: Sqlite, most: number): boolean {
    const state = readSearchState(db);
    if (state === null) return true;
    const changed = proposalsChangedAfter(session.db, state.proposals_seq, most);
    const library = librarySeq(session.db);
    const isLibraryNew = library !== state.library;
    if (changed.length === 0 && !isLibraryNew) return this.#dropErased(session, db);
    db.transaction(() => {
      if (isLibraryNew) this.#feedLibrary(db);
      for (const { id } of changed) this.#feedProposal(session, db, id);
      const next: SearchState = {
        ...state,
        library,
        proposals_seq: changed.at(-1)?.seq ?? state.proposals_seq,
      };
      writeSearchState(db, next);
    })();
    return changed.length < most;
  }

  #feedProposal(session: Session, db: Sqlite, id: string): void {
    const document = proposalDocument(session, id);
    if (document === null) removeDocument(db, 'proposal', id);
    else putDocument(db, indexed(document, id));
  }

  #feedLibrary(db: Sqlite): void {
    const library = this.#library();
    if (!library.ok) return;
    for (const kind of LIBRARY_KINDS) {
      for (const record of indexedRecords(db, kind)) removeDocument(db, kind, record);
    }
    for (const { document, owner } of libraryDocuments(library.value)) {
      putDocument(db, indexed(document, owner));
    }
  }

  /** Erased proposals leave no trace to follow; their documents are more than there are proposals. */
  #dropErased(session: Session, db: Sqlite): boolean {
    if (countIndexed(db, 'proposal') <= countProposals(session.db)) return true;
    const known = indexedRecords(db, 'proposal');
    const there = new Set(allProposalIds(session.db));
    for (const id of known) if (!there.has(id)) removeDocument(db, 'proposal', id);
    return true;
  }

  #find(
    session: Session,
    db: Sqlite,
    query: string,
    limit: number,
    kinds: SearchRequest['kinds'],
  ): StoreResult<readonly SearchHit[]> {
    const hits: SearchHit[] = [];
    const seen = new Set<string>();
    const library = this.#library();
    const documents = library.ok ? documentsById(library.value) : new Map();
    for (const expression of matchExpressions(query)) {
      for (const found of matchDocuments(db, expression, limit * 4).sort(byKind)) {
        const key = `${found.kind}/${found.record}`;
        if (hits.length >= limit) return ok(hits);
        if (seen.has(key) || !isWanted(found, kinds)) continue;
        seen.add(key);
        const document =
          found.kind === 'proposal'
            ? this.#wordsOf(session, found.record)
            : (documents.get(key) ?? null);
        if (document !== null) hits.push(hitOf(document, query));
      }
    }
    return ok(hits);
  }

  #wordsOf(session: Session, id: string): DocumentWords | null {
    const seq = session.rows.find(tables.proposals, id)?.row.seq ?? 0;
    const known = this.#words.get(id);
    if (known?.seq === seq) return known.words;
    const words = proposalWords(session, id);
    if (this.#words.size >= WORDS_KEPT) this.#words.clear();
    this.#words.set(id, { seq, words });
    return words;
  }

  #withoutIndex(
    query: string,
    limit: number,
    kinds: SearchRequest['kinds'],
  ): StoreResult<readonly SearchHit[]> {
    const library = this.#library();
    if (!library.ok) return library;
    const documents = libraryDocuments(library.value)
      .map(({ document }) => document)
      .filter(({ kind }) => kinds === undefined || kinds.includes(kind));
    return ok(searchRecords(documents, query, limit));
  }
}

const isSqliteError = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('SQLITE_');

/** Of finds as good as each other the rarest kinds first: one call is worth a hundred tasks. */
const KIND_ORDER = ['call', 'proposal', 'programme', 'reference', 'task'];
const byKind = (a: FoundDocument, b: FoundDocument): number =>
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);

const isWanted = ({ kind }: FoundDocument, kinds: SearchRequest['kinds']): boolean =>
  kinds === undefined || (kinds as readonly string[]).includes(kind);

/** Documents of the present library by kind and id; made once for each state of the library. */
const documentsOf = new WeakMap<Library, Map<string, SearchDocument>>();

const documentsById = (library: Library): Map<string, SearchDocument> => {
  const known = documentsOf.get(library);
  if (known !== undefined) return known;
  const made = new Map(
    libraryDocuments(library).map(({ document }) => [`${document.kind}/${document.id}`, document]),
  );
  documentsOf.set(library, made);
  return made;
};

const hitOf = ({ kind, id, title, body }: DocumentWords, query: string): SearchHit => {
  const words = searchWords(query);
  const { text, marks } = snippetOf(findWindow(body === '' ? title : body, words), query);
  return { kind, id, title, snippet: text, marks };
};
