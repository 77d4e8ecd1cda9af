import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure } from '../../shared/ipc';

/** Signed documents with scans; a certificate is far smaller. */
const MOST_BYTES = 200 * 1024 * 1024;

/** A whole file of at most 200 MB (`too-large`, `file-unreadable`). */
export const readBytes = async (path: string): Promise<Result<Uint8Array, IpcFailure>> => {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MOST_BYTES) {
        return err({
          code: 'too-large',
          message: `Tệp “${basename(path)}” lớn hơn 200 MB.`,
          where: path,
          hint: 'Hãy kiểm tra xem có chọn nhầm tệp không.',
        });
      }
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return err({
      code: 'file-unreadable',
      message: `Không đọc được tệp “${basename(path)}”.`,
      where: path,
      hint: 'Hãy kiểm tra tệp còn ở đó và mở được rồi chọn lại.',
    });
  }
};
