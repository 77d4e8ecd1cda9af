import { err, type Result } from '../../shared/base';
import { looksLikePackage, verifyDocx } from './docx/verify-docx';
import { looksLikePdf, verifyPdf } from './pdf/verify-pdf';
import { UNKNOWN_FILE } from './sign-failures';
import type { VerificationReport, VerifyOptions } from './signature-report';

/** Checks a PDF or a DOCX, told apart by their first bytes, never by a name. */
export const verifyFile = (
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Result<VerificationReport> => {
  if (looksLikePdf(bytes)) return verifyPdf(bytes, options);
  return looksLikePackage(bytes) ? verifyDocx(bytes, options) : err(UNKNOWN_FILE);
};
