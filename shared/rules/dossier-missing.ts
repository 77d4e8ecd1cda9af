import type { DossierData, Finding, PaperPlan } from '../model';
import { type DossierRequest, papersOf } from '../templates';
import { paperFinding } from './proposal-finding';

type Words = { readonly message: string; readonly hint: string };

const missing = (
  severity: Finding['severity'],
  where: string,
  words: Words,
  field: string | null,
): Finding => paperFinding('dossier-missing', severity, where, words, field);

const isEmpty = (text: string): boolean => text.trim() === '';

/** Papers that the call or a model point compels and that are neither set nor at hand. */
const missingPapers = (
  { call, dossier, proposals }: DossierRequest,
  plans: readonly PaperPlan[],
): Finding[] => {
  const found: Finding[] = [];
  for (const document of call.dossier?.documents ?? []) {
    // Its paper is the form itself, sent as a file.
    if (document.required !== 'always' || document.kind === 'electronic-copy') continue;
    if (plans.some(({ demand }) => demand?.id === document.id)) continue;
    found.push(
      missing(
        'error',
        document.title,
        {
          message: `Hồ sơ thiếu: ${document.title}.`,
          hint: 'Văn bản kêu gọi yêu cầu giấy này; hãy đưa lại vào hồ sơ.',
        },
        document.id,
      ),
    );
  }
  for (const id of dossier.modelPoint) {
    if (!proposals.some((of) => of.id === id)) continue;
    if (plans.some((plan) => plan.kind === 'commitment' && plan.proposals.includes(id))) continue;
    found.push(
      missing(
        'error',
        'Văn bản nhu cầu và cam kết',
        {
          message:
            'Nhiệm vụ xây dựng mô hình điểm thiếu văn bản nhu cầu và cam kết của doanh nghiệp.',
          hint: 'Hãy đưa lại văn bản này vào hồ sơ; với mô hình điểm thì bắt buộc phải có.',
        },
        `commitment:${id}`,
      ),
    );
  }
  for (const plan of plans) {
    if (plan.source.kind !== 'outside' || dossier.have.includes(plan.id)) continue;
    const compelled = plan.required === 'always';
    found.push(
      missing(
        compelled ? 'error' : 'warning',
        plan.title,
        {
          message: `Chưa có: ${plan.title}.`,
          hint: compelled
            ? 'Văn bản kêu gọi yêu cầu giấy này; hãy chuẩn bị rồi đánh dấu là đã có.'
            : 'Bản đề xuất kê giấy này là tài liệu gửi kèm; hãy chuẩn bị rồi đánh dấu là đã có.',
        },
        plan.id,
      ),
    );
  }
  return found;
};

interface Need {
  readonly severity: Finding['severity'];
  readonly where: string;
  readonly field: string;
  readonly what: string;
  readonly hint: string;
  readonly value: (dossier: DossierData) => string;
}

const NEEDS: readonly Need[] = [
  {
    severity: 'error',
    where: 'Đơn vị đề xuất',
    field: 'organisation.name',
    what: 'tên tổ chức, cá nhân đề xuất',
    hint: 'Hãy ghi tên đầy đủ như trong giấy đăng ký doanh nghiệp.',
    value: ({ organisation }) => organisation.name,
  },
  {
    severity: 'error',
    where: 'Nơi nhận hồ sơ',
    field: 'recipient.name',
    what: 'nơi nhận hồ sơ',
    hint: 'Hãy chọn nơi nhận trong văn bản kêu gọi.',
    value: ({ recipient }) => recipient.name,
  },
  {
    severity: 'warning',
    where: 'Nơi nhận hồ sơ',
    field: 'recipient.address',
    what: 'địa chỉ nơi nhận',
    hint: 'Nhãn phong bì sẽ có chỗ trống; hãy hỏi đầu mối của đợt kêu gọi.',
    value: ({ recipient }) => recipient.address,
  },
  {
    severity: 'warning',
    where: 'Đơn vị đề xuất',
    field: 'organisation.place',
    what: 'địa danh ở dòng ngày tháng',
    hint: 'Ví dụ: Hải Phòng. Để trống thì công văn có chỗ để viết tay.',
    value: ({ organisation }) => organisation.place,
  },
  {
    severity: 'warning',
    where: 'Người ký',
    field: 'signer.position',
    what: 'chức vụ của người ký',
    hint: 'Hãy ghi chức vụ; để trống thì khối ký có chỗ để viết tay.',
    value: ({ signer, organisation }) => (organisation.individual ? 'cá nhân' : signer.position),
  },
  {
    severity: 'warning',
    where: 'Người ký',
    field: 'signer.name',
    what: 'họ tên người ký',
    hint: 'Hãy ghi họ tên, không kèm học hàm, học vị; để trống thì khối ký có chỗ để viết tay.',
    value: ({ signer }) => signer.name,
  },
  {
    severity: 'warning',
    where: 'Người ký',
    field: 'signer.body',
    what: 'người hoặc tập thể được ký thay',
    hint: 'Sau TM. ghi tên tập thể, sau KT., TL., TUQ. ghi chức vụ của người đứng đầu.',
    value: ({ signer }) =>
      signer.authority === '' || signer.authority === 'Q.' ? 'không cần' : signer.body,
  },
  {
    severity: 'warning',
    where: 'Đầu mối liên hệ',
    field: 'contact.phone',
    what: 'điện thoại của đầu mối liên hệ',
    hint: 'Nơi nhận cần gọi được khi hồ sơ phải bổ sung.',
    value: ({ contact }) => contact.phone,
  },
];

const missingWords = (dossier: DossierData): Finding[] =>
  NEEDS.filter(({ value }) => isEmpty(value(dossier))).map(
    ({ severity, where, field, what, hint }) =>
      missing(severity, where, { message: `Chưa ghi ${what}.`, hint }, field),
  );

const missingOrder = ({ call, dossier, proposals }: DossierRequest): Finding[] => {
  const isOrdered = proposals.every(({ id }) => dossier.priority.includes(id));
  if (proposals.length < 2 || call.dossier?.inPriorityOrder !== true || isOrdered) return [];
  return [
    missing(
      'error',
      'Bảng tổng hợp',
      {
        message: 'Chưa xếp thứ tự ưu tiên cho tất cả các nhiệm vụ.',
        hint: 'Văn bản kêu gọi yêu cầu xếp theo thứ tự ưu tiên; hãy sắp lại danh sách nhiệm vụ.',
      },
      'priority',
    ),
  ];
};

const openQuestions = (
  { call, dossier }: DossierRequest,
  plans: readonly PaperPlan[],
): Finding[] => {
  const electronic = (call.dossier?.documents ?? []).some(({ kind }) => kind === 'electronic-copy');
  return [
    ...(electronic && isEmpty(dossier.recipient.email)
      ? [
          missing(
            'warning',
            'Nơi nhận hồ sơ',
            {
              message: 'Đợt này nhận cả bản điện tử nhưng chưa có địa chỉ thư điện tử.',
              hint: 'Hãy hỏi đầu mối của đợt kêu gọi địa chỉ nhận tệp.',
            },
            'recipient.email',
          ),
        ]
      : []),
    ...(plans.some(({ countKnown }) => !countKnown)
      ? [
          missing(
            'advice',
            'Số bản',
            {
              message: 'Văn bản kêu gọi không nêu số bản phải nộp; hồ sơ đang tính 01 bản chính.',
              hint: 'Hãy hỏi đầu mối của đợt kêu gọi rồi ghi số bản chính, bản sao.',
            },
            'counts',
          ),
        ]
      : []),
  ];
};

/** `dossier-missing`: a paper or a word that the dossier needs and does not have. */
export const dossierMissing = (
  request: DossierRequest,
  plans: readonly PaperPlan[] = papersOf(request),
): Finding[] => {
  if (request.proposals.length === 0) {
    return [
      missing(
        'error',
        'Hồ sơ',
        {
          message: 'Hồ sơ chưa có bản đề xuất nào.',
          hint: 'Hãy đưa ít nhất một bản đề xuất của đợt này vào hồ sơ.',
        },
        'proposals',
      ),
    ];
  }
  return [
    ...missingPapers(request, plans),
    ...missingOrder(request),
    ...missingWords(request.dossier),
    ...openQuestions(request, plans),
  ];
};
