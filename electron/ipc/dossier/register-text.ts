import { shortDate } from './short-date';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const FORMATS: Readonly<Record<string, string>> = { pdf: 'PDF', docx: 'DOCX' };
const MEDIA: Readonly<Record<string, string>> = { paper: 'bản cứng', electronic: 'bản mềm' };
const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: 'đang chờ kết quả',
  supplement: 'phải bổ sung',
  selected: 'được chọn',
  rejected: 'không được chọn',
};

const part = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const joined = (...parts: readonly string[]): string =>
  parts.filter((one) => one !== '').join(', ');

const picturesIn = (detail: Readonly<Record<string, unknown>>): string =>
  detail['pictures'] === true ? 'có ảnh chữ ký' : '';

/** One entry of the register as a sentence without its end. */
export const registerText = (kind: string, detail: Readonly<Record<string, unknown>>): string => {
  const title = text(detail['title']);
  switch (kind) {
    case 'freeze': {
      const files = Array.isArray(detail['files']) ? detail['files'].length : 0;
      return joined('Khoá để ký', files === 0 ? '' : `${files} tệp`);
    }
    case 'unfreeze':
      return `Mở khoá: ${text(detail['reason'])}`;
    case 'export':
      return joined(
        `Kết xuất ${joined(title, FORMATS[text(detail['format'])] ?? '')}`,
        picturesIn(detail),
        text(detail['fileName']),
      );
    case 'print':
      return joined(`In ${title}`, picturesIn(detail));
    case 'sign':
      return joined(`Ký số ${title}`, text(detail['signer']));
    case 'take-back':
      return joined(`Nhận lại tệp đã ký số ${title}`, text(detail['signer']));
    case 'signed':
      return detail['on'] === null
        ? 'Bỏ ghi nhận đã ký'
        : joined('Đã ký', text(detail['by']), shortDate(text(detail['on'])));
    case 'sealed':
      return detail['on'] === null
        ? 'Bỏ ghi nhận đã đóng dấu'
        : joined('Đã đóng dấu', shortDate(text(detail['on'])));
    case 'delivery': {
      const delivery = part(detail['delivery']);
      return joined(
        `Giao ${MEDIA[text(delivery['medium'])] ?? ''}`,
        shortDate(text(delivery['on'])),
        text(delivery['method']),
      );
    }
    case 'receipt': {
      const receipt = part(detail['receipt']);
      const number = text(receipt['number']);
      return joined(
        `Giấy biên nhận${number === '' ? '' : ` số ${number}`}`,
        shortDate(text(receipt['on'])),
        text(receipt['receiver']),
      );
    }
    case 'outcome': {
      const outcome = part(detail['outcome']);
      return joined(
        `Kết quả: ${OUTCOMES[text(outcome['status'])] ?? ''}`,
        shortDate(text(outcome['on'])),
        text(outcome['note']),
      );
    }
    default:
      return kind;
  }
};
