import { err, ok } from '../../shared/base';
import { failures, storeFailure } from './failures';
import { intactProposal, storableJson } from './proposal-store';
import { lastRegisterId, registerIdsOf } from './queries/proposal-lists';
import { type RegisterRow, tables } from './queries/tables';
import { brokenEntries } from './register-chain';
import type { ReadSession } from './session';
import type { StoreResult } from './store';
import type { StoreAccess } from './store-access';
import type { DossierStore, RegisterEntry } from './store-dossier';

const NAME = /^[a-z0-9]+([-.][a-z0-9]+)*$/;

const checkName = (name: string): StoreResult<undefined> =>
  NAME.test(name) && name.length <= 60
    ? ok(undefined)
    : err(storeFailure('invalid-value', 'Tên mục dữ liệu không hợp lệ.', undefined, name));

/** null where the text was altered into something that is no JSON. */
const readDetail = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const entryOf = (row: RegisterRow): RegisterEntry => ({
  id: row.id,
  at: row.at,
  kind: row.kind,
  proposalId: row.proposal_id,
  actor: row.actor,
  detail: readDetail(row.detail),
});

const readEntry = (session: ReadSession, id: number): StoreResult<RegisterEntry> => {
  const found = session.rows.find(tables.register, id);
  return found?.intact ? ok(entryOf(found.row)) : err(failures.damaged([`dòng ${id} của sổ`]));
};

export const makeDossierStore = (core: StoreAccess): DossierStore => ({
  readParts: (proposalId) =>
    core.read((session) => {
      const proposal = intactProposal(session, proposalId);
      if (!proposal.ok) return proposal;
      const found = session.rows.findAll(tables.parts, proposalId);
      const damaged = found.filter(({ intact }) => !intact);
      if (damaged.length > 0) {
        return err(failures.damaged(damaged.map(({ row }) => `mục ${row.part} của bản đề xuất`)));
      }
      return ok(
        Object.fromEntries(found.map(({ row }) => [row.part, JSON.parse(row.value) as unknown])),
      );
    }),

  savePart: (proposalId, part, value) => {
    const name = checkName(part);
    if (!name.ok) return name;
    const proposal = core.read((session) => intactProposal(session, proposalId));
    if (!proposal.ok) return proposal;
    const text = storableJson(value, part);
    if (!text.ok) return text;
    return core.commit({ kind: 'part', id: proposalId, part, value: text.value }, 'keep');
  },

  enterRegister: ({ kind, proposalId, actor, detail }) => {
    const text = storableJson(detail, 'sổ theo dõi');
    if (!text.ok) return text;
    const next = core.read((session) => ok(lastRegisterId(session.db) + 1));
    if (!next.ok) return next;
    const id = next.value;
    const done = core.commit(
      { kind: 'register', id, entry: kind, proposalId, actor, detail: text.value },
      'withdraw',
    );
    return done.ok ? core.read((session) => readEntry(session, id)) : done;
  },

  listRegister: (proposalId) =>
    core.read((session) => {
      const entries: RegisterEntry[] = [];
      for (const id of registerIdsOf(session.db, proposalId ?? null)) {
        // An altered entry is shown like the others: hiding it would hide that it was altered.
        const found = session.rows.find(tables.register, id);
        if (found !== null) entries.push(entryOf(found.row));
      }
      return ok(entries);
    }),

  checkRegister: () =>
    core.read((session) => {
      const found = session.rows.findAll(tables.register);
      const torn = found.filter(({ intact }) => !intact).map(({ row }) => row.id);
      return ok([...new Set([...torn, ...brokenEntries(found.map(({ row }) => row))])]);
    }),

  readSetting: (key) =>
    core.read((session) => {
      const found = session.rows.find(tables.settings, key);
      if (found === null) return ok(null);
      return found.intact
        ? ok(JSON.parse(found.row.value) as unknown)
        : err(failures.damaged([`cài đặt ${key}`]));
    }),

  saveSetting: (key, value) => {
    const name = checkName(key);
    if (!name.ok) return name;
    const text = storableJson(value, key);
    if (!text.ok) return text;
    return core.commit({ kind: 'setting', key, value: text.value }, 'keep');
  },
});
