import { ok, pageHundredths } from '../../../shared/base';
import { countCertainty } from '../../../shared/layout';
import { pageOverflow } from '../../../shared/rules';
import type { Command } from '../command';
import { layOut } from '../lay-out';
import { readProposal } from '../read-proposal';

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
    const { pages, sure, min, max } = countCertainty(flow, pageList);
    const counted = new Map(pageList.sectionLines.map((one) => [String(one.section), one]));
    return ok({
      document: {
        pages,
        sure,
        min,
        max,
        limit: template.pageLimit.max,
        fill: pageHundredths(pageList.fill) / 100,
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
