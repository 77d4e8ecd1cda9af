export type { Trust } from './certificate/check-trust';
export { type SignedFile, type SignOptions, type SignPdfOptions, signPdf } from './pdf/sign-pdf';
export type { SignatureBox } from './pdf/signature-box';
export { verifyPdf } from './pdf/verify-pdf';
export type {
  SignatureReport,
  Verdict,
  VerificationReport,
  VerifyOptions,
} from './signature-report';
