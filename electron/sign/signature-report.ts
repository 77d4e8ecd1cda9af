import type { Trust } from './certificate/check-trust';

/** 'unclear': the program cannot say, and says why. Only 'intact' may ever be shown as good. */
export type Verdict = 'intact' | 'changed' | 'unclear';

/** One signature of a file. */
export interface SignatureReport {
  readonly verdict: Verdict;
  /** Whether digest and signature fit the bytes the signature names, be they all or a part. */
  readonly signedPartHolds: boolean;
  readonly coversWholeFile: boolean;
  /** As the certificate names the holder; `null` when there is no readable certificate. */
  readonly signer: string | null;
  readonly issuer: string | null;
  /** ISO 8601 in Vietnam's zone, by the clock of the signer's machine. */
  readonly signedAt: string | null;
  /** The certificate's period, ISO 8601; `null` when there is no readable certificate. */
  readonly certificateFrom: string | null;
  readonly certificateUntil: string | null;
  readonly trust: Trust;
  /** Whole Vietnamese sentences, the gravest first. */
  readonly reasons: readonly string[];
}

/** What "Kiểm tra chữ ký" tells about a file. The first fields speak for all signatures together. */
export interface VerificationReport {
  readonly format: 'pdf' | 'docx';
  /** True only when there is a signature and every one is intact. */
  readonly intact: boolean;
  readonly coversWholeFile: boolean;
  readonly signer: string | null;
  readonly signedAt: string | null;
  readonly trust: Trust;
  readonly reasons: readonly string[];
  readonly signatures: readonly SignatureReport[];
}

/** Options of every verification. */
export interface VerifyOptions {
  /** Certificates of authorities the person relies upon: PEM or DER, one or many a file. */
  readonly roots?: readonly Uint8Array[];
  /** Milliseconds since 1970; with it, certificates that have run out since are told. */
  readonly now?: number;
}

const weakest = (trusts: readonly Trust[]): Trust =>
  trusts.includes('untrusted') ? 'untrusted' : trusts.includes('unknown') ? 'unknown' : 'trusted';

const named = (report: SignatureReport, several: boolean): string[] =>
  report.reasons.map((reason) => {
    if (!several) return reason;
    return `Chữ ký của ${report.signer ?? 'người không rõ tên'}: ${reason}`;
  });

/** Sums up; `about` are sentences that belong to the file, not to one signature. */
export const summariseSignatures = (
  format: VerificationReport['format'],
  signatures: readonly SignatureReport[],
  about: readonly string[] = [],
): VerificationReport => {
  const last = signatures.findLast((one) => one.coversWholeFile) ?? signatures.at(-1);
  const signed = signatures.length > 0;
  return {
    format,
    intact: signed && signatures.every(({ verdict }) => verdict === 'intact'),
    coversWholeFile: signed && signatures.every((one) => one.coversWholeFile),
    signer: last?.signer ?? null,
    signedAt: last?.signedAt ?? null,
    trust: signed ? weakest(signatures.map(({ trust }) => trust)) : 'unknown',
    reasons: [...about, ...signatures.flatMap((report) => named(report, signatures.length > 1))],
    signatures,
  };
};
