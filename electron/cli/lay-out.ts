import { err, failure, ok, type Result } from '../../shared/base';
import { layoutFlow } from '../../shared/layout';
import type { Flow, PageList } from '../../shared/model';
import { proposalFlow } from '../../shared/templates';
import type { ReadProposal } from './read-proposal';

export interface LaidOut {
  readonly flow: Flow;
  readonly pageList: PageList;
}

/** All pages of a proposal. Fails with `page-cap` where there are more than the engine lays out. */
export const layOut = ({ proposal, template }: ReadProposal): Result<LaidOut> => {
  const flow = proposalFlow(proposal, template);
  const pageList = layoutFlow(flow);
  if (pageList.diagnostics.some(({ code }) => code === 'page-cap')) {
    return err(
      failure('page-cap', `Bản đề xuất dài hơn ${pageList.pages.length} trang, không đếm tiếp.`, {
        where: 'toàn bản',
        hint: 'Hãy kiểm tra xem có dán nhầm một văn bản rất dài vào một mục không.',
      }),
    );
  }
  return ok({ flow, pageList });
};
