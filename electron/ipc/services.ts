import type { Result } from '../../shared/base';
import type { AppInfo, EventName, EventPayload, IpcFailure, Preferences } from '../../shared/ipc';
import type {
  Call,
  LegalReference,
  Pack,
  PageFurniture,
  PageList,
  Programme,
  StaleFact,
  Template,
  WorkingCalendar,
} from '../../shared/model';
import type { DrawRequest, ExportedPaper, ExportFormat, ProposalPaper } from '../export';
import type { Tickets } from '../files';
import type { DossierServices } from './dossier/dossier-services';
import type { StoreKeeper } from './store-keeper';
import type { TransferJobs } from './transfer-jobs';

/** Calls, forms and what is known around them, as they are at the moment of the look. */
export interface Library {
  readonly calls: readonly Call[];
  readonly templates: readonly Template[];
  readonly references: readonly LegalReference[];
  readonly programmes: readonly Programme[];
  readonly staleFacts: readonly StaleFact[];
  readonly calendar: WorkingCalendar;
}

/** A place that the person chose for one file. */
export interface ExportPlace {
  readonly proposalId: string;
  readonly format: ExportFormat;
  readonly path: string;
}

/**
 * What handlers need of the world. They know neither Electron nor the disk, so that tests hand in
 * what they want to see used.
 */
export interface Services {
  readonly info: AppInfo;
  readonly keeper: StoreKeeper;
  readonly library: Library;
  readonly preferences: {
    readonly get: () => Preferences;
    readonly set: (patch: Partial<Preferences>) => Preferences;
  };
  readonly closing: { readonly ready: () => void; readonly refused: () => void };
  /** Tells every window. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  readonly now: () => Date;
  readonly tickets: Tickets<ExportPlace>;
  /** Asks where to write; null when the person thought better of it. */
  readonly askTarget: (suggestion: {
    readonly format: ExportFormat;
    readonly fileName: string;
    /** Where the last file of this proposal went; null: the person's documents. */
    readonly folder: string | null;
  }) => Promise<string | null>;
  /** A pack that was read and shown, waiting for the person to say yes. */
  readonly packTickets: Tickets<Pack>;
  /** Asks for a pack to read; null when the person thought better of it. */
  readonly askPackFile: () => Promise<string | null>;
  /** Asks where to write a pack. */
  readonly askPackTarget: (fileName: string) => Promise<string | null>;
  /** UTF-8 text of at most so many bytes (`file-unreadable`, `too-large`). */
  readonly readTextFile: (path: string, maxBytes: number) => Promise<Result<string, IpcFailure>>;
  /** Lays out and draws in a worker thread. */
  readonly drawPaper: (request: DrawRequest) => Promise<Result<ExportedPaper, IpcFailure>>;
  /** The pages themselves, for print. */
  readonly layPages: (paper: ProposalPaper) => Promise<Result<PageList, IpcFailure>>;
  readonly writeFile: (
    path: string,
    bytes: Uint8Array,
  ) => Promise<
    Result<{ readonly path: string; readonly bytes: number; readonly sha256: string }, IpcFailure>
  >;
  /** Opens the system's print dialog; false when the person closed it. */
  readonly printPages: (
    pages: PageList,
    title: string,
    /** What stands on the pages beside their text. */
    furniture?: PageFurniture,
  ) => Promise<Result<boolean, IpcFailure>>;
  /** Asks for a folder; null when the person thought better of it. */
  readonly askFolder: () => Promise<string | null>;
  /** Asks for a file to keep with a proposal. */
  readonly askAttachment: () => Promise<string | null>;
  readonly askAttachmentTarget: (fileName: string) => Promise<string | null>;
  readonly packages: {
    /** A transfer file that was chosen or opened with the program. */
    readonly tickets: Tickets<string>;
    readonly askFile: () => Promise<string | null>;
    readonly askTarget: (fileName: string) => Promise<string | null>;
    /** The file that the program was opened with, once; null when there is none. */
    readonly takeGiven: () => string | null;
  };
  readonly dossiers: DossierServices;
  readonly jobs: TransferJobs;
  readonly files: {
    /** Bytes; null when it cannot be told. */
    readonly size: (path: string) => number | null;
    /** A fresh folder for files that are only looked at; thrown away when the program ends. */
    readonly viewFolder: () => string;
    readonly exists: (path: string) => boolean;
    /** Shows it in the system's file manager. */
    readonly reveal: (path: string) => void;
    /** Opens it in its own program; '' or what went wrong. */
    readonly open: (path: string) => Promise<string>;
  };
}
