import { dayNumber, shortDate } from '../../base';
import type { CheckOutcome, DossierProposal, Finding, PaperWords } from '../../model';
import { briefWords } from './brief-words';
import { taskFacts } from './task-facts';

/** The report is one page: this many findings are written out, the rest is counted. */
const MOST_FINDINGS = 8;
const MESSAGE = 110;
const PLACE = 60;
const TITLE = 100;
const NAME = 120;
const MOST_TASKS = 4;

const SEVERITY: Readonly<Record<Finding['severity'], string>> = {
  error: 'Lỗi phải sửa',
  warning: 'Cảnh báo',
  advice: 'Góp ý',
};
const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'advice'];

/** What a director reads before signing: tasks, counts, the gravest findings. */
export const checkWords = (
  proposals: readonly DossierProposal[],
  outcomes: readonly CheckOutcome[],
  checkedOn: string | null,
  names: { readonly organisation: string; readonly call: string },
): PaperWords => {
  const placeIn = ({ proposal }: CheckOutcome): number =>
    proposals.findIndex(({ id }) => id === proposal);
  // In the order of the tasks, so that the report reads like the dossier.
  const all = [...outcomes]
    .sort((a, b) => placeIn(a) - placeIn(b))
    .flatMap(({ proposal, findings }) => findings.map((finding) => ({ proposal, finding })));
  const count = (severity: Finding['severity']): number =>
    all.filter(({ finding }) => finding.severity === severity).length;
  const sorted = ORDER.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity),
  );
  const placeOf = (id: string, where: string): string => {
    const at = proposals.findIndex((of) => of.id === id);
    return proposals.length > 1 && at >= 0 ? `Nhiệm vụ ${at + 1}, ${where}` : where;
  };
  const findings = sorted.slice(0, MOST_FINDINGS).map(({ proposal, finding }, at) => ({
    n: String(at + 1),
    severity: SEVERITY[finding.severity],
    where: briefWords(placeOf(proposal, finding.where), PLACE),
    message: briefWords(finding.message, MESSAGE),
  }));
  const errors = count('error');
  const left = sorted.length - findings.length;
  return {
    fields: {
      'check.org': briefWords(names.organisation, NAME),
      'check.call': briefWords(names.call, NAME),
      'check.date': checkedOn === null ? '' : shortDate(dayNumber(checkedOn)),
      'check.errors': String(errors),
      'check.warnings': String(count('warning')),
      'check.advice': String(count('advice')),
      'check.none': sorted.length === 0 ? 'không' : '',
      'check.more': left > 0 ? `Còn ${left} điều khác, xem trong chương trình.` : '',
      'check.verdict':
        errors > 0
          ? `Chưa nên ký: còn ${errors} lỗi phải sửa.`
          : sorted.length > 0
            ? 'Không còn lỗi phải sửa; xem các cảnh báo và góp ý trước khi ký.'
            : 'Không phát hiện lỗi; có thể trình ký.',
    },
    lists: {
      findings,
      checked: proposals.slice(0, MOST_TASKS).map((of, at) => {
        const { max } = of.template.pageLimit;
        return {
          n: String(at + 1),
          title: briefWords(taskFacts(of).title, TITLE),
          pages: of.pages === null ? '' : String(of.pages),
          limit: String(max),
        };
      }),
    },
  };
};
