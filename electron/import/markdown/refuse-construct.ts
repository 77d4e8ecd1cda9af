import { err, failure, type Result } from '../../../shared/base';

interface Construct {
  readonly name: string;
  readonly hint: string;
}

const AS_TEXT = 'Hãy viết lại thành đoạn văn thường.';

/** What Markdown knows and a proposal on paper does not. */
const CONSTRUCTS: Readonly<Record<string, Construct>> = {
  image: { name: 'hình ảnh', hint: 'Hãy bỏ hình; mô tả bằng lời hoặc ghi vào tài liệu gửi kèm.' },
  html_block: { name: 'mã HTML', hint: AS_TEXT },
  html_inline: { name: 'thẻ HTML', hint: 'Hãy bỏ thẻ; dùng được <br>, <sub>, <sup> và <u>.' },
  code_block: {
    name: 'khối mã (các dòng thụt vào bốn dấu cách)',
    hint: 'Hãy bỏ phần thụt đầu dòng.',
  },
  fence: { name: 'khối mã (```)', hint: AS_TEXT },
  code_inline: { name: 'chữ kiểu mã (`…`)', hint: 'Hãy bỏ dấu ` hoặc viết \\` nếu là chữ thật.' },
  blockquote_open: { name: 'khối trích dẫn (>)', hint: AS_TEXT },
  hr: { name: 'đường kẻ ngang', hint: 'Hãy bỏ đường kẻ, hoặc viết \\--- nếu là chữ thật.' },
};

/** `markdown-unsupported`, at the line (from 1) of the Markdown text. */
export const refuseConstruct = (type: string, line: number): Result<never> => {
  const { name, hint } = CONSTRUCTS[type] ?? { name: `thành phần “${type}”`, hint: AS_TEXT };
  return err(
    failure('markdown-unsupported', `Markdown có ${name}, bản đề xuất không dùng được.`, {
      where: `dòng ${line}`,
      hint,
    }),
  );
};

/** `markdown-depth`: lists in lists beyond all reason. */
export const refuseDepth = (line: number): Result<never> =>
  err(
    failure('markdown-depth', 'Danh sách lồng nhau quá nhiều tầng.', {
      where: `dòng ${line}`,
      hint: 'Hãy gộp bớt các tầng; trên giấy chỉ nên có hai tầng.',
    }),
  );
