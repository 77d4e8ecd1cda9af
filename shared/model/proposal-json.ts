import { err, failure, type Result } from '../base';
import { type ProposalReading, parseProposal } from './parse-proposal';
import type { Proposal } from './proposal';
import { scanJson } from './scan-json';

/** Line and column (from 1) of a place in a text. */
const lineAndColumn = (text: string, at: number): string => {
  const before = text.slice(0, at).split('\n');
  return `dòng ${before.length}, cột ${(before.at(-1)?.length ?? 0) + 1}`;
};

/**
 * Reads the text of a proposal file; a byte order mark is tolerated. Fails with `json-syntax`,
 * `json-duplicate`, or as `parseProposal` does.
 */
export const readProposalJson = (text: string, reading: ProposalReading): Result<Proposal> => {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const fault = scanJson(json);
  if (fault === null) return parseProposal(JSON.parse(json), reading);
  const where = lineAndColumn(json, fault.at);
  if (fault.kind === 'duplicate') {
    return err(
      failure('json-duplicate', `Tệp ghi hai lần cùng một mục “${fault.key}”.`, {
        where,
        hint: 'Hãy gộp hai chỗ lại làm một; nếu không, chỉ một chỗ được đọc và chỗ kia bị mất.',
      }),
    );
  }
  if (json.trim() === '') {
    const hint = 'Hãy kiểm tra xem có chọn nhầm tệp không. Lệnh new in ra một bản trống đúng mẫu.';
    return err(failure('json-syntax', 'Tệp trống.', { where, hint }));
  }
  return err(
    failure('json-syntax', 'Tệp không phải JSON đúng cú pháp.', {
      where,
      hint:
        json.slice(fault.at).trim() === ''
          ? 'Tệp dừng giữa chừng, có thể bị cắt cụt khi chép; hãy chép lại từ nguồn.'
          : 'Hãy sửa dấu phẩy, ngoặc hoặc nháy ở chỗ đó rồi thử lại.',
    }),
  );
};

/** The text of a proposal file; the same proposal gives the same text. */
export const writeProposalJson = (proposal: Proposal): string =>
  `${JSON.stringify(proposal, null, 2)}\n`;
