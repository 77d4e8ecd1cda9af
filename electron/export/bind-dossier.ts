import type { Result } from '../../shared/base';
import type { Flow, PageFurniture } from '../../shared/model';
import { contentsFlow, type DossierRequest } from '../../shared/templates';
import { bindPapers, type DrawnPaper } from './bind-papers';
import type { ExportedPaper } from './export-paper';
import type { ExportFailure } from './refusal';

/** Plain data: it travels to a worker. */
export interface BindDossierRequest {
  /** What the contents page draws its words from. */
  readonly dossier: Pick<DossierRequest, 'call' | 'papers' | 'dossier'>;
  /** The enclosed papers as PDF, in order. */
  readonly papers: readonly DrawnPaper[];
  readonly furniture: PageFurniture;
  /** ISO 8601. */
  readonly now: string;
}

const TITLE = 'Hồ sơ đề xuất nhiệm vụ khoa học và công nghệ';

/** The enclosed papers of a dossier as one PDF behind a contents page. */
export const bindDossier = ({
  dossier,
  papers,
  furniture,
  now,
}: BindDossierRequest): Promise<Result<ExportedPaper, ExportFailure>> => {
  const contents = (firstPages: readonly number[]): Flow => {
    const flow = contentsFlow(dossier, papers, firstPages);
    if (flow === null) throw new Error('the program came without a form for contents');
    return flow;
  };
  return bindPapers({
    papers,
    contents,
    furniture,
    title: TITLE,
    author: dossier.dossier.organisation.name,
    now: new Date(now),
  });
};
