import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { err, failure, ok, type Result, vietnameseNumber } from '../../shared/base';
import type { Surroundings } from './command';

/** How much is read before a file is refused, and what the refusal says it cannot be. */
export interface ReadLimit {
  readonly bytes: number;
  /** 'một bản đề xuất' */
  readonly meant: string;
}

/** Signed documents with pictures and scans. */
const DOCUMENT: ReadLimit = { bytes: 500_000_000, meant: 'một văn bản' };

const tooLarge = (where: string, limit: ReadLimit): Result<never> =>
  err(
    failure(
      'file-too-large',
      `Tệp lớn hơn ${vietnameseNumber(limit.bytes / 1_000_000)} MB, không phải ${limit.meant}.`,
      { where, hint: 'Hãy kiểm tra xem có chọn nhầm tệp không.' },
    ),
  );

const gather = async (
  chunks: AsyncIterable<Uint8Array>,
  where: string,
  limit: ReadLimit,
): Promise<Result<Uint8Array>> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit.bytes) return tooLarge(where, limit);
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
 * The bytes of a file, or of standard input for '-'. Never reads more than it takes to see that a
 * file is too large. Fails with `file-unreadable`, `file-too-large`.
 */
export const readBytes = async (
  name: string,
  around: Surroundings,
  limit: ReadLimit = DOCUMENT,
): Promise<Result<Uint8Array>> => {
  if (name === '-') return gather(around.standardInput(), placeOf(name), limit);
  if (name.includes('\0')) {
    return unreadable(Object.assign(new Error('null in name'), { code: 'ENOENT' }), 'dòng lệnh');
  }
  try {
    const file = await open(resolve(around.folder, name), 'r');
    try {
      return await gather(file.createReadStream({ autoClose: false }), name, limit);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(error, name);
  }
};

/** What a failure calls the file. */
export const placeOf = (name: string): string => (name === '-' ? 'đầu vào chuẩn' : name);
