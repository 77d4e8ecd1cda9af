import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type JsonFault, scanJson } from '../../../shared/model';
import { areHarmlessFreezes, FREEZES } from './merged-freezes';
import {
  type Manifest,
  MEDIA_TYPE,
  manifestSchema,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackedProposal,
  packedOrganisationsSchema,
  packedProposalSchema,
  packedRecordsSchema,
} from './package-format';
import type { RandomAccess } from './random-access';
import { BadPackage, readDirectory, readPart, readPieces, type ZipEntry } from './zip-reader';

export const MOST_PACKAGE_BYTES = 500 * 1024 * 1024;
const MOST_PART = 64 * 1024 * 1024;
const MOST_UNPACKED = 1024 * 1024 * 1024;
const DEEPEST = 64;

/** Made by a newer program. */
export class NewerPackage extends Error {}

export interface ReadPackage {
  readonly manifest: Manifest;
  readonly proposals: readonly PackedProposal[];
  readonly organisations: z.infer<typeof packedOrganisationsSchema>;
  readonly records: z.infer<typeof packedRecordsSchema>;
  /** Pieces of an attachment by the hash of its content. */
  readonly content: (sha256: string) => AsyncIterable<Uint8Array>;
}

const bad = (what: string): never => {
  throw new BadPackage(what);
};

/** Nesting of a JSON text, found without parsing it: parsing is what a bomb is aimed at. */
const isTooDeep = (json: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    if (inString) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return false;
};

const FORBIDDEN_KEYS = /"(__proto__|constructor|prototype)"\s*:/;

const parseJson = (bytes: Buffer, name: string): unknown => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (isTooDeep(text) || FORBIDDEN_KEYS.test(text)) bad(`${name}: shape`);
  const fault: JsonFault | null = scanJson(text);
  if (fault !== null) bad(`${name}: ${fault.kind} at ${fault.at}`);
  // Half of a character, written as an escape, cannot be stored: what is read back would be another text.
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().normalize('NFC') : value,
  ) as unknown;
};

const parsed = <T>(schema: z.ZodType<T>, value: unknown, name: string): T => {
  const result = schema.safeParse(value);
  return result.success ? result.data : bad(`${name}: ${result.error.issues[0]?.path.join('.')}`);
};

const readManifest = (bytes: Buffer): Manifest => {
  const raw = parseJson(bytes, 'manifest.json');
  const { format, minReader } = (raw ?? {}) as { format?: unknown; minReader?: unknown };
  if (format !== PACKAGE_FORMAT) bad('not a package');
  if (typeof minReader === 'number' && minReader > PACKAGE_VERSION) throw new NewerPackage();
  return parsed(manifestSchema, raw, 'manifest.json');
};

/** Exactly the files of the manifest, each with its size; the two fixed ones beside them. */
const checkNames = (manifest: Manifest, entries: ReadonlyMap<string, ZipEntry>): void => {
  const listed = new Set(manifest.files.map(({ path }) => path));
  if (listed.size !== manifest.files.length) bad('a file listed twice');
  if (entries.size !== listed.size + 2) bad('files that nobody lists');
  for (const { path, bytes, sha256, role } of manifest.files) {
    if (entries.get(path)?.bytes !== bytes) bad(`${path}: missing or of another size`);
    if (role === 'attachment' && path !== `attachments/${sha256}.bin`) bad(`${path}: name`);
  }
};

/**
 * Reads and checks a whole package, attachments' bytes excepted: they are compared with their hash
 * when they are taken. Throws BadPackage, NewerPackage, and the system's errors.
 */
export const readPackage = (file: RandomAccess): ReadPackage => {
  if (file.size > MOST_PACKAGE_BYTES) bad('file too large');
  const entries = readDirectory(file);
  const unpacked = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > MOST_UNPACKED) bad('too much to unpack');
  const part = (name: string): Buffer => {
    const entry = entries.get(name);
    return entry === undefined ? bad(`${name} is missing`) : readPart(file, entry, MOST_PART);
  };
  if (part('mimetype').toString('latin1') !== MEDIA_TYPE) bad('mimetype');
  const manifest = readManifest(part('manifest.json'));
  checkNames(manifest, entries);
  const jsonOf = (path: string, sha256: string): unknown => {
    const bytes = part(path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) bad(`${path}: hash`);
    return parseJson(bytes, path);
  };
  const ofRole = (role: Manifest['files'][number]['role']): { path: string; value: unknown }[] =>
    manifest.files
      .filter((each) => each.role === role)
      .map(({ path, sha256 }) => ({ path, value: jsonOf(path, sha256) }));
  const proposals = ofRole('proposal').map(({ path, value }) =>
    parsed(packedProposalSchema, value, path),
  );
  if (new Set(proposals.map(({ id }) => id)).size !== proposals.length) bad('a proposal twice');
  const contents = new Map(
    manifest.files
      .filter(({ role }) => role === 'attachment')
      .map(({ sha256, bytes }) => [sha256, bytes]),
  );
  for (const { parts } of proposals) {
    const freezes = parts[FREEZES];
    if (freezes !== undefined && !areHarmlessFreezes(freezes)) bad('frozen versions');
  }
  const used = new Set<string>();
  for (const { attachments, files = [] } of proposals) {
    for (const { sha256, bytes } of [...attachments, ...files]) {
      if (contents.get(sha256) !== bytes) bad('a content without bytes, or of another size');
      used.add(sha256);
    }
  }
  if (used.size !== contents.size) bad('a content that nothing speaks of');
  return {
    manifest,
    proposals,
    organisations: ofRole('organisations').flatMap(({ path, value }) =>
      parsed(packedOrganisationsSchema, value, path),
    ),
    records: ofRole('records').flatMap(({ path, value }) =>
      parsed(packedRecordsSchema, value, path),
    ),
    content: (sha256) => {
      const entry = entries.get(`attachments/${sha256}.bin`);
      return entry === undefined ? bad('attachment without bytes') : readPieces(file, entry);
    },
  };
};
