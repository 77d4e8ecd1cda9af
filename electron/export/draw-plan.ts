import { err, ok, type Result } from '../../shared/base';
import { layoutFlow, placePictures } from '../../shared/layout';
import type { PageFurniture, PageList, PrintablePlan, SigningPictures } from '../../shared/model';
import { paperFlow } from '../../shared/templates';
import { type ExportedPaper, type ExportFormat, exportPaper } from './export-paper';
import { type ExportFailure, refusalOf } from './refusal';

/** A paper of a dossier to be drawn. Plain data: it travels to a worker. */
export interface PlanRequest {
  readonly plan: PrintablePlan;
  readonly format: ExportFormat;
  /** ISO 8601; goes into the file, so that the same request gives the same bytes. */
  readonly now: string;
  readonly furniture?: PageFurniture;
  /** Put into the room for signature and seal; left out or null: none. */
  readonly pictures?: SigningPictures | null;
}

const layOut = (plan: PrintablePlan) => {
  const flow = paperFlow(plan);
  return { flow, pageList: layoutFlow(flow) };
};

/** A paper of a dossier as the bytes of a file. */
export const drawPlan = ({
  plan,
  format,
  now,
  furniture = {},
  pictures = null,
}: PlanRequest): Promise<Result<ExportedPaper, ExportFailure>> => {
  const { flow, pageList } = layOut(plan);
  const placed = pictures === null ? [] : placePictures(flow, pageList, pictures);
  return exportPaper({
    flow,
    pageList,
    format,
    author: plan.facts.organisation,
    now: new Date(now),
    furniture: placed.length === 0 ? furniture : { ...furniture, pictures: placed },
  });
};

/** Its pages alone, for preview and print; refused like an export would be. */
export const layPlan = (plan: PrintablePlan): Result<PageList, ExportFailure> => {
  const { flow, pageList } = layOut(plan);
  const refusal = refusalOf(flow, pageList);
  return refusal === null ? ok(pageList) : err(refusal);
};
