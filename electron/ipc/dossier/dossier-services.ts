import type { Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import type { PageList, Paper, PrintablePlan } from '../../../shared/model';
import type { BindDossierRequest, ExportedPaper, PlanRequest } from '../../export';
import type { Tickets } from '../../files';

export type FileKind = 'signed' | 'certificate' | 'picture' | 'root';

/** What the dossier needs of the world beside what every handler has. */
export interface DossierServices {
  /** The paper forms of the program. */
  readonly papers: readonly Paper[];
  readonly drawPlan: (request: PlanRequest) => Promise<Result<ExportedPaper, IpcFailure>>;
  readonly layPlan: (plan: PrintablePlan) => Promise<Result<PageList, IpcFailure>>;
  /** The enclosed papers as one PDF behind a contents page. */
  readonly bind: (request: BindDossierRequest) => Promise<Result<ExportedPaper, IpcFailure>>;
  readonly askFolder: () => Promise<string | null>;
  /** Asks for a file to read; null when the person thought better of it. */
  readonly askFile: (kind: FileKind) => Promise<string | null>;
  readonly certificates: Tickets<string>;
  readonly readBytes: (path: string) => Promise<Result<Uint8Array, IpcFailure>>;
  /** Makes the folder that a file is to lie in. */
  readonly ensureFolder: (path: string) => void;
  /** A fresh folder inside one the person chose; its path. */
  readonly makeFolder: (parent: string, name: string) => string;
  /** The TrueType font for the words of a visible signature. */
  readonly signatureFont: () => Promise<Uint8Array>;
}
