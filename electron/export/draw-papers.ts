import { err, ok, type Result } from '../../shared/base';
import {
  isPrintable,
  type PageFurniture,
  type PaperPlan,
  type PrintablePlan,
  paperFormats,
} from '../../shared/model';
import type { PlanRequest } from './draw-plan';
import type { ExportedPaper, ExportFormat } from './export-paper';

/** A paper of a dossier as the bytes of a file. */
export interface DrawnFile extends ExportedPaper {
  readonly plan: PrintablePlan;
  /** Its place in the dossier, from 0; papers that the person brings count, too. */
  readonly at: number;
  readonly format: ExportFormat;
}

export interface DrawPapersRequest<F extends { readonly where?: string | undefined }> {
  readonly plans: readonly PaperPlan[];
  /** ISO 8601; the same plans and time give the same bytes. */
  readonly now: string;
  readonly furnitureOf: (paper: string) => PageFurniture;
  /** Draws here or in a thread. */
  readonly draw: (request: PlanRequest) => Promise<Result<ExportedPaper, F>>;
  readonly onPaper?: (plan: PrintablePlan) => void;
}

/** Every paper of a dossier in both formats, in order; a refusal names its paper. */
export const drawPapers = async <F extends { readonly where?: string | undefined }>({
  plans,
  now,
  furnitureOf,
  draw,
  onPaper,
}: DrawPapersRequest<F>): Promise<Result<DrawnFile[], F>> => {
  const drawn: DrawnFile[] = [];
  for (const [at, plan] of plans.entries()) {
    if (!isPrintable(plan)) continue;
    onPaper?.(plan);
    const furniture = furnitureOf(plan.id);
    for (const format of paperFormats) {
      const paper = await draw({ plan, format, now, furniture });
      if (!paper.ok) return err({ ...paper.error, where: paper.error.where ?? plan.title });
      drawn.push({ plan, at, format, ...paper.value });
    }
  }
  return ok(drawn);
};
