import { type Failure, failure } from '../../shared/base';
import type { Flow, LayoutDiagnostic, PageList, ParagraphBlock } from '../../shared/model';
import { paragraphsOf } from './paragraphs-of';

export interface ExportFailure extends Failure {
  readonly code: 'missing-glyph' | 'page-cap' | 'export-failed';
}

export const exportFailure = (
  code: ExportFailure['code'],
  message: string,
  more: { readonly where?: string; readonly hint?: string } = {},
): ExportFailure => ({ ...failure(code, message, more), code });

const textOf = (block: ParagraphBlock): string => block.runs.map(({ text }) => text).join('');

/** Letters around the fault, so that a person finds it by eye. */
const AROUND = 24;

/** Cut ends and what cannot be shown become a dot each. */
const excerptAround = (text: string, fault: string): string => {
  const at = text.indexOf(fault);
  if (at < 0) return '';
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + fault.length + AROUND);
  const shown = text.slice(from, to).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '·');
  return `${from > 0 ? '…' : ''}${shown.trim()}${to < text.length ? '…' : ''}`;
};

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const isSeen = (character: string): boolean => !/^[\p{C}\p{Z}\p{M}]/u.test(character);

const nameOf = (character: string): string =>
  isSeen(character)
    ? `ký tự “${character}” (${codeOf(character)})`
    : `ký tự không nhìn thấy ${codeOf(character)}`;

/** '“III. MỤC TIÊU CỦA NHIỆM VỤ”, trang 2'. */
const placeOf = (flow: Flow, { section, page }: LayoutDiagnostic): string => {
  const heading = paragraphsOf(flow.blocks).find(
    (block) => block.role === 'heading' && section !== null && block.section === section,
  );
  return heading === undefined ? `trang ${page}` : `“${textOf(heading)}”, trang ${page}`;
};

const missingGlyph = (flow: Flow, diagnostic: LayoutDiagnostic): ExportFailure => {
  const character = diagnostic.detail;
  const block = paragraphsOf(flow.blocks).find(({ id }) => id === diagnostic.blockId);
  const excerpt = block === undefined ? '' : excerptAround(textOf(block), character);
  const there = excerpt === '' ? '' : ` ở chỗ “${excerpt}”`;
  return exportFailure(
    'missing-glyph',
    `Không kết xuất được vì phông chữ không có ${nameOf(character)}.`,
    { where: placeOf(flow, diagnostic), hint: `Hãy xoá hoặc thay ký tự này${there}.` },
  );
};

/** Why a laid-out document must not be put on paper; null when it may. */
export const refusalOf = (flow: Flow, pageList: PageList): ExportFailure | null => {
  const missing = pageList.diagnostics.find(({ code }) => code === 'missing-glyph');
  if (missing !== undefined) return missingGlyph(flow, missing);
  const decomposed = pageList.diagnostics.find(({ code }) => code === 'not-composed');
  if (decomposed !== undefined) {
    // Every door composes text; what comes here decomposed would be copied and searched wrongly.
    return exportFailure(
      'export-failed',
      'Không kết xuất được vì có chữ mang dấu rời, chưa ghép thành chữ có dấu.',
      {
        where: placeOf(flow, decomposed),
        hint: 'Hãy gõ lại đoạn này, hoặc chép sang trình soạn khác rồi dán lại.',
      },
    );
  }
  if (pageList.diagnostics.some(({ code }) => code === 'page-cap')) {
    return exportFailure(
      'page-cap',
      `Văn bản dài hơn ${pageList.pages.length} trang nên không kết xuất được.`,
      {
        hint: 'Hãy rút ngắn nội dung; có thể một đoạn rất dài đã được dán nhầm vào.',
      },
    );
  }
  return null;
};

/** The same for a letter that only the drawing notices: a face without it, a label, a page number. */
export const missingLetter = (character: string): ExportFailure =>
  exportFailure(
    'missing-glyph',
    `Không kết xuất được vì phông chữ không có ${nameOf(character)}.`,
    {
      hint: 'Hãy xoá hoặc thay ký tự này.',
    },
  );
