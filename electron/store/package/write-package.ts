import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { err, ok } from '../../../shared/base';
import type { Content, Contents } from '../attachments/contents';
import { refusalOf } from '../attachments/refused';
import { placeFile } from '../create-database';
import { storeFailure } from '../failures';
import { tryRemoveFile } from '../journal/sync-files';
import type { SessionOptions } from '../open-session';
import { readStoreRow } from '../queries/store-row';
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
const contentPart = async (contents: Contents, content: Content): Promise<ZipPart> => {
  let crc = 0;
  for (const piece of contents.pieces(content)) {
    crc = crc32(piece, crc);
    await pause();
  }
  return {
    name: `attachments/${content.sha256}.bin`,
    bytes: content.bytes,
    crc,
    pieces: () => contents.pieces(content),
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
  contents: Contents,
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
  const { attachments, files } = collected;
  const all = new Map([...attachments, ...files].map((content) => [content.sha256, content]));
  const blobs = [...all.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    // Whoever does not know of kept files can read all that has none.
    minReader: files.length > 0 ? PACKAGE_VERSION : 1,
    createdAt: core.now(),
    createdBy: core.options.appVersion,
    store,
    counts: {
      proposals: collected.proposals.length,
      revisions: collected.proposals.reduce((sum, { revisions }) => sum + revisions.length, 0),
      attachments: attachments.length,
      ...(files.length === 0 ? {} : { files: files.length }),
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
  for (const content of blobs) attached.push(await contentPart(contents, content));
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
  contents: Contents,
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
    const { parts, manifest } = await assemble(core, store.value, collected.value, contents);
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
    return ok({
      bytes,
      sha256: hash.digest('hex'),
      ...manifest.counts,
      files: collected.value.files.length,
    });
  } catch (error) {
    return err(refusalOf(error));
  } finally {
    tryRemoveFile(temporary);
  }
};
