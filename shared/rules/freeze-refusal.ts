import { type Failure, failure } from '../base';
import type { Finding } from '../model';

/**
 * Why papers with these findings are not frozen (`dossier-errors`); null when nothing forbids it. A
 * person may know of the errors and freeze anyway: then nobody asks this.
 */
export const freezeRefusal = (findings: readonly Finding[]): Failure | null => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return null;
  return failure('dossier-errors', `Còn ${errors.length} lỗi phải sửa nên chưa khoá để ký.`, {
    where: first.where,
    hint: `Lỗi đầu tiên: ${first.message}`,
  });
};
