import { verify } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/base';
import { bytesOf, sameBytes, utf8Text } from '../byte-strings';
import { readRoots } from '../certificate/check-trust';
import { type Certificate, readCertificate } from '../certificate/read-certificate';
import type { Problem } from '../cms/check-signed-data';
import { describeSignature, type SignatureFacts } from '../describe-signature';
import { orNull } from '../malformed';
import { UNKNOWN_FILE } from '../sign-failures';
import {
  summariseSignatures,
  type VerificationReport,
  type VerifyOptions,
} from '../signature-report';
import {
  isSignature,
  type Parts,
  preparePackage,
  referencesOf,
  SIGNATURE_PART,
} from './package-parts';
import { readZip } from './read-zip';
import { type SignatureValues, signatureXml, signedText } from './signature-xml';
import { writeZip } from './write-zip';
import { END_SIZE, STORED, type ZipEntry } from './zip-format';

const broken = (sentence: string): Problem => ({ kind: 'broken', sentence });
const unclear = (sentence: string): Problem => ({ kind: 'unclear', sentence });

interface OwnSignature {
  readonly values: SignatureValues;
  readonly signature: Uint8Array;
}

const between = (text: string, before: string, after: string): string => {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start + before.length);
  return end < 0 ? '' : text.slice(start + before.length, end);
};

const unescapeText = (text: string): string =>
  text
    .replaceAll('&#xD;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const certificateIn = (base64: string): Certificate | null =>
  orNull(() => readCertificate(Buffer.from(base64, 'base64')));

/**
 * Takes the values out of a signature of this program and writes it again: only when that gives the
 * very same bytes is it ours, and then everything in it is either signed or without any freedom.
 */
const readOwnSignature = (text: string): OwnSignature | null => {
  const certificate = certificateIn(between(text, '<X509Certificate>', '</X509Certificate>'));
  if (certificate === null) return null;
  const values = between(text, '<xd:CertificateValues>', '</xd:CertificateValues>');
  const chain = [...values.matchAll(/<xd:EncapsulatedX509Certificate>([^<]*)</g)]
    .map(([, base64 = '']) => certificateIn(base64))
    .filter((one) => one !== null);
  const own = {
    values: {
      references: between(text, '<Manifest>', '</Manifest>'),
      time: between(text, '<mdssi:Value>', '</mdssi:Value>'),
      reason: unescapeText(between(text, '<SignatureComments>', '</SignatureComments>')),
      location: unescapeText(between(text, '<xd:City>', '</xd:City>')),
      certificate,
      chain,
    },
    signature: Buffer.from(between(text, '<SignatureValue>', '</SignatureValue>'), 'base64'),
  };
  return signatureXml(own.values, own.signature) === text ? own : null;
};

const holds = ({ values, signature }: OwnSignature): boolean => {
  const key = values.certificate.publicKey;
  try {
    const dsaEncoding = 'ieee-p1363';
    return verify('sha256', bytesOf(signedText(values)), { key, dsaEncoding }, signature);
  } catch {
    // A key or a signature of a size the crypto library refuses.
    return false;
  }
};

/** Enough to see what happened. */
const MOST_NAMED = 8;
const REFERENCE_END = '</Reference>';

/** '/word/document.xml' of a reference; the whole text of anything else. */
const placeOf = (reference: string): string =>
  between(reference, '<Reference URI="', '?') || reference.slice(0, 80);

/** Place → its reference in the manifest. */
const byPlace = (references: string): ReadonlyMap<string, string> =>
  new Map(
    references
      .split(REFERENCE_END)
      .filter((piece) => piece !== '')
      .map((piece) => [placeOf(piece), piece + REFERENCE_END]),
  );

/** What the manifest says differs from what lies in the package. */
const partProblems = (parts: Parts, references: string): readonly Problem[] => {
  const real = referencesOf(parts);
  if (real === references) return [];
  const listed = byPlace(references);
  const found = byPlace(real);
  const changed = [...found].filter(([at, xml]) => listed.has(at) && listed.get(at) !== xml);
  const added = [...found.keys()].filter((at) => !listed.has(at));
  const removed = [...listed.keys()].filter((at) => !found.has(at));
  const problems = [
    ...changed.map(([at]) => broken(`Phần “${at}” của tệp đã bị thay đổi sau khi ký.`)),
    ...added.map((at) => broken(`Phần “${at}” được thêm vào tệp sau khi ký.`)),
    ...removed.map((at) => broken(`Phần “${at}” của tệp đã bị xoá sau khi ký.`)),
  ];
  const more = broken('Danh mục các phần được ký không khớp với tệp.');
  return problems.length === 0 ? [more] : problems.slice(0, MOST_NAMED);
};

/** The wrapping is as this program writes it, to the bit. */
const isOwnWrapping = (file: Uint8Array, entries: readonly ZipEntry[], parts: Parts): boolean => {
  const expected = preparePackage(parts);
  const names = [...expected.keys(), SIGNATURE_PART];
  return (
    entries.length === names.length &&
    entries.every(({ name, content }, at) => {
      const wanted = expected.get(name);
      return name === names[at] && (wanted === undefined || sameBytes(wanted, content));
    }) &&
    entries.every(({ method }) => method === STORED) &&
    sameBytes(writeZip(entries), file)
  );
};

const ownFacts = (
  own: OwnSignature,
  file: Uint8Array,
  entries: readonly ZipEntry[],
  parts: Parts,
): SignatureFacts => {
  const inParts = partProblems(parts, own.values.references);
  const signatureHolds = holds(own);
  const wrapping = inParts.length > 0 || isOwnWrapping(file, entries, parts);
  const time = Date.parse(own.values.time);
  return {
    signer: own.values.certificate,
    others: own.values.chain,
    signedAt: Number.isNaN(time) ? null : time,
    signedPartHolds: signatureHolds && inParts.length === 0,
    coversWholeFile: inParts.length === 0 && wrapping,
    problems: [
      ...inParts,
      ...(signatureHolds ? [] : [broken('Giá trị chữ ký không đúng với chứng thư kèm theo.')]),
      ...(wrapping ? [] : [broken('Tệp đã bị đóng gói lại hoặc sửa phần vỏ sau khi ký.')]),
    ],
    notes: [],
  };
};

const foreignFacts = (text: string): SignatureFacts => ({
  signer: certificateIn(between(text, '<X509Certificate>', '</X509Certificate>')),
  others: [],
  signedAt: null,
  signedPartHolds: false,
  coversWholeFile: false,
  problems: [
    unclear(
      'Chữ ký do chương trình khác tạo hoặc đã bị sửa nên chương trình không kiểm tra được; hãy mở tệp bằng Word để xem.',
    ),
  ],
  notes: [],
});

const SIGNATURE_NAME = /^_xmlsignatures\/[^/]+\.xml$/;

const verifyOpened = (file: Uint8Array, options: VerifyOptions): VerificationReport => {
  const entries = readZip(file);
  const parts = new Map(entries.map(({ name, content }) => [name, content]));
  const roots = readRoots(options.roots ?? []);
  const signatures = [...parts].filter(([name]) => SIGNATURE_NAME.test(name));
  if (signatures.length === 0) {
    const traces = [...parts.keys()].some(isSignature);
    const about = traces ? ['Trong tệp có dấu vết của một chữ ký đã bị gỡ.'] : [];
    return summariseSignatures('docx', [], ['Tệp không có chữ ký số nào.', ...about]);
  }
  const reports = signatures.map(([name, content]) => {
    const text = utf8Text(content) ?? '';
    const own = name === SIGNATURE_PART ? readOwnSignature(text) : null;
    const facts = own === null ? foreignFacts(text) : ownFacts(own, file, entries, parts);
    return describeSignature(facts, roots, options.now);
  });
  return summariseSignatures('docx', reports);
};

const UNREADABLE =
  'Không đọc được cấu trúc của tệp DOCX nên không thể coi là nguyên vẹn: tệp bị hỏng hoặc đã bị sửa.';

/** True for bytes that claim to be a package, be it a damaged one. */
export const looksLikePackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).includes('PK') ||
  Buffer.from(bytes.subarray(-END_SIZE)).includes('PK\x05\x06', 0, 'latin1');

/**
 * Checks the signature of a DOCX signed by this program; those of other programs are reported as
 * unclear. A damaged package gives a report that is not intact; bytes that are no package give the
 * failure `verify-unknown-format`. Never throws on any bytes.
 */
export const verifyDocx = (
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Result<VerificationReport> => {
  if (!looksLikePackage(bytes)) return err(UNKNOWN_FILE);
  const report = orNull(() => verifyOpened(bytes, options));
  return ok(report ?? summariseSignatures('docx', [], [UNREADABLE]));
};
