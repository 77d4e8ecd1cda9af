import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutFlow } from '../../../shared/layout';
import {
  type Flow,
  type Line,
  type PageList,
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  type RichTextBlock,
  type RichTextInline,
  type RichTextListItem,
  type RichTextMark,
  type RichTextTableCell,
  type Style,
  type Template,
  templateSchema,
} from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';

export const projectRoot = join(import.meta.dirname, '../../..');

export const template: Template = templateSchema.parse(
  JSON.parse(readFileSync(join(projectRoot, 'assets/templates/hp-2023-bdx.json'), 'utf8')),
);

type Mark = RichTextMark['type'];

export const text = (words: string, ...marks: Mark[]): RichTextInline => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});

export const paragraph = (...content: (RichTextInline | string)[]): RichTextBlock => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});

const item = (...content: RichTextBlock[]): RichTextListItem => ({ type: 'listItem', content });

export const bullets = (...items: (string | RichTextBlock[])[]): RichTextBlock => ({
  type: 'bulletList',
  content: items.map((each) => (typeof each === 'string' ? item(paragraph(each)) : item(...each))),
});

export const numbers = (start: number, ...items: (string | RichTextBlock[])[]): RichTextBlock => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map((each) => (typeof each === 'string' ? item(paragraph(each)) : item(...each))),
});

const cell = (
  content: string | RichTextBlock[],
  attrs: RichTextTableCell['attrs'] = {},
  type: RichTextTableCell['type'] = 'tableCell',
): RichTextTableCell => ({
  type,
  attrs,
  content:
    typeof content === 'string' ? [paragraph(...(content === '' ? [] : [content]))] : content,
});

export const table = (head: string[], rows: (string | RichTextTableCell)[][]): RichTextBlock => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map((words) => cell(words, {}, 'tableHeader')) },
    ...rows.map((row) => ({
      type: 'tableRow' as const,
      content: row.map((each) => (typeof each === 'string' ? cell(each) : each)),
    })),
  ],
});

export { cell };

const NEED =
  'Ngành cơ khí chế tạo của thành phố Hải Phòng có trên 420 doanh nghiệp, sử dụng khoảng 38.000 lao động, đóng góp 11,8% giá trị sản xuất công nghiệp toàn thành phố. Qua khảo sát 36 doanh nghiệp trong năm 2022, tỷ lệ sản phẩm không phù hợp bình quân là 4,7%, cao hơn 2,3 lần so với mức trung bình của các doanh nghiệp FDI cùng ngành; thời gian dừng máy ngoài kế hoạch chiếm 9,6% quỹ thời gian sản xuất.';
const LAW =
  'Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ phê duyệt Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm, hàng hóa giai đoạn 2021-2030; Kế hoạch số 06/KH-UBND của Ủy ban nhân dân thành phố Hải Phòng xác định nhiệm vụ xây dựng mô hình điểm áp dụng tích hợp các hệ thống quản lý ISO 9001:2015, ISO 14001:2015 và công cụ 5S, Kaizen, TPM tại các doanh nghiệp trên địa bàn.';
const WORK =
  'Điều tra, khảo sát thực trạng áp dụng hệ thống quản lý, công cụ cải tiến năng suất chất lượng tại 60 doanh nghiệp; đánh giá mức độ sẵn sàng chuyển đổi số theo bộ tiêu chí do Bộ Kế hoạch và Đầu tư ban hành; phân tích nguyên nhân gốc rễ của các dạng lãng phí trên dây chuyền gia công, hàn, sơn tĩnh điện.';

export const richValues = {
  i: 'Nghiên cứu xây dựng và nhân rộng mô hình tích hợp hệ thống quản lý chất lượng, môi trường và các công cụ cải tiến năng suất tại doanh nghiệp cơ khí trên địa bàn thành phố Hải Phòng',
  ii: [
    paragraph(NEED),
    paragraph(text('Cơ sở pháp lý: ', 'bold'), LAW),
    paragraph(
      text('Cơ sở khoa học: ', 'bold', 'italic'),
      'nồng độ CO',
      text('2', 'subscript'),
      ' tại xưởng hàn vượt 1,2',
      text('(1)', 'superscript'),
      ' lần giới hạn; diện tích 2.400 m',
      text('2', 'superscript'),
      ' chưa có hệ thống hút; ',
      text('yêu cầu bắt buộc', 'underline'),
      ' của khách hàng Nhật Bản không còn là ',
      text('khuyến khích', 'strike'),
      '. Số hiệu COVID\u201119 và 10\u00a0°C giữ liền dòng.',
    ),
    paragraph(NEED),
  ],
  iii: [
    paragraph(
      'Mục tiêu chung: nâng cao năng suất, chất lượng và năng lực cạnh tranh của doanh nghiệp.',
    ),
    numbers(
      1,
      'Giảm tỷ lệ sản phẩm không phù hợp từ 4,7% xuống dưới 2,0% sau 12 tháng áp dụng tại các doanh nghiệp tham gia mô hình điểm.',
      [
        paragraph('Hình thành đội ngũ chuyên gia:'),
        bullets(
          '20 chuyên gia nội bộ về TPM;',
          '40 đánh giá viên ISO 9001:2015 được cấp chứng nhận, có khả năng đào tạo lại cho doanh nghiệp khác trong chuỗi cung ứng.',
        ),
      ],
      'Rút ngắn thời gian giao hàng bình quân 15%.',
    ),
  ],
  iv: [
    paragraph(WORK),
    numbers(
      1,
      [
        paragraph('Nội dung 1. Khảo sát'),
        numbers(1, 'Lập phiếu khảo sát;', 'Điều tra tại chỗ;', WORK),
      ],
      [paragraph('Nội dung 2. Xây dựng mô hình'), numbers(1, 'Chọn doanh nghiệp;', 'Đào tạo;')],
      WORK,
    ),
    paragraph(WORK),
    numbers(7, 'Danh sách tiếp tục từ số bảy;', 'và số tám.'),
  ],
  v: [
    paragraph('Sản phẩm của nhiệm vụ được trình bày trong bảng sau:'),
    table(
      ['STT', 'Sản phẩm', 'Số lượng', 'Yêu cầu khoa học cần đạt'],
      [
        ['1', 'Báo cáo khảo sát thực trạng', '01', NEED.slice(0, 180)],
        ['2', 'Bộ tài liệu hướng dẫn tích hợp ISO 9001:2015, ISO 14001:2015, 5S và TPM', '01', ''],
        [cell('3', { rowspan: 2 }), 'Mô hình điểm', '03', LAW.slice(0, 150)],
        [cell('Ô gộp hai cột: hội thảo, tập huấn', { colspan: 2 }), '02 lớp, mỗi lớp 40 học viên'],
        ...Array.from({ length: 12 }, (_, index) => [
          String(index + 4),
          `Chuyên đề ${index + 1}`,
          '01',
          WORK.slice(0, 60 + ((index * 37) % 160)),
        ]),
      ],
    ),
    paragraph('Các sản phẩm được nghiệm thu theo quy định.'),
  ],
  vi: [paragraph(NEED), bullets('Hiệu quả kinh tế: giảm 8-10% chi phí;', 'Hiệu quả xã hội;')],
  vii: [paragraph(WORK), paragraph(NEED), paragraph(LAW)],
};

export const sampleProposal = (
  style: Partial<Style> = {},
  sections: Readonly<Record<string, RichTextBlock[] | string>> = richValues,
): Proposal => ({
  format: PROPOSAL_FORMAT,
  version: PROPOSAL_VERSION,
  call: 'hp-2023-1882',
  template: template.id,
  style: { ...template.typography.style, ...style },
  values: {
    ...Object.fromEntries(
      Object.entries(sections).map(([id, value]) => [
        id,
        typeof value === 'string' ? value : { type: 'doc' as const, content: value },
      ]),
    ),
    viii: { from: '2023-07', to: '2024-12', months: 18 },
    ix: { total: 1_250_000_000, state: 800_000_000, matching: 450_000_000 },
    x: {
      name: 'Công ty TNHH Cơ khí chính xác Đình Vũ',
      address:
        'Lô CN2, Khu công nghiệp Đình Vũ, phường Đông Hải 2, quận Hải An, thành phố Hải Phòng',
      contact: {
        name: 'Nguyễn Thị Hằng',
        position: 'Trưởng phòng Chất lượng',
        phone: '0225 3825 1234',
        email: 'hang.nguyen@dinhvu.example',
      },
    },
    'x-4': ['Giấy chứng nhận đăng ký doanh nghiệp', 'Hồ sơ năng lực'],
  },
});

export interface Paper {
  readonly flow: Flow;
  readonly pageList: PageList;
}

export const paperOf = (proposal: Proposal): Paper => {
  const flow = proposalFlow(proposal, template);
  return { flow, pageList: layoutFlow(flow) };
};

const textOf = (line: Line): string => {
  let words = '';
  let end: number | null = null;
  for (const span of line.spans) {
    // A label and its text, or a tab, stand apart without a space between.
    if (end !== null && span.x - end > 1) words += ' ';
    words += span.text;
    end = span.x + span.width;
  }
  return words;
};

/** Text of each laid-out line, page by page, in reading order. */
export const linesOf = (pageList: PageList): string[][] =>
  pageList.pages.map(({ lines }) => lines.map(textOf).filter((words) => words.trim() !== ''));
