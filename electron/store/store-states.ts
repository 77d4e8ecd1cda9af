import type { StoreState } from '../../shared/ipc';

type Kind = StoreState['state'];

const WORDS: Readonly<Record<Kind, readonly [message: string, hint: string]>> = {
  ready: ['Kho dữ liệu hoạt động bình thường.', ''],
  'empty-file': [
    'Tệp dữ liệu trống rỗng (0 byte), có thể do mất điện hoặc lỗi ổ đĩa.',
    'Chương trình chưa động đến tệp. Bạn có thể phục hồi từ bản sao lưu và nhật ký.',
  ],
  'foreign-file': [
    'Tệp ở chỗ của kho dữ liệu không phải của chương trình này.',
    'Chương trình chưa động đến tệp. Hãy chuyển tệp đó sang thư mục khác rồi thử lại.',
  ],
  'newer-file': [
    'Dữ liệu được ghi bằng phiên bản mới hơn của chương trình.',
    'Chương trình chưa động đến tệp. Hãy cài phiên bản mới để làm việc tiếp.',
  ],
  'damaged-file': [
    'Tệp dữ liệu bị hỏng nên không mở được.',
    'Chương trình chưa động đến tệp. Bạn có thể phục hồi từ bản sao lưu và nhật ký.',
  ],
  locked: [
    'Một chương trình khác đang giữ kho dữ liệu.',
    'Hãy đóng bản chương trình đang mở kia, hoặc đợi phần mềm đồng bộ hay diệt virus đọc xong, rồi thử lại.',
  ],
  'not-writable': [
    'Thư mục dữ liệu chỉ cho đọc, không cho ghi.',
    'Chương trình chưa động đến tệp nào. Hãy cấp quyền ghi cho thư mục này, hoặc bỏ chế độ chỉ đọc của ổ đĩa hay của tệp, rồi thử lại.',
  ],
  io: [
    'Không đọc hoặc không ghi được thư mục dữ liệu.',
    'Hãy kiểm tra ổ đĩa còn chỗ trống, còn cắm chắc và thư mục cho phép ghi, rồi thử lại.',
  ],
  'wrong-runtime': [
    'Bản cài đặt không khớp với máy này nên chưa mở được kho dữ liệu.',
    'Dữ liệu vẫn nguyên vẹn. Hãy cài lại chương trình từ bộ cài chính thức.',
  ],
};

/** `message` in place of the usual sentence where more is known. */
export const storeState = (kind: Kind, file: string, message?: string): StoreState => ({
  state: kind,
  message: message ?? WORDS[kind][0],
  hint: WORDS[kind][1],
  file,
});
