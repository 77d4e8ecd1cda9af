import { err, ok } from '../../shared/base';
import type { Ack, IpcFailure, ProposalRecord } from '../../shared/ipc';
import { proposalRecordSchema } from '../../shared/ipc';
import { isAnswered, type Style, styleSchema } from '../../shared/model';
import { damagedContent } from './attachments/refused';
import { canonicalJson } from './canonical-json';
import type { ImportedAttachment } from './change';
import { failures } from './failures';
import { lostSections } from './lost-sections';
import { attachmentIdsOf } from './queries/attachment-chunks';
import {
  type ListedProposalRow,
  listProposalRows,
  readView,
  type ViewRow,
  writeView,
} from './queries/proposal-lists';
import { type ProposalRow, tables } from './queries/tables';
import type { ReadSession } from './session';
import type { ProposalListing, ProposalView, StoreResult, WritableStore } from './store';
import type { StoreAccess } from './store-access';

/** Characters of one answer as JSON; the largest honest one has some tens of thousands. */
const LARGEST_VALUE = 8_000_000;
const LARGEST_TITLE = 10_000;
const FEW = 200;

/** Halves of characters cannot be stored as UTF-8; they become the replacement character. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** One value as canonical text, or why it cannot be kept. */
export const storableJson = (value: unknown, where: string): StoreResult<string> => {
  const text = canonicalJson(value);
  if (!text.ok) return err(failures.notJson(`${where}: ${text.error}`));
  return text.value.length > LARGEST_VALUE ? err(failures.tooLarge(where)) : text;
};

const storableTitle = (title: string): StoreResult<string> =>
  title.length > LARGEST_TITLE ? err(failures.tooLarge('tên bản đề xuất')) : ok(wellFormed(title));

export const storableValues = (
  values: Readonly<Record<string, unknown>>,
): StoreResult<Readonly<Record<string, string>>> => {
  const texts: Record<string, string> = {};
  for (const [section, value] of Object.entries(values)) {
    const text = storableJson(value, section);
    if (!text.ok) return text;
    texts[section] = text.value;
  }
  return ok(texts);
};

const damagedRows = (rows: readonly ListedProposalRow[]): IpcFailure =>
  failures.damaged(rows.map(({ title }) => titleOf(title)));

const titleOf = (title: string): string => `“${title.trim() === '' ? '(chưa đặt tên)' : title}”`;

/** The proposal's own row, intact, or the failure to answer with. */
export const intactProposal = (session: ReadSession, id: string): StoreResult<ProposalRow> => {
  const found = session.rows.find(tables.proposals, id);
  if (found === null) {
    // A damaged index must not make a proposal look as if nobody had ever written it.
    const isThere = session.rows.liesInFile(tables.proposals, id);
    return err(isThere ? failures.damaged(['mục lục các bản đề xuất']) : failures.noProposal());
  }
  return found.intact ? ok(found.row) : err(failures.damaged([titleOf(found.row.title)]));
};

export const listingOf = (row: ListedProposalRow): ProposalListing => ({
  id: row.id,
  title: row.title,
  callId: row.call_id,
  templateId: row.template_id,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  trashedAt: row.trashed_at,
  pages: row.pages,
  answered: JSON.parse(row.answered) as string[],
});

const NEVER = '1970-01-01T00:00:00.000Z';
const timeOr = (text: string, otherwise: string): string =>
  Number.isNaN(Date.parse(text)) ? otherwise : new Date(text).toISOString();

/** Of a damaged row nothing is believed but what tells a person which one it is. */
const damagedListing = (row: ListedProposalRow): ProposalListing => ({
  id: row.id,
  title: row.title,
  callId: '',
  templateId: '',
  createdAt: timeOr(row.created_at, NEVER),
  modifiedAt: timeOr(row.modified_at, NEVER),
  trashedAt: row.trashed_at === null ? null : timeOr(row.trashed_at, NEVER),
  pages: null,
  answered: [],
  damaged: true,
});

const viewOf = (row: ViewRow | null): ProposalView => {
  if (row?.view == null) return null;
  const parsed = proposalRecordSchema.shape.view.safeParse(JSON.parse(row.view));
  return parsed.success ? parsed.data : null;
};

/** A proposal with all its words; a damaged part is named and none is handed out. */
export const readProposal = (session: ReadSession, id: string): StoreResult<ProposalRecord> => {
  const proposal = intactProposal(session, id);
  if (!proposal.ok) return proposal;
  const row = proposal.value;
  const sections = session.rows.findAll(tables.sections, id);
  const damaged = [
    ...sections.filter(({ intact }) => !intact).map((each) => each.row.section),
    ...lostSections(row, sections),
  ];
  if (damaged.length > 0) {
    return err(
      failures.damaged(damaged.map((section) => `${titleOf(row.title)}, phần ${section}`)),
    );
  }
  return ok({
    id: row.id,
    title: row.title,
    callId: row.call_id,
    templateId: row.template_id,
    organisationId: row.organisation_id,
    style: styleSchema.parse(JSON.parse(row.style)),
    values: Object.fromEntries(
      sections.map(({ row: { section, value } }) => [section, JSON.parse(value) as unknown]),
    ),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    trashedAt: row.trashed_at,
    seq: row.seq,
    view: viewOf(readView(session.db, id)),
  });
};

/** The same contents under new ids: bytes are kept once, whoever speaks of them. */
const attachmentsForCopy = (
  session: ReadSession,
  id: string,
  newId: () => string,
): StoreResult<readonly ImportedAttachment[]> => {
  const copies: ImportedAttachment[] = [];
  for (const each of attachmentIdsOf(session.db, id)) {
    const found = session.rows.find(tables.attachments, each);
    if (found === null) continue;
    if (!found.intact) return err(damagedContent('attachment', found.row.name));
    const { name, media_type: mediaType, bytes, sha256 } = found.row;
    copies.push({ id: newId(), name, mediaType, bytes, sha256 });
  }
  return ok(copies);
};

type ProposalStore = Pick<
  WritableStore,
  | 'listProposals'
  | 'openProposal'
  | 'createProposal'
  | 'renameProposal'
  | 'duplicateProposal'
  | 'trashProposal'
  | 'restoreProposal'
  | 'eraseProposal'
  | 'saveSection'
  | 'saveStyle'
  | 'setOrganisation'
  | 'saveView'
>;

export const makeProposalStore = (core: StoreAccess): ProposalStore => {
  /** Rows of the list that were found intact in this run: hashing them again says nothing new. */
  const verified = new Map<string, number>();

  const damagedAmong = (
    session: ReadSession,
    rows: readonly ListedProposalRow[],
  ): readonly ListedProposalRow[] => {
    const fresh = rows.filter((row) => verified.get(row.id) !== row.seq);
    // All at once in one pass over the table, or the few that have changed.
    const found =
      fresh.length > FEW
        ? session.rows.findAll(tables.proposals)
        : fresh.map(({ id }) => session.rows.find(tables.proposals, id));
    for (const each of found) if (each?.intact) verified.set(each.row.id, each.row.seq);
    return fresh.filter((row) => verified.get(row.id) !== row.seq);
  };

  /** Checks before anything is written, so that a change in the journal can always be applied. */
  const existing = (id: string): StoreResult<ProposalRow> =>
    core.read((session) => intactProposal(session, id));

  const setTrashed = (id: string, trashed: boolean): StoreResult<Ack> => {
    const row = existing(id);
    if (!row.ok) return row;
    return core.commit({ kind: 'trash', id, trashed }, 'withdraw');
  };

  return {
    listProposals: ({ trashed }) => {
      const listed = core.read((session) => {
        const rows = listProposalRows(session.db, trashed);
        const damaged = damagedAmong(session, rows);
        return damaged.length === 0 ? ok(rows.map(listingOf)) : err(damagedRows(damaged));
      });
      if (listed.ok || listed.error.code !== 'row-damaged') return listed;
      // What could not be mended is named in its place, and does not take the others with it.
      return core.read((session) => {
        const rows = listProposalRows(session.db, trashed);
        const damaged = new Set(damagedAmong(session, rows));
        return ok(rows.map((row) => (damaged.has(row) ? damagedListing(row) : listingOf(row))));
      });
    },

    openProposal: (id) => core.read((session) => readProposal(session, id)),

    createProposal: (input) => {
      const id = core.newId();
      const title = storableTitle(input.title);
      if (!title.ok) return title;
      const style = storableJson(input.style, 'style');
      if (!style.ok) return style;
      const values = storableValues(input.values);
      if (!values.ok) return values;
      const done = core.commit(
        {
          kind: 'proposal',
          id,
          title: title.value,
          callId: input.callId,
          templateId: input.templateId,
          organisationId: input.organisationId,
          style: style.value,
          values: values.value,
        },
        'withdraw',
      );
      return done.ok ? core.read((session) => readProposal(session, id)) : done;
    },

    renameProposal: (id, title) => {
      const row = existing(id);
      if (!row.ok) return row;
      const words = storableTitle(title);
      if (!words.ok) return words;
      return core.commit({ kind: 'title', id, title: words.value }, 'keep');
    },

    duplicateProposal: (id, title) => {
      const source = core.read((session) => readProposal(session, id));
      if (!source.ok) return source;
      const words = storableTitle(title);
      if (!words.ok) return words;
      const values = storableValues(source.value.values);
      if (!values.ok) return values;
      const style = storableJson(source.value.style, 'style');
      if (!style.ok) return style;
      const copy = core.newId();
      const { callId, templateId, organisationId } = source.value;
      const attachments = core.read((session) => attachmentsForCopy(session, id, core.newId));
      if (!attachments.ok) return attachments;
      const done = core.commit(
        {
          kind: 'proposal',
          id: copy,
          title: words.value,
          callId,
          templateId,
          organisationId,
          style: style.value,
          values: values.value,
          attachments: attachments.value,
        },
        'withdraw',
      );
      return done.ok ? core.read((session) => readProposal(session, copy)) : done;
    },

    trashProposal: (id) => setTrashed(id, true),
    restoreProposal: (id) => setTrashed(id, false),

    eraseProposal: (id) => {
      const found = core.read((session) => {
        const row = session.rows.find(tables.proposals, id)?.row;
        return row === undefined ? err(failures.noProposal()) : ok(row);
      });
      if (!found.ok) return found;
      if (found.value.trashed_at === null) return err(failures.notInTrash());
      return core.commit({ kind: 'erase', id }, 'withdraw');
    },

    saveSection: (id, section, value) => {
      const row = existing(id);
      if (!row.ok) return row;
      const text = storableJson(value, section);
      if (!text.ok) return text;
      // Asked of the value itself: of the text it would have to be parsed for it.
      const answered = isAnswered(value);
      return core.commit({ kind: 'section', id, section, value: text.value, answered }, 'keep');
    },

    saveStyle: (id, style: Style) => {
      const row = existing(id);
      if (!row.ok) return row;
      const text = storableJson(style, 'style');
      if (!text.ok) return text;
      return core.commit({ kind: 'style', id, style: text.value }, 'keep');
    },

    setOrganisation: (id, organisationId) => {
      const row = existing(id);
      if (!row.ok) return row;
      return core.commit({ kind: 'organisation-of', id, organisationId }, 'keep');
    },

    saveView: (id, view, pages) =>
      core.read((session) => {
        if (session.rows.find(tables.proposals, id) === null) return err(failures.noProposal());
        writeView(session.db, id, view === null ? null : JSON.stringify(view), pages);
        return ok(undefined);
      }),
  };
};
