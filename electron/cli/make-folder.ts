import { mkdir } from 'node:fs/promises';
import { err, failure, ok, type Result } from '../../shared/base';

/** The folder for a command's files, made where it is not there. Fails with `target-missing`. */
export const makeFolder = async (folder: string): Promise<Result<null>> => {
  try {
    await mkdir(folder, { recursive: true });
    return ok(null);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === '') throw error;
    return err(
      failure('target-missing', `Không tạo được thư mục (${code}).`, {
        where: folder,
        hint: 'Hãy chọn thư mục khác mà bạn có quyền ghi.',
      }),
    );
  }
};
