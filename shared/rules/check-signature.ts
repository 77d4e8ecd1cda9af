import type { Finding, PageList, Template } from '../model';
import { countLines } from './page-overflow';
import { paperFinding } from './proposal-finding';

/** `signature-alone`: too few lines of text stand above the signature block on its page. */
export const checkSignature = (template: Template, pageList: PageList): Finding[] => {
  const { minLinesBefore } = template.signature;
  const page = pageList.pages.find(({ lines }) => lines.some(({ role }) => role === 'signature'));
  if (page === undefined || page.number === 1) return [];
  const first = Math.min(
    ...page.lines.filter(({ role }) => role === 'signature').map(({ top }) => top),
  );
  const above = page.lines.filter(
    ({ role, top }) => role !== 'signature' && role !== 'folio' && top < first,
  );
  const lines = countLines(above);
  if (lines >= minLinesBefore) return [];
  return [
    paperFinding('signature-alone', 'warning', `Trang ${page.number}, phần ký tên`, {
      message:
        lines === 0
          ? `Phần ký tên đứng một mình trên trang ${page.number}.`
          : `Trên trang ${page.number} chỉ có ${lines} dòng nội dung đứng trước phần ký tên.`,
      hint: `Hãy thêm hoặc bớt vài dòng để trang ký có ít nhất ${minLinesBefore} dòng nội dung.`,
    }),
  ];
};
