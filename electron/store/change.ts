import { quotedBytes } from './text-bytes';

/**
 * Everything a person does to stored words, as data: written to the journal first, then applied to
 * the database, by the same code when it happens and when it is replayed. A change therefore names
 * every id and time itself. JSON inside is canonical text.
 */
export type Change =
  | {
      readonly kind: 'proposal';
      readonly id: string;
      readonly title: string;
      readonly callId: string;
      readonly templateId: string;
      readonly organisationId: string | null;
      readonly style: string;
      readonly values: Readonly<Record<string, string>>;
      /** Of a copy: the files that go with it; their contents are here already. */
      readonly attachments?: readonly ImportedAttachment[];
    }
  | { readonly kind: 'title'; readonly id: string; readonly title: string }
  | { readonly kind: 'style'; readonly id: string; readonly style: string }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly section: string;
      readonly value: string;
      /** Somebody can see something in it; absent in older journals, then it is found in `value`. */
      readonly answered?: boolean;
    }
  | {
      readonly kind: 'organisation-of';
      readonly id: string;
      readonly organisationId: string | null;
    }
  | { readonly kind: 'trash'; readonly id: string; readonly trashed: boolean }
  | { readonly kind: 'erase'; readonly id: string }
  | {
      readonly kind: 'organisation';
      readonly id: string;
      readonly profile: string;
      readonly isDefault: boolean;
    }
  | { readonly kind: 'organisation-gone'; readonly id: string }
  | {
      readonly kind: 'export';
      readonly id: number;
      readonly proposalId: string;
      readonly format: string;
      readonly fileName: string;
      readonly folder: string;
      readonly pages: number;
      readonly bytes: number;
      readonly sha256: string;
    }
  | {
      readonly kind: 'version';
      readonly id: string;
      readonly as: 'milestone' | 'frozen';
      readonly name: string;
    }
  | {
      /** A version brought back: its whole content, so that replay needs no version to be there. */
      readonly kind: 'content';
      readonly id: string;
      readonly from: number;
      readonly title: string;
      readonly organisationId: string | null;
      readonly style: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'setting'; readonly key: string; readonly value: string }
  | {
      readonly kind: 'pack';
      readonly id: string;
      readonly edition: number;
      readonly title: string;
      readonly sha256: string;
      /** Records that change, with the base for the next import. */
      readonly records: readonly {
        readonly list: string;
        readonly id: string;
        readonly value: string;
        readonly base: string | null;
      }[];
    }
  | {
      readonly kind: 'record';
      readonly list: string;
      readonly id: string;
      readonly value: string;
    }
  | { readonly kind: 'record-removed'; readonly list: string; readonly id: string }
  | {
      readonly kind: 'part';
      readonly id: string;
      readonly part: string;
      readonly value: string;
    }
  | {
      readonly kind: 'register';
      readonly id: number;
      readonly entry: string;
      readonly proposalId: string;
      readonly actor: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'attachment';
      readonly id: string;
      readonly proposalId: string;
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'attachment-gone'; readonly id: string }
  | ({ readonly kind: 'kept-file'; readonly proposalId: string } & ImportedFile)
  /** A package, all of it: one record, so that it comes in whole or not at all. */
  | {
      readonly kind: 'import';
      readonly proposals: readonly ImportedProposal[];
      readonly organisations: readonly { readonly id: string; readonly profile: string }[];
      readonly records: readonly {
        readonly list: string;
        readonly id: string;
        readonly value: string;
      }[];
    }
  /** Something too large for the journal happened here; what follows needs a backup made after it. */
  | { readonly kind: 'barrier'; readonly why: 'restore' | 'import' }
  /** The change of this sequence was refused by the database and never acknowledged. */
  | { readonly kind: 'withdrawn' };

export interface ImportedProposal {
  readonly id: string;
  /** The proposal is here and the imported words go on from it. */
  readonly isUpdate: boolean;
  readonly title: string;
  readonly callId: string;
  readonly templateId: string;
  readonly organisationId: string | null;
  readonly style: string;
  readonly values: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  /** Versions that are not here yet, oldest first; `words` as stored. */
  readonly revisions: readonly {
    readonly at: string;
    readonly kind: 'auto' | 'milestone' | 'frozen' | 'restored' | 'imported';
    readonly name: string;
    readonly words: string;
  }[];
  readonly attachments: readonly ImportedAttachment[];
  /** Frozen and signed files; a package of an earlier program has none. */
  readonly files?: readonly ImportedFile[];
}

export interface ImportedAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ImportedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly change: Change;
}

/**
 * An entry as the journal keeps it: JSON in UTF-8. The words of a section are quoted once for the
 * journal and for the hash of their row.
 */
export const entryPayload = ({ at, change }: Entry): Buffer => {
  if (change.kind !== 'section') return Buffer.from(JSON.stringify({ at, change }), 'utf8');
  const { value, ...rest } = change;
  const head = JSON.stringify({ at, change: rest }).slice(0, -2);
  return Buffer.concat([
    Buffer.from(`${head},"value":`, 'utf8'),
    quotedBytes(value),
    Buffer.from('}}', 'latin1'),
  ]);
};

/** null: not an entry of ours; the checksum was right, so a newer program wrote it. */
export const parseEntry = (seq: number, payload: string): Entry | null => {
  try {
    const raw: unknown = JSON.parse(payload);
    if (typeof raw !== 'object' || raw === null) return null;
    const { at, change } = raw as { at?: unknown; change?: { kind?: unknown } };
    if (typeof at !== 'string' || typeof change?.kind !== 'string') return null;
    return { seq, at, change: change as Change };
  } catch {
    return null;
  }
};
