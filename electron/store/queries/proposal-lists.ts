import type { Sqlite } from '../sqlite';
import type { ProposalRow } from './tables';

export interface ListedProposalRow
  extends Pick<
    ProposalRow,
    | 'id'
    | 'title'
    | 'call_id'
    | 'template_id'
    | 'created_at'
    | 'modified_at'
    | 'trashed_at'
    | 'seq'
    | 'answered'
  > {
  readonly pages: number | null;
}

/** Newest change first: by sequence, because a clock may have been wrong. */
export const listProposalRows = (db: Sqlite, trashed: boolean): ListedProposalRow[] =>
  db
    .prepare(
      `SELECT p.id, p.title, p.call_id, p.template_id, p.created_at, p.modified_at, p.trashed_at,
         p.seq, p.answered, v.pages AS pages
       FROM proposals p LEFT JOIN views v ON v.proposal_id = p.id
       WHERE (p.trashed_at IS NOT NULL) = ? ORDER BY p.seq DESC, p.id`,
    )
    .all(trashed ? 1 : 0) as ListedProposalRow[];

export interface ViewRow {
  readonly view: string | null;
  readonly pages: number | null;
}

export const readView = (db: Sqlite, proposalId: string): ViewRow | null =>
  (db.prepare('SELECT view, pages FROM views WHERE proposal_id = ?').get(proposalId) as
    | ViewRow
    | undefined) ?? null;

export const writeView = (
  db: Sqlite,
  proposalId: string,
  view: string | null,
  pages: number | null,
): void => {
  db.prepare(
    `INSERT INTO views (proposal_id, view, pages) VALUES (?, ?, ?)
     ON CONFLICT (proposal_id) DO UPDATE SET view = excluded.view, pages = excluded.pages`,
  ).run(proposalId, view, pages);
};

export const lastExportId = (db: Sqlite): number =>
  db.prepare('SELECT coalesce(max(id), 0) FROM exports').pluck().get() as number;

export const exportIdsOf = (db: Sqlite, proposalId: string): number[] =>
  db
    .prepare('SELECT id FROM exports WHERE proposal_id = ? ORDER BY id DESC')
    .pluck()
    .all(proposalId) as number[];

export const lastRegisterId = (db: Sqlite): number =>
  db.prepare('SELECT coalesce(max(id), 0) FROM register').pluck().get() as number;

/** Newest first; of all proposals with null. */
export const registerIdsOf = (db: Sqlite, proposalId: string | null): number[] =>
  db
    .prepare(
      'SELECT id FROM register WHERE proposal_id = coalesce(?, proposal_id) ORDER BY id DESC',
    )
    .pluck()
    .all(proposalId) as number[];
