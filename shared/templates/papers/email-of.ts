import { nfc } from '../../base';
import type { Call, DossierData, DossierProposal } from '../../model';
import { taskFacts } from './task-facts';

export interface EmailFile {
  readonly name: string;
  /** Size. */
  readonly bytes: number;
}

/** A message for the person's own mail program; nothing is sent from here. */
export interface EmailDraft {
  /** '' where no address is known. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Size of all files together. */
  readonly bytes: number;
  /** True: more than many mail servers take. */
  readonly isLarge: boolean;
}

/** Mail servers commonly stop at 20 to 25 MB, and letters grow by a third on the way. */
const MOST_BYTES = 15_000_000;

/** Subject and words of the message that takes a dossier along. */
export const emailOf = (given: {
  readonly call: Call;
  readonly dossier: DossierData;
  readonly proposals: readonly DossierProposal[];
  readonly files: readonly EmailFile[];
}): EmailDraft => {
  const { call, dossier, proposals, files } = given;
  const { organisation, contact, recipient, letter } = dossier;
  const tasks = proposals.map((of, at) => {
    const { title } = taskFacts(of);
    return proposals.length > 1 ? `${at + 1}. ${title}` : title;
  });
  const number = letter.number.trim();
  const known = (label: string, text: string): string[] =>
    text.trim() === '' ? [] : [`${label}${text.trim()}`];
  const body = [
    `Kính gửi: ${recipient.name}`,
    '',
    `${organisation.name} gửi hồ sơ đề xuất nhiệm vụ khoa học và công nghệ thuộc ${call.programme}${number === '' ? '' : `, kèm theo Công văn số ${number}`}:`,
    ...tasks,
    '',
    'Tệp gửi kèm:',
    ...files.map(({ name }) => `- ${name}`),
    '',
    'Bản giấy được nộp theo địa chỉ nêu trong văn bản kêu gọi.',
    '',
    'Trân trọng.',
    ...known('', contact.name),
    ...known('', contact.position),
    ...known('Điện thoại: ', contact.phone),
    ...known('Thư điện tử: ', contact.email),
  ];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    to: recipient.email.trim(),
    subject: nfc(`${organisation.name}: hồ sơ đề xuất nhiệm vụ khoa học và công nghệ`),
    body: nfc(body.join('\n')),
    bytes,
    isLarge: bytes > MOST_BYTES,
  };
};
