import { basename, dirname } from 'node:path';
import type { Failure } from '../../shared/base';
import { failure } from '../../shared/base';

export type WriteErrorCode =
  | 'target-busy'
  | 'target-missing'
  | 'target-forbidden'
  | 'target-name'
  | 'disk-full'
  | 'export-failed';

export interface WriteFailure extends Failure {
  readonly code: WriteErrorCode;
}

const OLD_FILE_STANDS = 'Tệp cũ, nếu có, vẫn còn nguyên.';

const sentenceOf = (code: WriteErrorCode, target: string): { message: string; hint: string } => {
  const name = basename(target);
  const folder = dirname(target);
  switch (code) {
    case 'target-busy':
      return {
        message: `Không ghi được tệp “${name}” vì một chương trình khác đang mở tệp này.`,
        hint: `Hãy đóng tệp trong chương trình đó (thường là Word hoặc trình xem PDF) rồi làm lại, hoặc chọn tên khác. ${OLD_FILE_STANDS}`,
      };
    case 'target-missing':
      return {
        message: `Không tìm thấy thư mục “${folder}” để ghi tệp “${name}”.`,
        hint: 'Hãy kiểm tra ổ đĩa hoặc USB có còn cắm không, rồi chọn lại nơi ghi.',
      };
    case 'target-forbidden':
      return {
        message: `Không có quyền ghi tệp “${name}” vào thư mục “${folder}”.`,
        hint: `Hãy chọn thư mục khác, ví dụ Tài liệu (Documents), hoặc nhờ người quản trị máy cấp quyền. ${OLD_FILE_STANDS}`,
      };
    case 'target-name':
      return {
        message: `Không dùng được “${name}” làm tên tệp.`,
        hint: 'Hãy chọn tên ngắn hơn, không có các ký tự < > : " / \\ | ? * và không trùng tên một thư mục đã có.',
      };
    case 'disk-full':
      return {
        message: `Ổ đĩa không còn đủ chỗ để ghi tệp “${name}”.`,
        hint: `Hãy xoá bớt tệp không cần hoặc chọn ổ đĩa khác rồi làm lại. ${OLD_FILE_STANDS}`,
      };
    case 'export-failed':
      return {
        message: `Ghi tệp “${name}” không thành công.`,
        hint: `Hãy làm lại; nếu vẫn lỗi, hãy chọn ổ đĩa khác vì ổ này có thể đã hỏng. ${OLD_FILE_STANDS}`,
      };
  }
};

/** `detail` is a system code or another plain word for support; it closes the message in brackets. */
export const writeFailure = (code: WriteErrorCode, target: string, detail = ''): WriteFailure => {
  const { message, hint } = sentenceOf(code, target);
  const shown = detail === '' ? message : `${message.slice(0, -1)} (${detail}).`;
  return { ...failure(code, shown, { where: target, hint }), code };
};

/** The new file is in place, but the disk would not confirm that it will stay so. */
export const unconfirmedFailure = (target: string, detail: string): WriteFailure => ({
  code: 'export-failed',
  message: `Tệp “${basename(target)}” đã ghi nhưng ổ đĩa không xác nhận là đã giữ được (${detail}).`,
  where: target,
  hint: 'Hãy làm lại vào ổ đĩa khác; ổ này có thể đã hỏng.',
});

const CODES: Readonly<Record<string, WriteErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOENT: 'target-missing',
  ENOTDIR: 'target-missing',
  ENODEV: 'target-missing',
  ENXIO: 'target-missing',
  EACCES: 'target-forbidden',
  EPERM: 'target-forbidden',
  EROFS: 'target-forbidden',
  EBUSY: 'target-busy',
  ETXTBSY: 'target-busy',
  ENAMETOOLONG: 'target-name',
  EINVAL: 'target-name',
  EISDIR: 'target-name',
  ELOOP: 'target-name',
};

/** What a failed system call means to the person. */
export const writeErrorOf = (systemCode: string): WriteErrorCode =>
  CODES[systemCode] ?? 'export-failed';
