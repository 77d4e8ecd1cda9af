import { dongAmount, vietnameseNumber } from '../base';
import type { Finding, MoneyValue, Proposal, Template, TemplateSection } from '../model';
import { sectionFinding } from './proposal-finding';

const NAMES = {
  total: 'tổng kinh phí',
  state: 'kinh phí ngân sách nhà nước',
  matching: 'kinh phí đối ứng',
} as const;
type Amount = keyof typeof NAMES;
const AMOUNTS = Object.keys(NAMES) as Amount[];

const fieldOf = (name: Amount) => ({ name, words: NAMES[name] });

/** Half a đồng, a debt or a number no computer adds up exactly is no budget. */
const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const oddAmounts = (section: TemplateSection, money: MoneyValue): Finding[] =>
  AMOUNTS.flatMap((name) => {
    const value = money[name];
    if (value === null || isAmount(value)) return [];
    return [
      sectionFinding(
        'budget-sum',
        'error',
        section,
        {
          message: `Số tiền ${vietnameseNumber(value)} ở ${NAMES[name]} không phải số nguyên đồng.`,
          hint: 'Hãy ghi số tiền bằng đồng, không âm và không có phần lẻ.',
        },
        fieldOf(name),
      ),
    ];
  });

const missingAmounts = (section: TemplateSection, money: MoneyValue): Finding[] => {
  const missing = (name: Amount, severity: Finding['severity'], message: string, hint: string) =>
    sectionFinding('budget-missing', severity, section, { message, hint }, fieldOf(name));
  if (money.total === null || money.total === 0) {
    return [
      missing(
        'total',
        'error',
        money.total === null ? 'Chưa ghi tổng kinh phí.' : 'Tổng kinh phí đang ghi 0 đồng.',
        'Hãy ghi tổng kinh phí dự kiến bằng đồng.',
      ),
    ];
  }
  const { total } = money;
  const known = (money.state ?? 0) + (money.matching ?? 0);
  if (known === total) return [];
  return (['state', 'matching'] as const)
    .filter((name) => money[name] === null)
    .map((name) =>
      missing(
        name,
        'warning',
        `Chưa ghi ${NAMES[name]}.`,
        'Hãy ghi số tiền; nếu không có nguồn này thì ghi 0.',
      ),
    );
};

const wrongSum = (section: TemplateSection, { total, state, matching }: MoneyValue): Finding[] => {
  if (total === null || state === null || matching === null) return [];
  const sum = state + matching;
  if (sum === total) return [];
  const difference = dongAmount(Math.abs(sum - total));
  return [
    sectionFinding(
      'budget-sum',
      'error',
      section,
      {
        message: `Ngân sách nhà nước cộng đối ứng là ${dongAmount(sum)}, ${sum > total ? 'nhiều' : 'ít'} hơn tổng kinh phí ${dongAmount(total)} là ${difference}.`,
        hint: 'Hãy sửa một trong ba số để tổng kinh phí bằng hai nguồn cộng lại.',
      },
      fieldOf('total'),
    ),
  ];
};

/**
 * `budget-missing`: no total, or a source left open that the total needs. `budget-sum`: the sources
 * do not add up to the total, or an amount is no whole number of đồng.
 */
export const checkBudget = (proposal: Proposal, template: Template): Finding[] =>
  template.sections
    .filter(({ kind }) => kind === 'money')
    .flatMap((section) => {
      const none: MoneyValue = { total: null, state: null, matching: null };
      const money = (proposal.values[section.id] as MoneyValue | undefined) ?? none;
      const odd = oddAmounts(section, money);
      if (!section.required && AMOUNTS.every((name) => money[name] === null)) return [];
      return odd.length > 0
        ? odd
        : [...missingAmounts(section, money), ...wrongSum(section, money)];
    });
