import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be read anywhere: a file, or memory in tests. */
export interface RandomAccess {
  readonly size: number;
  /** Exactly `length` bytes; throws RangeError when they are not there. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

/** Throws the system's error. */
export const openRandomAccess = (path: string): RandomAccess => {
  const fd = openSync(path, 'r');
  const { size } = fstatSync(fd);
  return {
    size,
    read: (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > size)
        throw new RangeError('beyond the end');
      const bytes = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const read = readSync(fd, bytes, done, length - done, offset + done);
        if (read === 0) throw new RangeError('the file became shorter');
        done += read;
      }
      return bytes;
    },
    close: () => closeSync(fd),
  };
};
