import { err, ok } from '../../shared/base';
import { type Style, styleSchema } from '../../shared/model';
import { failures } from './failures';
import { intactProposal, storableJson, storableValues } from './proposal-store';
import { type RevisionRow, tables } from './queries/tables';
import { readRevisionWords } from './revision-rows';
import type { ReadSession } from './session';
import type { StoreResult } from './store';
import type { StoreAccess } from './store-access';
import type { Revision, RevisionContent, RevisionStore } from './store-revisions';

const revisionOf = (row: RevisionRow): Revision => ({
  number: row.number,
  at: row.at,
  seq: row.seq,
  kind: row.kind as Revision['kind'],
  name: row.name,
  sha256: row.words_sha256,
  size: row.size,
  kept: row.body !== null,
});

const readContent = (
  session: ReadSession,
  proposalId: string,
  number: number,
): StoreResult<RevisionContent> => {
  const found = session.rows.find(tables.revisions, proposalId, number);
  if (found === null || found.row.body === null) return err(failures.noRevision());
  const words = found.intact ? readRevisionWords(found.row) : null;
  if (words === null) return err(failures.damaged([`phiên bản ${number} trong lịch sử`]));
  return ok({ ...words, style: styleSchema.parse(words.style) as Style });
};

export const makeRevisionStore = (core: StoreAccess): RevisionStore => {
  const keepAs = (id: string, as: 'milestone' | 'frozen', name: string): StoreResult<Revision> => {
    const proposal = core.read((session) => intactProposal(session, id));
    if (!proposal.ok) return proposal;
    const done = core.commit({ kind: 'version', id, as, name }, 'withdraw');
    if (!done.ok) return done;
    return core.read((session) => {
      const last = session.rows.last(tables.revisions, id);
      return last === null ? err(failures.noRevision()) : ok(revisionOf(last.row));
    });
  };

  return {
    listRevisions: (proposalId) =>
      core.read((session) => {
        const proposal = intactProposal(session, proposalId);
        if (!proposal.ok) return proposal;
        const rows = session.rows.findAll(tables.revisions, proposalId);
        const damaged = rows.filter(({ intact }) => !intact);
        if (damaged.length > 0) {
          return err(
            failures.damaged(damaged.map(({ row }) => `phiên bản ${row.number} trong lịch sử`)),
          );
        }
        return ok(rows.map(({ row }) => revisionOf(row)).reverse());
      }),

    readRevision: (proposalId, number) =>
      core.read((session) => readContent(session, proposalId, number)),

    markMilestone: (proposalId, name) => keepAs(proposalId, 'milestone', name),
    freezeRevision: (proposalId, name) => keepAs(proposalId, 'frozen', name),

    restoreRevision: (proposalId, number) => {
      const proposal = core.read((session) => intactProposal(session, proposalId));
      if (!proposal.ok) return proposal;
      const content = core.read((session) => readContent(session, proposalId, number));
      if (!content.ok) return content;
      const values = storableValues(content.value.values);
      if (!values.ok) return values;
      const style = storableJson(content.value.style, 'style');
      if (!style.ok) return style;
      return core.commit(
        {
          kind: 'content',
          id: proposalId,
          from: number,
          title: content.value.title,
          organisationId: content.value.organisationId,
          style: style.value,
          values: values.value,
        },
        'withdraw',
      );
    },
  };
};
