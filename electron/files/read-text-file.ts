import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Failure } from '../../shared/base';
import { err, failure, ok, type Result } from '../../shared/base';

export interface ReadFailure extends Failure {
  readonly code: 'file-unreadable' | 'too-large';
}

const refused = (code: ReadFailure['code'], path: string, message: string, hint: string) =>
  err({ ...failure(code, message, { where: path, hint }), code } satisfies ReadFailure);

/** The text of a chosen file. Never reads more than it takes to see that the file is too large. */
export const readTextFile = async (
  path: string,
  maxBytes: number,
): Promise<Result<string, ReadFailure>> => {
  const name = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) {
        return refused(
          'too-large',
          path,
          `Tệp “${name}” quá lớn nên không đọc.`,
          'Hãy kiểm tra xem có chọn nhầm tệp không.',
        );
      }
      const bytes = Buffer.alloc(Math.min(size, maxBytes));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytesRead)));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof TypeError) {
      return refused(
        'file-unreadable',
        path,
        `Tệp “${name}” không phải chữ UTF-8.`,
        'Hãy chọn tệp gói do chương trình này kết xuất, hoặc xin lại tệp.',
      );
    }
    return refused(
      'file-unreadable',
      path,
      `Không đọc được tệp “${name}”.`,
      'Hãy kiểm tra ổ đĩa hoặc USB có còn cắm không, rồi chọn lại tệp.',
    );
  }
};
