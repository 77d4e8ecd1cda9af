import { dongAmount, foldText, nfc } from '../base';
import type {
  DossierData,
  DossierProposal,
  Finding,
  PaperPlan,
  Severity,
  TaskFacts,
} from '../model';
import {
  committedAmount,
  type DossierRequest,
  inPriority,
  taskFacts,
  taskOrganisation,
} from '../templates';
import { paperFinding } from './proposal-finding';

const plain = (text: string): string => nfc(text).replace(/\s+/gu, ' ').trim();

const mismatch = (
  severity: Severity,
  where: string,
  message: string,
  hint: string,
  field: string | null,
): Finding => paperFinding('dossier-mismatch', severity, where, { message, hint }, field);

const amountText = (amount: number | null): string =>
  amount === null ? 'chưa ghi' : dongAmount(amount);

const AMOUNTS = {
  total: 'tổng kinh phí',
  state: 'kinh phí ngân sách nhà nước',
  matching: 'kinh phí đối ứng',
} as const;

/** What two people wrote of one organisation must be the same words. */
const organisationNames = (
  dossier: DossierData,
  proposals: readonly DossierProposal[],
): Finding[] => {
  const name = plain(dossier.organisation.name);
  return proposals.flatMap((of) => {
    const own = plain(taskOrganisation(of)?.name ?? '');
    if (own === '' || name === '' || own === name) return [];
    return [
      mismatch(
        'error',
        'Tên đơn vị đề xuất',
        `Bản đề xuất “${taskFacts(of).title}” ghi “${own}”, hồ sơ ghi “${name}”.`,
        'Hãy sửa để mọi giấy trong hồ sơ ghi cùng một tên, đúng giấy đăng ký doanh nghiệp.',
        'organisation.name',
      ),
    ];
  });
};

const contacts = (dossier: DossierData, proposals: readonly DossierProposal[]): Finding[] =>
  proposals.flatMap((of) => {
    const own = taskOrganisation(of)?.contact;
    const { contact } = dossier;
    if (own === undefined || plain(own.name) === '' || plain(own.name) !== plain(contact.name)) {
      return [];
    }
    const digits = (text: string): string => text.replace(/\D/gu, '');
    const differs = [
      ...(digits(own.phone) === digits(contact.phone) ? [] : ['điện thoại']),
      ...(plain(own.email).toLowerCase() === plain(contact.email).toLowerCase()
        ? []
        : ['thư điện tử']),
      ...(plain(own.position) === plain(contact.position) ? [] : ['chức vụ']),
    ];
    if (differs.length === 0) return [];
    return [
      mismatch(
        'warning',
        'Đầu mối liên hệ',
        `${plain(own.name)}: ${differs.join(', ')} trong bản đề xuất khác trong hồ sơ.`,
        'Hãy sửa để công văn, phiếu giao nộp và bản đề xuất ghi như nhau.',
        'contact',
      ),
    ];
  });

const commitments = (dossier: DossierData, proposals: readonly DossierProposal[]): Finding[] =>
  proposals.flatMap((of) => {
    if (!Object.hasOwn(dossier.commitments, of.id)) return [];
    const commitment = dossier.commitments[of.id];
    if (commitment === undefined) return [];
    const facts = taskFacts(of);
    const where = `Văn bản cam kết của nhiệm vụ “${facts.title}”`;
    const field = `commitments.${of.id}`;
    const { amount, enterprise } = commitment;
    const [written, name] = [plain(enterprise.name), plain(dossier.organisation.name)];
    const isSame =
      foldText(written) === foldText(name) ||
      (enterprise.taxCode.trim() !== '' &&
        enterprise.taxCode.trim() === dossier.organisation.taxCode.trim());
    return [
      ...(amount === null || amount === facts.matching
        ? []
        : [
            mismatch(
              'error',
              where,
              `Cam kết đối ứng ${amountText(amount)}, bản đề xuất ghi ${AMOUNTS.matching}: ${amountText(facts.matching)}.`,
              'Hãy sửa một trong hai số; nơi nhận sẽ đối chiếu hai giấy với nhau.',
              `${field}.amount`,
            ),
          ]),
      ...(written === '' || written === name || !isSame
        ? []
        : [
            mismatch(
              'error',
              where,
              `Văn bản cam kết ghi “${written}”, hồ sơ ghi “${name}” cho cùng một doanh nghiệp.`,
              'Hãy sửa để hai giấy ghi cùng một tên.',
              `${field}.enterprise.name`,
            ),
          ]),
    ];
  });

const taskDifferences = (kept: TaskFacts, now: TaskFacts): string[] => [
  ...(plain(kept.title) === plain(now.title)
    ? []
    : [`tên nhiệm vụ đã đổi thành “${plain(now.title)}”`]),
  ...(['total', 'state', 'matching'] as const)
    .filter((name) => kept[name] !== now[name])
    .map((name) => `${AMOUNTS[name]} từ ${amountText(kept[name])} thành ${amountText(now[name])}`),
  ...(plain(kept.organisation) === plain(now.organisation)
    ? []
    : [`tên đơn vị trong bản đề xuất đã đổi thành “${plain(now.organisation)}”`]),
];

/** Names and the committed sum that the paper prints, as they are now. */
const namesDifferences = (
  { facts }: PaperPlan,
  dossier: DossierData,
  proposals: readonly DossierProposal[],
): string[] => {
  const { organisation, signer, recipient, committed } = facts;
  const names = [
    ['tên đơn vị', organisation, dossier.organisation.name],
    ['người ký', signer, dossier.signer.name],
    ['nơi nhận', recipient, dossier.recipient.name],
  ] as const;
  const changed = names.flatMap(([what, kept, now]) =>
    kept === undefined || plain(kept) === plain(now)
      ? []
      : [`${what} đã đổi thành “${plain(now)}”`],
  );
  const of = proposals.find(({ id }) => id === facts.tasks[0]?.proposal);
  if (committed === undefined || of === undefined) return changed;
  const now = committedAmount(of, dossier);
  return committed === now
    ? changed
    : [...changed, `số tiền cam kết từ ${amountText(committed)} thành ${amountText(now)}`];
};

/** Kept papers against the words as they are now: titles, sums, names, which tasks, and their order. */
const keptPapers = (
  plans: readonly PaperPlan[],
  dossier: DossierData,
  proposals: readonly DossierProposal[],
): Finding[] =>
  plans.flatMap((plan) => {
    const differences = namesDifferences(plan, dossier, proposals);
    for (const kept of plan.facts.tasks) {
      const of = proposals.find(({ id }) => id === kept.proposal);
      if (of === undefined)
        differences.push(`nhiệm vụ “${plain(kept.title)}” không còn trong hồ sơ`);
      else differences.push(...taskDifferences(kept, taskFacts(of)));
    }
    if (plan.kind === 'cover-letter' || plan.kind === 'summary-table') {
      const keptIds = plan.facts.tasks.map(({ proposal }) => proposal);
      const ids = inPriority(proposals, dossier).map(({ id }) => id);
      const added = ids.filter((id) => !keptIds.includes(id)).length;
      if (added > 0) differences.push(`hồ sơ có thêm ${added} nhiệm vụ`);
      else if (ids.length === keptIds.length && ids.some((id, at) => id !== keptIds[at])) {
        differences.push('thứ tự ưu tiên đã đổi');
      }
    }
    if (differences.length === 0) return [];
    return [
      mismatch(
        'error',
        plan.title,
        `${plan.title} không còn khớp với hồ sơ: ${differences.join('; ')}.`,
        'Hãy kết xuất và trình ký lại giấy này, hoặc đưa nội dung trở về như lúc ký.',
        plan.id,
      ),
    ];
  });

/**
 * `dossier-mismatch`: papers of one dossier that would say different things. `kept` are plans as they
 * were when papers were signed or printed.
 */
export const dossierMismatch = (
  { dossier, proposals }: Pick<DossierRequest, 'dossier' | 'proposals'>,
  kept: readonly PaperPlan[] = [],
): Finding[] => [
  ...organisationNames(dossier, proposals),
  ...contacts(dossier, proposals),
  ...commitments(dossier, proposals),
  ...keptPapers(kept, dossier, proposals),
];
