import { z } from 'zod';

/**
 * The closed set of ways a request can fail. Handlers answer with one of these; everything else
 * is a bug and reaches the renderer as `internal`, with the details in the log only.
 */
export const ipcErrorCodes = [
  'bad-request',
  'forbidden',
  'internal',
  'not-found',
  'cancelled',
  'invalid-value',
  'too-large',
  'store-closed',
  'store-busy',
  'store-full',
  'store-read-only',
  'store-io',
  'row-damaged',
  'dossier-frozen',
  'dossier-not-frozen',
  'dossier-errors',
  'dossier-changed',
  'picture-refused',
  'frozen-file-damaged',
  'sign-failed',
  'package-sealed',
  'package-passphrase',
  'package-damaged',
  'package-newer',
  'ticket-expired',
  'missing-glyph',
  'page-cap',
  'export-failed',
  'target-busy',
  'target-missing',
  'target-forbidden',
  'target-name',
  'disk-full',
  'print-failed',
  'pack-refused',
  'file-unreadable',
] as const;

export const ipcFailureSchema = z.strictObject({
  code: z.enum(ipcErrorCodes),
  message: z.string(),
  where: z.string().optional(),
  hint: z.string().optional(),
});
export type IpcFailure = z.infer<typeof ipcFailureSchema>;
export type IpcErrorCode = IpcFailure['code'];
