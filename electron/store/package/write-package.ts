import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { err, ok } from '../../../shared/base';
import type { Attachments } from '../attachments/attachment-store';
import { placeFile } from '../create-database';
import { failureOf, storeFailure } from '../failures';
import { tryRemoveFile } from '../journal/sync-files';
import type { SessionOptions } from '../open-session';
import { readStoreRow } from '../queries/store-row';
import type { AttachmentRow } from '../queries/tables';
import { sha256Hex } from '../row-hash';
import type { StoreResult } from '../store';
import type { StoreAccess } from '../store-access';
import type { PackageOptions, WrittenPackage } from '../store-packages';
import { type Collected, collectPackage, partText } from './collect-package';
import { crc32 } from './crc32';
import { type Manifest, MEDIA_TYPE, PACKAGE_FORMAT, PACKAGE_VERSION } from './package-format';
import { sealPieces } from './seal';
import { writeZip, type ZipPart } from './zip-writer';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The checksum stands before the bytes, so they are read once for it; other work goes on meanwhile. */
const attachmentPart = async (attachments: Attachments, row: AttachmentRow): Promise<ZipPart> => {
  let crc = 0;
  for (const piece of attachments.contentPieces(row)) {
    crc = crc32(piece, crc);
    await pause();
  }
  return {
    name: `attachments/${row.sha256}.bin`,
    bytes: row.bytes,
    crc,
    pieces: () => attachments.contentPieces(row),
  };
};

/** What writing needs to know beside the words. */
export interface PackageAccess extends StoreAccess {
  readonly options: Pick<SessionOptions, 'appVersion'>;
}

interface Assembled {
  readonly parts: readonly ZipPart[];
  readonly manifest: Manifest;
}

const assemble = async (
  core: PackageAccess,
  store: string,
  collected: Collected,
  attachments: Attachments,
): Promise<Assembled> => {
  const texts: { name: string; text: string; role: Manifest['files'][number]['role'] }[] = [
    ...collected.proposals.map((proposal, index) => ({
      name: `proposals/${String(index + 1).padStart(4, '0')}.json`,
      text: partText(proposal),
      role: 'proposal' as const,
    })),
    {
      name: 'organisations.json',
      text: partText(collected.organisations),
      role: 'organisations',
    },
    { name: 'records.json', text: partText(collected.records), role: 'records' },
  ];
  const contents = new Map(collected.attachments.map((row) => [row.sha256, row]));
  const blobs = [...contents.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    minReader: 1,
    createdAt: core.now(),
    createdBy: core.options.appVersion,
    store,
    counts: {
      proposals: collected.proposals.length,
      revisions: collected.proposals.reduce((sum, { revisions }) => sum + revisions.length, 0),
      attachments: collected.attachments.length,
    },
    files: [
      ...texts.map(({ name, text, role }) => ({
        path: name,
        bytes: Buffer.byteLength(text),
        sha256: sha256Hex(text),
        role,
      })),
      ...blobs.map(({ sha256, bytes }) => ({
        path: `attachments/${sha256}.bin`,
        bytes,
        sha256,
        role: 'attachment' as const,
      })),
    ],
  };
  const attached: ZipPart[] = [];
  for (const row of blobs) attached.push(await attachmentPart(attachments, row));
  const parts: ZipPart[] = [
    { name: 'mimetype', text: MEDIA_TYPE },
    { name: 'manifest.json', text: partText(manifest) },
    ...texts.map(({ name, text }) => ({ name, text })),
    ...attached,
  ];
  return { parts, manifest };
};

const isCancelled = ({ signal }: PackageOptions): boolean => signal?.aborted === true;

/** `check` reads the finished file as an import would; null when it is as it should be. */
export const writePackage = async (
  core: PackageAccess,
  attachments: Attachments,
  ids: readonly string[],
  path: string,
  options: PackageOptions,
  check: (path: string) => Promise<StoreResult<unknown>>,
): Promise<StoreResult<WrittenPackage>> => {
  const collected = core.read((session) => collectPackage(session, ids));
  if (!collected.ok) return collected;
  const store = core.read((session) => ok(readStoreRow(session.rows)?.uuid ?? ''));
  if (!store.ok) return store;
  const temporary = `${path}.dang-ghi`;
  try {
    const { parts, manifest } = await assemble(core, store.value, collected.value, attachments);
    const zip = writeZip(parts);
    const pieces =
      options.passphrase === undefined ? zip : sealPieces(zip, options.passphrase, randomBytes(39));
    const hash = createHash('sha256');
    const file = await open(temporary, 'w', 0o600);
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        if (isCancelled(options)) return err(storeFailure('cancelled', 'Đã dừng theo yêu cầu.'));
        hash.update(piece);
        await file.writeFile(piece);
        bytes += piece.length;
        options.onProgress?.(bytes);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const checked = await check(temporary);
    if (!checked.ok) return checked;
    placeFile(temporary, path);
    return ok({ bytes, sha256: hash.digest('hex'), ...manifest.counts });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    tryRemoveFile(temporary);
  }
};
