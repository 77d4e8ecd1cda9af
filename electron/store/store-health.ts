/** One thing that was put right while opening. */
export interface HealedThing {
  readonly kind: /** The file was gone and was rebuilt from a backup and the journal. */
    | 'file-rebuilt'
    /** The file had fallen back; changes were replayed from the journal. */
    | 'changes-replayed'
    /** A row whose words no longer matched their hash was mended. */
    | 'row-mended'
    /** A part of the journal could not be read; the database had the words. */
    | 'journal-damaged'
    /** The journal or mark was gone and was begun again. */
    | 'journal-missing'
    | 'mark-missing'
    /** The file is of another store; the journal of the one that was here is kept aside. */
    | 'other-store';
  /** A whole Vietnamese sentence. */
  readonly message: string;
}

export interface Healing {
  readonly things: readonly HealedThing[];
  /** Changes brought back. */
  readonly replayed: number;
  /** What could not be brought back, by name; empty when all is there. */
  readonly missing: readonly string[];
}

/** A row whose words do not match their hash and could not be mended. */
export interface DamagedRow {
  readonly table: string;
  readonly key: string;
  /** What a person knows it by: title of the proposal, section. */
  readonly name: string;
  readonly proposalId: string | null;
}

export interface ScrubReport {
  /** The end was reached; the next call begins anew. */
  readonly done: boolean;
  /** Damaged rows known now that could not be mended. */
  readonly damaged: readonly DamagedRow[];
  /** Rows mended since the store was opened. */
  readonly mended: readonly DamagedRow[];
}

/** What can be done about a file that does not open. */
export interface RecoveryPlan {
  /** Vietnamese sentences, one a line of the recovery screen. */
  readonly found: string;
  readonly restores: string;
  readonly missing: readonly string[];
  /** Time of the backup it starts from; null: from the journal alone. */
  readonly backupAt: string | null;
  /** Changes replayed on top of it. */
  readonly changes: number;
}
