import { dirname } from 'node:path';

/** One change of the disk as disk-shim.c records it. */
export interface DiskChange {
  readonly kind: 'O' | 'W' | 'T' | 'S' | 'D' | 'U' | 'R' | 'M';
  readonly path: string;
  /** The system's number of the file (inode). */
  readonly file: number;
  readonly number: number;
  readonly data: Buffer;
}

const HEAD = 25;

export const parseDiskLog = (log: Buffer): DiskChange[] => {
  const changes: DiskChange[] = [];
  for (let at = 0; at + HEAD <= log.length; ) {
    const pathBytes = log.readUInt32LE(at + 1);
    const dataBytes = log.readUInt32LE(at + 5);
    const pathAt = at + HEAD;
    const dataAt = pathAt + pathBytes;
    changes.push({
      kind: String.fromCharCode(log[at] ?? 0) as DiskChange['kind'],
      path: log.toString('utf8', pathAt, dataAt),
      file: Number(log.readBigUInt64LE(at + 9)),
      number: Number(log.readBigUInt64LE(at + 17)),
      data: log.subarray(dataAt, dataAt + dataBytes),
    });
    at = dataAt + dataBytes;
  }
  return changes;
};

type FileChange =
  | { readonly kind: 'write'; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'length'; readonly length: number };

interface FileState {
  synced: Buffer;
  /** Synced as well, and not yet applied: only a cut wants to know what that makes. */
  settled: FileChange[];
  unsynced: FileChange[];
}

const fileOf = (synced: Buffer): FileState => ({ synced, settled: [], unsynced: [] });

type NameChange =
  | { readonly kind: 'name'; readonly path: string; readonly file: FileState | 'folder' }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

type Names = Map<string, FileState | 'folder'>;

const renamed = (names: Names, { path, to }: { path: string; to: string }): void => {
  for (const [name, file] of [...names]) {
    if (name !== path && !name.startsWith(`${path}/`)) continue;
    names.delete(name);
    names.set(to + name.slice(path.length), file);
  }
};

const applyName = (names: Names, change: NameChange): void => {
  if (change.kind === 'name') names.set(change.path, change.file);
  else if (change.kind === 'unlink') names.delete(change.path);
  else renamed(names, change);
};

const SECTOR = 512;

/** How a drive may treat what was never synced. */
export interface DiskManners {
  /** A drive that says "synced" and has not: the control that must lose. */
  readonly liesAboutSync?: boolean;
  /** The same of some files only, by the path they were opened by. */
  readonly liesAboutSyncOf?: (path: string) => boolean;
  /** Folder syncs do nothing: another control. */
  readonly forgetsFolders?: boolean;
}

/**
 * A disk by the letter of POSIX: of a file only synced bytes are sure, of a name only what was
 * synced with its folder. When the power fails, each unsynced write may be gone, there, or there in
 * some of its sectors, in any order; names keep their order.
 */
export class DiskModel {
  readonly #manners: DiskManners;
  readonly #files = new Map<number, FileState>();
  readonly #syncedNames: Names = new Map();
  #unsyncedNames: NameChange[] = [];

  /** `before`: files that were there, and durable, when the recording began; by path. */
  constructor(manners: DiskManners = {}, before: ReadonlyMap<string, Buffer> = new Map()) {
    this.#manners = manners;
    for (const [path, synced] of before) {
      this.#syncedNames.set(path, fileOf(synced));
    }
  }

  apply(change: DiskChange): void {
    switch (change.kind) {
      case 'O':
        this.#open(change);
        break;
      case 'W':
        this.#file(change).unsynced.push({
          kind: 'write',
          offset: change.number,
          data: change.data,
        });
        break;
      case 'T':
        this.#file(change).unsynced.push({ kind: 'length', length: change.number });
        break;
      case 'S':
        this.#sync(change);
        break;
      case 'D':
        this.#syncFolder(change.path);
        break;
      case 'U':
        this.#unsyncedNames.push({ kind: 'unlink', path: change.path });
        break;
      case 'R':
        this.#unsyncedNames.push({
          kind: 'rename',
          path: change.path,
          to: change.data.toString('utf8'),
        });
        break;
      case 'M':
        this.#unsyncedNames.push({ kind: 'name', path: change.path, file: 'folder' });
        break;
    }
  }

  /** Files that are there when the power comes back. `root` itself is always there. */
  afterPowerCut(random: () => number, root: string): Map<string, Buffer> {
    const names: Names = new Map(this.#syncedNames);
    const some = random() < 0.5 ? 0 : Math.floor(random() * (this.#unsyncedNames.length + 1));
    for (const change of this.#unsyncedNames.slice(0, some)) applyName(names, change);
    const hasFolder = (path: string): boolean => {
      for (let at = dirname(path); at !== root; at = dirname(at)) {
        if (names.get(at) !== 'folder') return false;
      }
      return true;
    };
    const left = new Map<string, Buffer>();
    for (const [path, file] of names) {
      if (file !== 'folder' && hasFolder(path)) left.set(path, contentAfterCut(file, random));
    }
    return left;
  }

  #file({ file }: DiskChange): FileState {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const fresh = fileOf(Buffer.alloc(0));
    this.#files.set(file, fresh);
    return fresh;
  }

  #open(change: DiskChange): void {
    const known = this.#syncedNames.get(change.path);
    const isOld = (change.number & 1) === 0 && !this.#files.has(change.file);
    if (isOld && known !== undefined && known !== 'folder') this.#files.set(change.file, known);
    if ((change.number & 1) === 1) {
      // A number may be that of a removed file: this is another one.
      this.#files.delete(change.file);
      const file = this.#file(change);
      this.#unsyncedNames.push({ kind: 'name', path: change.path, file });
    }
    if ((change.number & 2) === 2) this.#file(change).unsynced.push({ kind: 'length', length: 0 });
  }

  #sync(change: DiskChange): void {
    const { liesAboutSync = false, liesAboutSyncOf } = this.#manners;
    if (liesAboutSync || liesAboutSyncOf?.(change.path) === true) return;
    const file = this.#file(change);
    file.settled.push(...file.unsynced);
    file.unsynced = [];
  }

  #syncFolder(folder: string): void {
    if (this.#manners.forgetsFolders === true) return;
    const isHere = (change: NameChange): boolean =>
      dirname(change.kind === 'rename' ? change.to : change.path) === folder;
    for (const change of this.#unsyncedNames.filter(isHere)) {
      applyName(this.#syncedNames, change);
    }
    this.#unsyncedNames = this.#unsyncedNames.filter((change) => !isHere(change));
  }
}

/** Bytes of a file while changes are applied one after another, taken once for all of them. */
class Bytes {
  readonly #room: Buffer;
  #length: number;

  constructor(content: Buffer, changes: readonly FileChange[]) {
    const ends = changes.map((change) =>
      change.kind === 'length' ? change.length : change.offset + change.data.length,
    );
    this.#room = Buffer.alloc(ends.reduce((most, end) => Math.max(most, end), content.length));
    this.#length = content.copy(this.#room);
  }

  write(offset: number, data: Buffer): void {
    data.copy(this.#room, offset);
    this.#length = Math.max(this.#length, offset + data.length);
  }

  cut(length: number): void {
    this.#room.fill(0, Math.min(length, this.#length), this.#length);
    this.#length = length;
  }

  get content(): Buffer {
    return this.#room.subarray(0, this.#length);
  }
}

const apply = (bytes: Bytes, change: FileChange): void => {
  if (change.kind === 'length') bytes.cut(change.length);
  else bytes.write(change.offset, change.data);
};

const allApplied = (content: Buffer, changes: readonly FileChange[]): Buffer => {
  const bytes = new Bytes(content, changes);
  for (const change of changes) apply(bytes, change);
  return bytes.content;
};

const syncedContent = (file: FileState): Buffer => {
  if (file.settled.length > 0) file.synced = allApplied(file.synced, file.settled);
  file.settled = [];
  return file.synced;
};

const contentAfterCut = (file: FileState, random: () => number): Buffer => {
  const synced = syncedContent(file);
  const { unsynced } = file;
  const dropsAll = random() < 0.34;
  // Nobody changes these bytes: what is written later goes into new ones.
  if (dropsAll || unsynced.length === 0) return synced;
  const bytes = new Bytes(synced, unsynced);
  for (const change of unsynced) {
    const fate = random();
    if (fate < 0.4) continue;
    if (fate < 0.8 || change.kind === 'length') {
      apply(bytes, change);
      continue;
    }
    for (let at = 0; at < change.data.length; at += SECTOR) {
      if (random() < 0.5) continue;
      bytes.write(change.offset + at, change.data.subarray(at, at + SECTOR));
    }
  }
  return bytes.content;
};
