import { err, ok } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { storeFailure } from '../failures';
import { intactProposal } from '../proposal-store';
import { ownerOfFile } from '../queries/attachment-chunks';
import { type KeptFileRow, tables } from '../queries/tables';
import type { ReadSession } from '../session';
import type { StoreResult } from '../store';
import type { StoreAccess } from '../store-access';
import type { KeptFile, KeptFileStore } from '../store-files';
import { MOST_BYTES } from './attachment-store';
import { CHUNK } from './blob-file';
import type { Contents } from './contents';
import { damagedContent, refusalOf } from './refused';

const MOST_NAME = 300;

const keptOf = (row: KeptFileRow): KeptFile => ({
  proposalId: row.proposal_id,
  sha256: row.sha256,
  name: row.name,
  bytes: row.bytes,
  at: row.at,
});

const notFound = (): IpcFailure =>
  storeFailure(
    'not-found',
    'Không tìm thấy tệp đã khoá này.',
    'Hãy mở lại hồ sơ rồi chọn giấy tờ trong danh sách.',
  );

const badName = (name: string): IpcFailure =>
  storeFailure('invalid-value', 'Tên tệp không hợp lệ hoặc tệp rỗng.', undefined, name);

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

const intactRow = (
  session: ReadSession,
  proposalId: string,
  sha256: string,
): StoreResult<KeptFileRow> => {
  const found = session.rows.find(tables.keptFiles, proposalId, sha256);
  if (found === null) return err(notFound());
  return found.intact ? ok(found.row) : err(damagedContent('file', found.row.name));
};

export const makeKeptFileStore = (core: StoreAccess, contents: Contents): KeptFileStore => {
  const keep = async (
    proposalId: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<StoreResult<KeptFile>> => {
    contents.needRoom(bytes.length);
    const { sha256 } = await contents.take(piecesOf(bytes), { most: MOST_BYTES });
    const before = core.read((session) =>
      ok(session.rows.find(tables.keptFiles, proposalId, sha256)?.intact === true),
    );
    if (!before.ok) return before;
    if (!before.value) {
      const done = core.commit(
        { kind: 'kept-file', proposalId, name, bytes: bytes.length, sha256 },
        'withdraw',
      );
      if (!done.ok) return done;
    }
    return core.read((session) => {
      const row = intactRow(session, proposalId, sha256);
      return row.ok ? ok(keptOf(row.value)) : row;
    });
  };

  return {
    keepFile: (proposalId, given, bytes) => {
      const proposal = core.read((session) => intactProposal(session, proposalId));
      if (!proposal.ok) return Promise.resolve(proposal);
      const name = given.normalize('NFC');
      if (name === '' || name.length > MOST_NAME || bytes.length === 0) {
        return Promise.resolve(err(badName(name)));
      }
      return contents.hold(async () => {
        try {
          return await keep(proposalId, name, bytes);
        } catch (error) {
          return err(refusalOf(error));
        }
      });
    },

    listKeptFiles: (proposalId) =>
      core.read((session) => {
        const proposal = intactProposal(session, proposalId);
        if (!proposal.ok) return proposal;
        const found = session.rows.findAll(tables.keptFiles, proposalId);
        const damaged = found.find(({ intact }) => !intact);
        if (damaged !== undefined) return err(damagedContent('file', damaged.row.name));
        return ok(found.map(({ row }) => keptOf(row)).sort((a, b) => (a.name < b.name ? -1 : 1)));
      }),

    readKeptFile: (sha256) => {
      const row = core.read((session) => {
        const owner = ownerOfFile(session.db, sha256);
        return owner === null ? err(notFound()) : intactRow(session, owner, sha256);
      });
      if (!row.ok) return row;
      try {
        const pieces = [...contents.pieces({ ...row.value, kind: 'file' })];
        return ok(new Uint8Array(Buffer.concat(pieces)));
      } catch (error) {
        return err(refusalOf(error));
      }
    },
  };
};
