import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { err, failure, ok, type Result, vietnameseNumber } from '../../shared/base';
import type { Surroundings } from './command';

/** Some thousand pages of JSON; a proposal has five. */
export const MOST_BYTES = 20_000_000;

const tooLarge = (where: string): Result<never> =>
  err(
    failure(
      'file-too-large',
      `Tệp lớn hơn ${vietnameseNumber(MOST_BYTES / 1_000_000)} MB, không phải một bản đề xuất.`,
      { where, hint: 'Hãy kiểm tra xem có chọn nhầm tệp không.' },
    ),
  );

const decode = (bytes: Uint8Array, where: string): Result<string> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err(
      failure('file-encoding', 'Tệp không phải chữ UTF-8.', {
        where,
        hint: 'Hãy lưu lại tệp với bảng mã UTF-8 rồi thử lại.',
      }),
    );
  }
};

const gather = async (
  chunks: AsyncIterable<Uint8Array>,
  where: string,
): Promise<Result<Uint8Array>> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return tooLarge(where);
    parts.push(chunk);
  }
  return ok(Buffer.concat(parts));
};

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'Không có tệp này.',
  ENOTDIR: 'Không có tệp này.',
  EISDIR: 'Đây là một thư mục, không phải tệp.',
  EACCES: 'Không có quyền đọc tệp này.',
  EPERM: 'Không có quyền đọc tệp này.',
};

const unreadable = (error: unknown, where: string): Result<never> => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === '') throw error;
  return err(
    failure('file-unreadable', SYSTEM_WORDS[code] ?? `Không đọc được tệp (${code}).`, {
      where,
      hint: 'Hãy kiểm tra lại đường dẫn và tên tệp.',
    }),
  );
};

/**
 * The text of a file, or of standard input for '-'. Never reads more than it takes to see that a
 * file is too large. Fails with `file-unreadable`, `file-too-large`, `file-encoding`.
 */
export const readText = async (name: string, around: Surroundings): Promise<Result<string>> => {
  if (name === '-') {
    const where = 'đầu vào chuẩn';
    const bytes = await gather(around.standardInput(), where);
    return bytes.ok ? decode(bytes.value, where) : bytes;
  }
  if (name.includes('\0')) {
    return unreadable(Object.assign(new Error('null in name'), { code: 'ENOENT' }), 'dòng lệnh');
  }
  try {
    const file = await open(resolve(around.folder, name), 'r');
    try {
      const bytes = await gather(file.createReadStream({ autoClose: false }), name);
      return bytes.ok ? decode(bytes.value, name) : bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(error, name);
  }
};
