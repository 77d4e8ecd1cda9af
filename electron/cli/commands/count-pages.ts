import { ok } from '../../../shared/base';
import { countCertainty } from '../../../shared/layout';
import type { PageList } from '../../../shared/model';
import { pageOverflow } from '../../../shared/rules';
import type { Command } from '../command';
import { layOut } from '../lay-out';
import { readProposal } from '../read-proposal';

/** Two decimals that never look like fewer pages than there are. */
const roundedFill = ({ fill, pages }: PageList): number => {
  const rounded = Math.round(fill * 100) / 100;
  const least = pages.length - 1;
  return least > 0 && rounded <= least ? least + 0.01 : rounded;
};

const roundedShare = (share: number): number => Math.round(share * 10_000) / 10_000;

export const countPages: Command = {
  name: 'count',
  usage: 'FILE',
  about: 'Đếm trang và dòng, nói rõ số trang có chắc chắn không.',
  options: [],
  operands: ['FILE'],
  run: async ({ operands: [file = ''] }, around) => {
    const read = await readProposal(file, around);
    if (!read.ok) return read;
    const laid = layOut(read.value);
    if (!laid.ok) return laid;
    const { template } = read.value;
    const { flow, pageList } = laid.value;
    const { pages, sure, min, max, reasons } = countCertainty(flow, pageList);
    const counted = new Map(pageList.sectionLines.map((one) => [String(one.section), one]));
    return ok({
      document: {
        pages,
        sure,
        min,
        max,
        reasons,
        limit: template.pageLimit.max,
        fill: roundedFill(pageList),
        lines: pageList.lines,
        sections: template.sections.map(({ id }) => ({
          id,
          lines: counted.get(id)?.lines ?? 0,
          share: roundedShare(counted.get(id)?.share ?? 0),
        })),
        over: pageOverflow(pageList, template.pageLimit.max),
      },
    });
  },
};
