import { access, lstat, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';

/**
 * The few calls that writing a file needs, as one value: a test hands in one that fails at the
 * k-th call, where no real disk can be made to.
 */
export const nodeFiles = { access, lstat, open, readdir, realpath, rename, stat, unlink };
export type FilePort = typeof nodeFiles;

/** The code of a failed system call ('ENOSPC'), '' when it was something else. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
