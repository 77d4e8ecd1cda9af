import type { Flow, PaperPlan } from '../../model';
import type { DossierRequest } from './dossier-request';
import { dossierWords } from './dossier-words';
import { flowOfPaper } from './paper-flow';

/**
 * The contents page of a dossier bound in one file: `firstPages` names the page on which each of
 * `plans` starts. Null where the program has no form for it.
 */
export const contentsFlow = (
  { call, papers, dossier }: Pick<DossierRequest, 'call' | 'papers' | 'dossier'>,
  plans: readonly Pick<PaperPlan, 'title'>[],
  firstPages: readonly number[],
): Flow | null => {
  const paper = papers.find(({ kind }) => kind === 'contents');
  if (paper === undefined) return null;
  const { fields } = dossierWords(call, dossier);
  const contents = plans.map(({ title }, at) => ({
    n: String(at + 1),
    title,
    page: String(firstPages[at] ?? ''),
  }));
  return flowOfPaper(paper, { fields, lists: { contents } }, paper.title);
};
