import { ok } from '../../../shared/base';
import { layoutFlow } from '../../../shared/layout';
import { defaultDeadlineSettings, type Finding } from '../../../shared/model';
import { checkAgainstLibrary, checkProposal } from '../../../shared/rules';
import { proposalFlow } from '../../../shared/templates';
import type { Command } from '../command';
import { readInstant } from '../read-instant';
import { readProposal } from '../read-proposal';

/** Section and field are for jumps in the window; here `where` says the place. */
const printed = ({ code, severity, where, message, hint }: Finding) => ({
  code,
  severity,
  where,
  message,
  hint,
});

export const checkFile: Command = {
  name: 'check',
  usage: 'FILE [--now ISO]',
  about: 'Kiểm tra bản đề xuất: thiếu mục, quá trang, kinh phí, thời gian, liên hệ, chữ.',
  options: ['now'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const now = readInstant(option('now'), around.now);
    if (!now.ok) return now;
    // An illegal style and unusual spelling are findings here, not reasons to stop.
    const read = await readProposal(file, around, { illegalStyle: 'report', keepSpelling: true });
    if (!read.ok) return read;
    const { proposal, template } = read.value;
    const call = around.data.calls.find(({ id }) => id === proposal.call);
    if (call === undefined) throw new Error('a proposal that was read names a known call');
    const pageList = layoutFlow(proposalFlow(proposal, template));
    const library = { ...around.data, settings: defaultDeadlineSettings };
    const findings = [
      ...checkProposal(proposal, template, pageList),
      ...checkAgainstLibrary(proposal, template, call, library, now.value.toISOString()),
    ];
    return ok({
      document: { pages: pageList.pages.length, findings: findings.map(printed) },
      hasErrors: findings.some(({ severity }) => severity === 'error'),
    });
  },
};
