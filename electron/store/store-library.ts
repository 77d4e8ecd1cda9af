import type { Ack } from '../../shared/ipc';
import type {
  CalendarYear,
  Call,
  KeptRecord,
  LegalReference,
  Pack,
  PackDiff,
  PackList,
  Programme,
  SearchDocument,
  SearchHit,
  StaleFact,
  Template,
} from '../../shared/model';
import type { StoreResult } from './store';

/** All records that were not thrown away, as the person sees them. */
export interface Library {
  readonly calls: readonly Call[];
  readonly references: readonly LegalReference[];
  readonly programmes: readonly Programme[];
  readonly calendarYears: readonly CalendarYear[];
  readonly staleFacts: readonly StaleFact[];
  readonly templates: readonly Template[];
}

export interface SearchRequest {
  readonly query: string;
  /** Best hits first; 30 by default. */
  readonly limit?: number;
  /** All kinds by default. */
  readonly kinds?: readonly SearchDocument['kind'][];
}

export interface LibraryStore {
  /** The same value until a record changes. */
  library(): StoreResult<Library>;
  /** With what packs brought beside what the person made of it, thrown away ones included. */
  keptRecords(): StoreResult<readonly KeptRecord[]>;
  /** What importing would do; changes nothing. */
  comparePack(pack: Pack): StoreResult<PackDiff>;
  /** Imports; what the person has edited or thrown away stays so. */
  importPack(pack: Pack): StoreResult<PackDiff>;
  /** Imports the program's own pack when its content is not the one imported last. */
  ensurePack(pack: Pack): StoreResult<PackDiff | null>;
  /** Makes or edits a record; checked against the shape of its list (`invalid-value`). */
  saveRecord(list: PackList, value: unknown): StoreResult<Ack>;
  removeRecord(list: PackList, id: string): StoreResult<Ack>;
  /** Takes back the person's edits of a record that a pack brought. */
  resetRecord(list: PackList, id: string): StoreResult<Ack>;
  /** Over calls, programmes, tasks, references and proposals, accents or not. */
  search(request: SearchRequest): StoreResult<readonly SearchHit[]>;
}
