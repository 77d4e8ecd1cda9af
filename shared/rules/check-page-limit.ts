import { vietnameseNumber } from '../base';
import { type Finding, type PageList, sectionPlace, type Template } from '../model';
import { pageOverflow } from './page-overflow';
import { paperFinding } from './proposal-finding';

const over = (pageList: PageList, template: Template, max: number): Finding[] => {
  const overflow = pageOverflow(pageList, max);
  if (overflow === null) return [];
  const { length } = pageList.pages;
  const cut = pageList.diagnostics.some(({ code }) => code === 'page-cap');
  const pages = `${cut ? 'hơn ' : ''}${vietnameseNumber(length)}`;
  const section = template.sections.find(({ id }) => id === overflow.from);
  const from =
    section === undefined ? 'phần ký tên' : sectionPlace(section).replace(/^Mục/u, 'mục');
  return [
    {
      ...paperFinding('page-limit', 'error', 'Toàn bản', {
        message: `Bản đề xuất dài ${pages} trang, mẫu cho phép tối đa ${max} trang: vượt ${cut ? 'hơn ' : ''}${vietnameseNumber(overflow.lines)} dòng, bắt đầu từ ${from}.`,
        hint: 'Hãy rút gọn nội dung, hoặc chọn cỡ chữ 13 và giãn dòng đơn trong khoảng cho phép; phần vượt quá có thể không được xét.',
      }),
      section: section?.id ?? null,
    },
  ];
};

/** Sources of the form name two limits: within the larger one, above the smaller. */
const aboveAdvised = (pages: number, advised: number, max: number): Finding[] =>
  pages <= advised || pages > max
    ? []
    : [
        paperFinding('page-advice', 'advice', 'Toàn bản', {
          message: `Bản đề xuất dài ${pages} trang; có bản của mẫu này ghi tối đa ${advised} trang, có bản ghi ${max} trang.`,
          hint: `Hãy hỏi đầu mối của đợt kêu gọi, hoặc rút gọn còn ${advised} trang cho chắc chắn.`,
        }),
      ];

/**
 * `page-limit`: more pages than the form allows, or (a warning) fewer than it asks for.
 * `page-advice`: more pages than a second source of the form allows.
 */
export const checkPageLimit = (template: Template, pageList: PageList): Finding[] => {
  const { min, max, advised = max } = template.pageLimit;
  const pages = pageList.pages.length;
  if (min === undefined || pages >= min) {
    return [...over(pageList, template, max), ...aboveAdvised(pages, advised, max)];
  }
  return [
    paperFinding('page-limit', 'warning', 'Toàn bản', {
      message: `Bản đề xuất mới có ${pages} trang, mẫu yêu cầu ít nhất ${min} trang.`,
      hint: 'Hãy viết kỹ hơn các mục còn ngắn.',
    }),
  ];
};
