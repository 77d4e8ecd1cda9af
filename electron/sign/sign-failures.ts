import { type Failure, failure } from '../../shared/base';

/** The ways signing and checking fail that are not about the certificate. */

export const UNKNOWN_FILE: Failure = failure(
  'verify-unknown-format',
  'Tệp này không phải PDF hay DOCX nên không kiểm tra được chữ ký.',
  { hint: 'Hãy chọn tệp .pdf hoặc .docx.' },
);

export const NEITHER_PDF_NOR_DOCX: Failure = failure(
  'sign-unknown-format',
  'Tệp này không phải PDF hay DOCX nên không ký được.',
  { hint: 'Hãy chọn tệp .pdf hoặc .docx.' },
);

export const UNREADABLE_PDF: Failure = failure(
  'sign-unreadable',
  'Không đọc được cấu trúc của tệp PDF nên không ký được.',
  { hint: 'Hãy kết xuất lại tệp PDF rồi ký.' },
);

export const UNREADABLE_DOCX: Failure = failure(
  'sign-unreadable',
  'Không đọc được cấu trúc của tệp DOCX nên không ký được.',
  { hint: 'Hãy kết xuất lại tệp DOCX rồi ký.' },
);

export const ENCRYPTED: Failure = failure(
  'sign-encrypted',
  'Tệp PDF được đặt mật khẩu nên không ký được.',
  { hint: 'Hãy bỏ mật khẩu của tệp rồi ký.' },
);

export const ALREADY_SIGNED: Failure = failure(
  'sign-already-signed',
  'Tệp đã có chữ ký số; chữ ký của chương trình không cho phép thay đổi gì thêm nên không ký chồng được.',
  { hint: 'Hãy ký từ tệp chưa có chữ ký.' },
);

export const CHANGING_CONTENT: Failure = failure(
  'sign-changing-content',
  'Tệp PDF có lệnh tự chạy, biểu mẫu tự vẽ lại hoặc lớp ẩn, nên có thể hiển thị khác đi sau khi ký.',
  { hint: 'Hãy in tệp ra một PDF phẳng rồi ký tệp đó.' },
);

export const TOO_LONG_CHAIN: Failure = failure(
  'sign-chain-too-long',
  'Chuỗi chứng thư quá dài, không đặt vừa vào chỗ dành cho chữ ký.',
  { hint: 'Hãy xuất lại tệp chứng thư chỉ gồm chứng thư của người ký và của tổ chức cấp.' },
);

export const REASON_TOO_LONG: Failure = failure(
  'sign-reason-too-long',
  'Lý do ký dài quá 255 ký tự nên không ghi được vào chữ ký của tệp DOCX.',
  { hint: 'Hãy viết lý do ngắn hơn.' },
);

/** `reason` is a sentence of the verifier. */
export const notVerified = (reason: string): Failure =>
  failure(
    'sign-not-verified',
    'Chữ ký vừa tạo không qua được bước tự kiểm tra nên tệp không được ghi.',
    {
      where: reason,
      hint: 'Hãy kết xuất lại tệp rồi ký.',
    },
  );

export const noSuchPage = (page: number): Failure =>
  failure('sign-box-outside', `Tệp không có trang ${page} để đặt chữ ký.`, {
    hint: 'Hãy chọn một trang có trong tệp.',
  });

export const BOX_OUTSIDE: Failure = failure(
  'sign-box-outside',
  'Khung chữ ký nằm ngoài trang giấy.',
  { hint: 'Hãy đặt khung chữ ký trọn trong trang.' },
);

export const boxTooSmall = (neededMm: number): Failure =>
  failure(
    'sign-box-too-small',
    `Khung chữ ký không đủ chỗ cho thông tin cỡ chữ 10: cần cao ít nhất ${Math.ceil(neededMm)} mm.`,
    { hint: 'Hãy kéo khung rộng hoặc cao hơn.' },
  );

export const BAD_IMAGE: Failure = failure(
  'sign-bad-image',
  'Ảnh chữ ký không phải tệp PNG dùng được.',
  { hint: 'Hãy chọn ảnh .png nền trong suốt, mỗi cạnh không quá 4000 điểm ảnh.' },
);

/** `characters` have no glyph in the font. */
export const missingLetters = (characters: string): Failure =>
  failure('missing-glyph', `Phông chữ không có ký tự: ${characters}`, {
    hint: 'Hãy ký không có khung hiển thị, hoặc sửa chữ trong khung.',
  });
