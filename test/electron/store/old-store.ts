import { join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID, connect } from '../../../electron/store/connect';
import { Journal } from '../../../electron/store/journal/journal';
import { Mark } from '../../../electron/store/journal/mark';
import { makeFolder } from '../../../electron/store/journal/sync-files';
import { migrate } from '../../../electron/store/migrations';
import { Rows } from '../../../electron/store/queries/rows';
import { insertStoreRow } from '../../../electron/store/queries/store-row';
import { Session } from '../../../electron/store/session';
import { storePaths } from '../../../electron/store/store-paths';

const STORE = '00112233445566778899aabbccddeeff';
const style = JSON.stringify({
  fontSize: 14,
  indent: 12.7,
  lineSpacing: 1,
  margins: { bottom: 20, left: 30, right: 20, top: 20 },
  spaceAfter: 6,
});

/**
 * A store as the program of an earlier version left it, with some proposals, versions and exports.
 * Only changes that already existed at `version` 10 are made, so that any version can take them.
 */
export const makeOldStore = (folder: string, version: number, saves: number): void => {
  const paths = storePaths(folder);
  makeFolder(folder);
  const fresh = new Database(paths.database);
  fresh.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(fresh, version);
  insertStoreRow(new Rows(fresh), {
    uuid: STORE,
    created_at: '2026-11-24T01:00:00.000Z',
    created_by: `schema ${version}`,
    last_seq: 0,
  });
  fresh.pragma('journal_mode = WAL');
  fresh.close();
  const journal = new Journal({ folder: paths.journal, store: STORE, reserve: 16 * 1024 });
  journal.open(1);
  const mark = new Mark(paths.mark, STORE);
  const db = connect(Database, paths.database);
  const session = new Session({ db, store: STORE, journal, mark, lastSeq: 0 });
  const at = (second: number): string =>
    new Date(Date.parse('2026-11-24T01:00:00.000Z') + second * 1000).toISOString();
  const commit = (change: Parameters<Session['commit']>[0], second: number): void => {
    const done = session.commit(change, at(second), 'withdraw');
    if (!done.ok) throw new Error(done.error.message);
  };
  for (const id of ['p0', 'p1']) {
    commit(
      {
        kind: 'proposal',
        id,
        title: `Đề tài ${id}`,
        callId: 'hp-2023-1882',
        templateId: 'hp-2023-bdx',
        organisationId: null,
        style,
        values: {},
      },
      1,
    );
  }
  for (let save = 0; save < saves; save += 1) {
    const value = JSON.stringify(`lần ${save}: ${'nâng cao năng suất '.repeat(save % 40)}`);
    const id = `p${save % 2}`;
    commit({ kind: 'section', id, section: `muc${save % 5}`, value }, 10 + save * 50);
  }
  commit({ kind: 'version', id: 'p0', as: 'milestone', name: 'mốc cũ' }, saves * 60);
  commit({ kind: 'trash', id: 'p1', trashed: true }, saves * 60 + 1);
  session.close();
};

/** A database of an earlier version, kept as it was written then. */
export const oldDatabase = (version: number): string =>
  join(import.meta.dirname, 'fixtures', `version-${version}.db`);
