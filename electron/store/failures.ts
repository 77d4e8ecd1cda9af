import { err, type Result } from '../../shared/base';
import type { IpcErrorCode, IpcFailure } from '../../shared/ipc';

export const storeFailure = (
  code: IpcErrorCode,
  message: string,
  hint?: string,
  where?: string,
): IpcFailure => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
  ...(where === undefined ? {} : { where }),
});

const STILL_IN_WINDOW = 'Cứ gõ tiếp: chữ vẫn còn trên màn hình và tự được ghi khi hết trở ngại.';

export const failures = {
  closed: (): IpcFailure =>
    storeFailure(
      'store-closed',
      'Kho dữ liệu đã đóng nên chưa ghi được.',
      'Hãy mở lại chương trình.',
    ),
  full: (): IpcFailure =>
    storeFailure(
      'store-full',
      'Ổ đĩa đã đầy nên chưa ghi được.',
      `Hãy xoá bớt tệp trên ổ đĩa này. ${STILL_IN_WINDOW}`,
    ),
  busy: (): IpcFailure =>
    storeFailure(
      'store-busy',
      'Một chương trình khác đang giữ kho dữ liệu nên chưa ghi được.',
      `Hãy đóng bản chương trình kia, hoặc tạm dừng phần mềm đồng bộ hay diệt virus đang đọc thư mục dữ liệu. ${STILL_IN_WINDOW}`,
    ),
  readOnly: (): IpcFailure =>
    storeFailure(
      'store-read-only',
      'Không có quyền ghi vào thư mục dữ liệu.',
      `Hãy nhờ người quản trị máy cấp quyền ghi cho thư mục này. ${STILL_IN_WINDOW}`,
    ),
  /** `hint`: what to do about the reason for only looking. */
  lookOnly: (hint: string): IpcFailure =>
    storeFailure(
      'store-read-only',
      'Kho dữ liệu đang mở chỉ để xem và kết xuất nên không sửa được.',
      hint,
    ),
  ofNewerKind: (): IpcFailure =>
    storeFailure(
      'row-damaged',
      'Phần này được bản mới hơn của chương trình ghi theo cách mà bản này chưa đọc được.',
      'Dữ liệu vẫn nguyên vẹn. Hãy cài phiên bản mới của chương trình để xem.',
    ),
  io: (): IpcFailure =>
    storeFailure(
      'store-io',
      'Ổ đĩa báo lỗi nên chưa ghi được.',
      `Hãy kiểm tra ổ đĩa và sao chép thư mục dữ liệu sang nơi khác. ${STILL_IN_WINDOW}`,
    ),
  noProposal: (): IpcFailure =>
    storeFailure(
      'not-found',
      'Không tìm thấy bản đề xuất này.',
      'Có thể bản đề xuất đã bị xoá hẳn. Hãy quay lại danh sách.',
    ),
  noOrganisation: (): IpcFailure =>
    storeFailure(
      'not-found',
      'Không tìm thấy tổ chức này.',
      'Có thể tổ chức đã bị xoá. Hãy mở lại danh sách tổ chức.',
    ),
  noExport: (): IpcFailure =>
    storeFailure('not-found', 'Không tìm thấy lần kết xuất này.', 'Hãy mở lại danh sách kết xuất.'),
  noRecord: (): IpcFailure =>
    storeFailure(
      'not-found',
      'Không tìm thấy mục này trong thư viện.',
      'Có thể mục đã bị xoá. Hãy mở lại danh sách.',
    ),
  noRevision: (): IpcFailure =>
    storeFailure(
      'not-found',
      'Không tìm thấy phiên bản này trong lịch sử.',
      'Hãy mở lại lịch sử của bản đề xuất.',
    ),
  notInTrash: (): IpcFailure =>
    storeFailure(
      'invalid-value',
      'Chỉ xoá hẳn được bản đề xuất đã nằm trong thùng rác.',
      'Hãy bỏ bản đề xuất vào thùng rác trước.',
    ),
  tooLarge: (where: string): IpcFailure =>
    storeFailure(
      'too-large',
      'Nội dung vượt quá cỡ mà kho dữ liệu nhận.',
      'Hãy chia nội dung thành nhiều phần, hoặc chuyển bớt sang tài liệu gửi kèm.',
      where,
    ),
  notJson: (where: string): IpcFailure =>
    storeFailure(
      'invalid-value',
      'Nội dung có chỗ không lưu được.',
      'Hãy hoàn tác thay đổi vừa rồi; nếu vẫn gặp lỗi này, hãy báo cho người hỗ trợ.',
      where,
    ),
  damaged: (names: readonly string[]): IpcFailure =>
    storeFailure(
      'row-damaged',
      `Dữ liệu trên ổ đĩa bị hỏng ở: ${names.join('; ')}.`,
      'Hãy mở Sao lưu để phục hồi từ một bản sao lưu; chương trình không đưa ra chữ đã hỏng.',
      names[0],
    ),
} as const;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** Failed calls of the system say which call it was; some numbers have no name in Node. */
const isSystemError = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'errno' in error &&
  typeof error.syscall === 'string';

/** What better-sqlite3 says of a closed database. */
const NOT_OPEN = 'The database connection is not open';
const NO_ROOM = /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|Unknown system error -122)$/;
const HELD = /^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/;
const FORBIDDEN = /^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/;
const DISK = /^(SQLITE_|E[A-Z0-9]+$)/;

/** What a failed call of SQLite or the system means to a person; null: a bug, to be thrown on. */
export const failureOf = (error: unknown): IpcFailure | null => {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CONSTRAINT') || /^SQLITE_(ERROR|MISUSE|RANGE|SCHEMA)$/.test(code)) {
    return null;
  }
  if (code.startsWith('ERR_')) return null;
  // The store was closed while a long work went on in it.
  if (error instanceof TypeError && error.message === NOT_OPEN) return failures.closed();
  if (NO_ROOM.test(code)) return failures.full();
  if (HELD.test(code)) return failures.busy();
  if (FORBIDDEN.test(code)) return failures.readOnly();
  return DISK.test(code) || isSystemError(error) ? failures.io() : null;
};

/** Runs `work`; failures of disk and database become values, bugs go on as exceptions. */
export const guarded = <T>(work: () => T): Result<T, IpcFailure> => {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const known = failureOf(error);
    if (known === null) throw error;
    return err(known);
  }
};
