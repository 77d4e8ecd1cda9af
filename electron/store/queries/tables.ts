import type { ColumnValue } from '../row-hash';

/**
 * Tables whose rows hold a person's words. Their last column `sha` is the hash over all others in
 * this order; every write goes through `Rows`, which sets it, and every read compares it.
 */
export interface Table<R> {
  readonly name: string;
  readonly columns: readonly (keyof R & string)[];
  readonly key: readonly (keyof R & string)[];
}

export type AnyRow = Readonly<Record<string, ColumnValue>>;

/** The one row that says which store this is and how far it got. */
export interface StoreRow {
  id: number;
  /** 32 hex digits; journal and mark name the store they belong to by it. */
  uuid: string;
  created_at: string;
  created_by: string;
  last_seq: number;
}

export interface ProposalRow {
  id: string;
  title: string;
  call_id: string;
  template_id: string;
  organisation_id: string | null;
  style: string;
  created_at: string;
  modified_at: string;
  trashed_at: string | null;
  seq: number;
  /** JSON array of the ids of answered sections, sorted. */
  answered: string;
  /** Sequence up to which versions hold the words. */
  revised_seq: number;
  /** Size of the changes since then. */
  burst: number;
}

export interface SectionRow {
  proposal_id: string;
  section: string;
  value: string;
  modified_at: string;
  seq: number;
}

export interface OrganisationRow {
  id: string;
  profile: string;
  is_default: number;
  seq: number;
}

export interface ExportRow {
  id: number;
  proposal_id: string;
  format: string;
  file_name: string;
  folder: string;
  pages: number;
  bytes: number;
  sha256: string;
  at: string;
  seq: number;
}

export interface RevisionRow {
  proposal_id: string;
  number: number;
  at: string;
  seq: number;
  kind: string;
  name: string;
  size: number;
  words_sha256: string;
  chain: string;
  body: Uint8Array | null;
}

export interface SettingRow {
  key: string;
  value: string;
  seq: number;
}

/** A record as a pack brought it (`base`) and as the person sees it (`value`). */
export interface RecordRow {
  list: string;
  id: string;
  value: string;
  base: string | null;
  pack_id: string | null;
  edition: number | null;
  removed: number;
  seq: number;
}

export interface PackRow {
  id: string;
  edition: number;
  title: string;
  content_sha256: string;
  imported_at: string;
  seq: number;
}

export interface PartRow {
  proposal_id: string;
  part: string;
  value: string;
  seq: number;
}

export interface RegisterRow {
  id: number;
  at: string;
  kind: string;
  proposal_id: string;
  actor: string;
  detail: string;
  /** SHA-256 over the entry and the chain of the one before. */
  chain: string;
  seq: number;
}

export interface AttachmentRow {
  id: string;
  proposal_id: string;
  name: string;
  media_type: string;
  bytes: number;
  /** Of the content; its bytes are found by it. */
  sha256: string;
  at: string;
  seq: number;
}

/** A file of the program's own making that may never be lost, by its content. */
export interface KeptFileRow {
  proposal_id: string;
  sha256: string;
  name: string;
  bytes: number;
  at: string;
  seq: number;
}

const table = <R>(
  name: string,
  key: readonly (keyof R & string)[],
  rest: readonly (keyof R & string)[],
): Table<R> => ({ name, key, columns: [...key, ...rest] });

export const tables = {
  store: table<StoreRow>('store', ['id'], ['uuid', 'created_at', 'created_by', 'last_seq']),
  proposals: table<ProposalRow>(
    'proposals',
    ['id'],
    [
      'title',
      'call_id',
      'template_id',
      'organisation_id',
      'style',
      'created_at',
      'modified_at',
      'trashed_at',
      'seq',
      'answered',
      'revised_seq',
      'burst',
    ],
  ),
  sections: table<SectionRow>(
    'sections',
    ['proposal_id', 'section'],
    ['value', 'modified_at', 'seq'],
  ),
  organisations: table<OrganisationRow>('organisations', ['id'], ['profile', 'is_default', 'seq']),
  exports: table<ExportRow>(
    'exports',
    ['id'],
    ['proposal_id', 'format', 'file_name', 'folder', 'pages', 'bytes', 'sha256', 'at', 'seq'],
  ),
  revisions: table<RevisionRow>(
    'revisions',
    ['proposal_id', 'number'],
    ['at', 'seq', 'kind', 'name', 'size', 'words_sha256', 'chain', 'body'],
  ),
  settings: table<SettingRow>('settings', ['key'], ['value', 'seq']),
  records: table<RecordRow>(
    'records',
    ['list', 'id'],
    ['value', 'base', 'pack_id', 'edition', 'removed', 'seq'],
  ),
  packs: table<PackRow>(
    'packs',
    ['id'],
    ['edition', 'title', 'content_sha256', 'imported_at', 'seq'],
  ),
  parts: table<PartRow>('parts', ['proposal_id', 'part'], ['value', 'seq']),
  attachments: table<AttachmentRow>(
    'attachments',
    ['id'],
    ['proposal_id', 'name', 'media_type', 'bytes', 'sha256', 'at', 'seq'],
  ),
  keptFiles: table<KeptFileRow>(
    'kept_files',
    ['proposal_id', 'sha256'],
    ['name', 'bytes', 'at', 'seq'],
  ),
  register: table<RegisterRow>(
    'register',
    ['id'],
    ['at', 'kind', 'proposal_id', 'actor', 'detail', 'chain', 'seq'],
  ),
} as const;

/** All of them, parents before children, for whoever treats rows alike. */
export const hashedTables = Object.values(tables) as unknown as readonly Table<AnyRow>[];
