export type { Trust } from './certificate/check-trust';
export { signDocx } from './docx/sign-docx';
export { verifyDocx } from './docx/verify-docx';
export { checkSignedUpdate, isIncrementalUpdateOf } from './pdf/incremental-update';
export { type SignPdfOptions, signPdf } from './pdf/sign-pdf';
export type { SignatureBox } from './pdf/signature-box';
export { verifyPdf } from './pdf/verify-pdf';
export { signAnyFile } from './sign-any-file';
export type { SignedFile, SignOptions } from './sign-options';
export type {
  SignatureReport,
  Verdict,
  VerificationReport,
  VerifyOptions,
} from './signature-report';
export { verifyFile } from './verify-file';
