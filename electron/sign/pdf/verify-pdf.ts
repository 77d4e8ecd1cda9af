import { err, ok, type Result } from '../../../shared/base';
import { OID } from '../asn1/oid';
import { isIssuedBy, readRoots } from '../certificate/check-trust';
import type { Certificate } from '../certificate/read-certificate';
import { checkSignedData, type Problem, type SignedDataFinding } from '../cms/check-signed-data';
import { checkUnsignedAttributes } from '../cms/check-time-stamp';
import { describeSignature, type SignatureFacts } from '../describe-signature';
import { orNull } from '../malformed';
import { UNKNOWN_FILE } from '../sign-failures';
import {
  type SignatureReport,
  summariseSignatures,
  type VerificationReport,
  type VerifyOptions,
} from '../signature-report';
import { readPdfTime } from '../vietnam-time';
import { findSignatures, type PdfSignature } from './find-signatures';
import { findHiddenContent, type HiddenContent } from './hidden-content';
import { openPdf, type PdfFile } from './open-pdf';
import { isName, textOfString } from './pdf-object';
import { readSignedRange } from './read-signed-range';

const unclear = (sentence: string): Problem => ({ kind: 'unclear', sentence });

/** Formats whose value is a CMS over the byte range. The older ones sign a digest of a digest. */
const KNOWN_FORMATS: readonly string[] = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];
const MOST_SIGNATURES = 64;

/** Certificates that lead nowhere are room for anything; the standards want only the chain. */
const isStranger = (other: Certificate, all: readonly Certificate[]): boolean =>
  !all.some((one) => one !== other && isIssuedBy(one, other));

/**
 * Without the attribute that names it, the certificate is not signed: only its issuer's signature
 * tells whether the name in it is the one it was given.
 */
const UNBOUND: Problem = {
  kind: 'unclear',
  sentence:
    'Chữ ký không gắn chặt với chứng thư và không kèm chứng thư của tổ chức cấp để đối chiếu, nên tên người ký có thể đã bị sửa.',
  harmless: true,
};

const cmsProblems = (
  finding: SignedDataFinding,
  isCades: boolean,
  roots: readonly Certificate[],
): Problem[] => {
  const { signer, others, namesCertificate, data } = finding;
  if (signer === null) return [...finding.problems];
  const all = [signer, ...others];
  const isBound = namesCertificate || [...all, ...roots].some((one) => isIssuedBy(signer, one));
  return [
    ...finding.problems,
    ...(isCades && !namesCertificate
      ? [unclear('Chữ ký không gắn chặt với một chứng thư như chuẩn PAdES yêu cầu.')]
      : []),
    ...(isBound ? [] : [UNBOUND]),
    ...(others.some((other) => isStranger(other, all))
      ? [unclear('Trong chữ ký có chứng thư lạ không liên quan tới người ký.')]
      : []),
    ...(data?.hasRevocationLists === true
      ? [unclear('Trong chữ ký có phần không được bảo vệ mà chương trình không xác nhận được.')]
      : []),
  ];
};

const UNKNOWN_FORMAT: SignatureFacts = {
  signer: null,
  others: [],
  signedAt: null,
  signedPartHolds: false,
  coversWholeFile: false,
  problems: [unclear('Chữ ký thuộc loại mà chương trình không biết kiểm tra.')],
  notes: [],
};

const readFacts = (
  pdf: PdfFile,
  signature: PdfSignature,
  hidden: HiddenContent,
  roots: readonly Certificate[],
): SignatureFacts => {
  const { entries } = signature.dictionary;
  const format = pdf.resolve(entries.get('SubFilter'));
  const range = readSignedRange(pdf.bytes, signature);
  if (format?.kind !== 'name' || !KNOWN_FORMATS.includes(format.value)) {
    return { ...UNKNOWN_FORMAT, coversWholeFile: range.coversWholeFile };
  }
  const { chunks, cms } = range;
  const finding = cms === null || chunks === null ? null : checkSignedData(cms, OID.data, chunks);
  const unsigned = finding?.data == null ? null : checkUnsignedAttributes(finding.data);
  const claimed = readPdfTime(textOfString(pdf.resolve(entries.get('M'))) ?? '');
  return {
    signer: finding?.signer ?? null,
    others: finding?.others ?? [],
    signedAt: claimed ?? finding?.signingTime ?? null,
    signedPartHolds: finding?.holds ?? false,
    coversWholeFile: range.coversWholeFile,
    problems: [
      ...range.problems,
      ...(finding === null
        ? []
        : cmsProblems(finding, isName(format, 'ETSI.CAdES.detached'), roots)),
      ...(unsigned?.problems ?? []),
      ...hidden.problems,
    ],
    notes: [...(unsigned?.notes ?? []), ...hidden.notes],
  };
};

/** Facts of every signature, in the order of the file; for who weighs them otherwise. */
export const signatureFacts = (pdf: PdfFile): readonly SignatureFacts[] => {
  const signatures = findSignatures(pdf);
  if (signatures.length > MOST_SIGNATURES) return [];
  const hidden = findHiddenContent(pdf, signatures);
  return signatures.map((signature) => readFacts(pdf, signature, hidden, []));
};

const NOT_SIGNED = 'Tệp không có chữ ký số nào.';
const TOO_MANY = 'Tệp có quá nhiều chữ ký để kiểm tra.';

const verifyOpened = (pdf: PdfFile, options: VerifyOptions): VerificationReport => {
  const signatures = findSignatures(pdf);
  const roots = readRoots(options.roots ?? []);
  const hidden = findHiddenContent(pdf, signatures);
  if (signatures.length === 0) {
    const about = [NOT_SIGNED, ...hidden.problems.map(({ sentence }) => sentence), ...hidden.notes];
    return summariseSignatures('pdf', [], about);
  }
  if (signatures.length > MOST_SIGNATURES) return summariseSignatures('pdf', [], [TOO_MANY]);
  const reports = signatures.map(
    (signature): SignatureReport =>
      describeSignature(readFacts(pdf, signature, hidden, roots), roots, options.now),
  );
  return summariseSignatures('pdf', reports);
};

const UNREADABLE =
  'Không đọc được cấu trúc của tệp PDF nên không thể coi là nguyên vẹn: tệp bị hỏng hoặc đã bị sửa.';

/** Readers look for the header this far; a file with something before it is no longer what it was. */
const HEADER_ROOM = 1024;

/** True for bytes that claim to be a PDF, be it a damaged one. */
export const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, HEADER_ROOM)).includes('%PDF-');

/**
 * Checks every signature of a PDF. `intact` means: the signature covers the whole file but its own
 * hole, the hole holds nothing but the signature, digest and signature fit, and nothing in the file
 * can be read in two ways. A damaged PDF gives a report that is not intact; bytes that are no PDF
 * give the failure `verify-unknown-format`. Never throws on any bytes.
 */
export const verifyPdf = (
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Result<VerificationReport> => {
  if (!looksLikePdf(bytes)) return err(UNKNOWN_FILE);
  const report = orNull(() => verifyOpened(openPdf(bytes), options));
  return ok(report ?? summariseSignatures('pdf', [], [UNREADABLE]));
};
