import type { Sqlite } from '../sqlite';

export interface ChangedProposal {
  readonly id: string;
  readonly seq: number;
}

/** Proposals changed after `seq`, in the order of their last change. */
export const proposalsChangedAfter = (db: Sqlite, seq: number, limit: number): ChangedProposal[] =>
  db
    .prepare('SELECT id, seq FROM proposals WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(seq, limit) as ChangedProposal[];

export const countProposals = (db: Sqlite): number =>
  db.prepare('SELECT count(*) FROM proposals').pluck().get() as number;

export const allProposalIds = (db: Sqlite): string[] =>
  db.prepare('SELECT id FROM proposals').pluck().all() as string[];
