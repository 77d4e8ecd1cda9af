import { err, failure, ok, type Result } from '../../shared/base';
import type { Surroundings } from './command';
import { placeOf, type ReadLimit, readBytes } from './read-bytes';

/** Some thousand pages of JSON; a proposal has five. */
const PROPOSAL: ReadLimit = { bytes: 20_000_000, meant: 'một bản đề xuất' };

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

/**
 * The text of a file, or of standard input for '-'. Never reads more than it takes to see that a
 * file is too large. Fails with `file-unreadable`, `file-too-large`, `file-encoding`.
 */
export const readText = async (name: string, around: Surroundings): Promise<Result<string>> => {
  const bytes = await readBytes(name, around, PROPOSAL);
  return bytes.ok ? decode(bytes.value, placeOf(name)) : bytes;
};
