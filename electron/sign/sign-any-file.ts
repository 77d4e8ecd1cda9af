import { err, type Result } from '../../shared/base';
import { signDocx } from './docx/sign-docx';
import { looksLikePackage } from './docx/verify-docx';
import { type SignPdfOptions, signPdf } from './pdf/sign-pdf';
import { looksLikePdf } from './pdf/verify-pdf';
import { NEITHER_PDF_NOR_DOCX } from './sign-failures';
import type { SignedFile } from './sign-options';

/**
 * Signs a PDF or a DOCX, told apart by their first bytes; a box only shows in a PDF. The passphrase
 * is wiped whatever the outcome.
 */
export const signAnyFile = async (
  bytes: Uint8Array,
  options: SignPdfOptions,
): Promise<Result<SignedFile>> => {
  if (looksLikePdf(bytes)) return await signPdf(bytes, options);
  if (looksLikePackage(bytes)) return signDocx(bytes, options);
  options.passphrase.fill(0);
  return err(NEITHER_PDF_NOR_DOCX);
};
