import { sameBytes } from '../byte-strings';
import { orNull } from '../malformed';
import { maySignDocuments } from './check-signing-certificate';
import { type Certificate, readCertificate } from './read-certificate';
import { signatureHolds } from './signature-algorithm';

/** 'unknown': nobody said whom to trust, or something needed to say so is missing. */
export type Trust = 'trusted' | 'untrusted' | 'unknown';

export interface TrustFinding {
  readonly trust: Trust;
  /** Whole Vietnamese sentences. */
  readonly reasons: readonly string[];
}

const LONGEST_CHAIN = 10;
const SIGNS_CERTIFICATES = 5;

/** True when `issuer` signed `certificate`. */
export const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  sameBytes(certificate.issuerRaw, issuer.subjectRaw) &&
  certificate.algorithm !== null &&
  signatureHolds(
    certificate.algorithm,
    issuer.publicKey,
    certificate.signedPart,
    certificate.signature,
  );

const mayIssue = (issuer: Certificate, below: number): boolean =>
  issuer.isAuthority &&
  (issuer.keyUsage === null || issuer.keyUsage.has(SIGNS_CERTIFICATES)) &&
  (issuer.pathLength === null || below <= issuer.pathLength);

const isValidAt = (certificate: Certificate, time: number): boolean =>
  certificate.notBefore <= time && time <= certificate.notAfter;

const isRoot = (certificate: Certificate, roots: readonly Certificate[]): boolean =>
  roots.some((root) => sameBytes(root.raw, certificate.raw));

/** From the signer's certificate up; an authority is tried once, so that circles end. */
const chainToRoot = (
  signer: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
): readonly Certificate[] | null => {
  const chain = [signer];
  const candidates = [...roots, ...others];
  while (chain.length <= LONGEST_CHAIN) {
    const top = chain.at(-1) ?? signer;
    if (isRoot(top, roots)) return chain;
    const issuer = candidates.find(
      (candidate) =>
        !chain.includes(candidate) &&
        mayIssue(candidate, chain.length - 1) &&
        isIssuedBy(top, candidate),
    );
    if (issuer === undefined) return null;
    chain.push(issuer);
  }
  return null;
};

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Certificates of a file the person gave: DER, or PEM with any number of them. */
export const readRoots = (files: readonly Uint8Array[]): readonly Certificate[] =>
  files.flatMap((file) => {
    const text = file[0] === 0x30 ? '' : Buffer.from(file).toString('latin1');
    const blocks = [...text.matchAll(PEM)].map((match) => Buffer.from(match[1] ?? '', 'base64'));
    return (blocks.length > 0 ? blocks : [file]).flatMap((der) => {
      const certificate = orNull(() => readCertificate(der));
      return certificate === null ? [] : [certificate];
    });
  });

/**
 * What can be said offline about who stands behind a certificate. `others` came with the signature
 * and prove nothing by themselves; only `roots`, given by the person, do.
 */
export const checkTrust = (
  signer: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  signedAt: number | null,
  now: number | undefined,
): TrustFinding => {
  if (roots.length === 0) {
    return {
      trust: 'unknown',
      reasons: [
        'Chưa xác minh được chứng thư do ai cấp: chương trình làm việc ngoại tuyến và chưa được cung cấp chứng thư gốc của tổ chức cấp.',
      ],
    };
  }
  const chain = chainToRoot(signer, others, roots);
  if (chain === null) {
    return {
      trust: 'untrusted',
      reasons: ['Chứng thư của người ký không dẫn tới chứng thư gốc nào đã được cung cấp.'],
    };
  }
  if (chain.some((certificate) => certificate.unknownCritical.length > 0)) {
    return {
      trust: 'unknown',
      reasons: ['Chứng thư có điều kiện sử dụng mà chương trình không hiểu nên chưa thể tin cậy.'],
    };
  }
  if (!maySignDocuments(signer)) {
    return {
      trust: 'untrusted',
      reasons: ['Chứng thư của người ký không được cấp để ký văn bản.'],
    };
  }
  if (signedAt === null) {
    return { trust: 'unknown', reasons: ['Không rõ thời điểm ký nên chưa thể tin cậy chứng thư.'] };
  }
  if (!chain.every((certificate) => isValidAt(certificate, signedAt))) {
    return {
      trust: 'untrusted',
      reasons: ['Có chứng thư không còn hoặc chưa có hiệu lực vào thời điểm ký.'],
    };
  }
  if (now !== undefined && !chain.every((certificate) => isValidAt(certificate, now))) {
    return {
      trust: 'unknown',
      reasons: [
        'Có chứng thư đã hết hạn kể từ lúc ghi là ký; không có dấu thời gian tin cậy thì chưa thể tin cậy chữ ký.',
      ],
    };
  }
  return {
    trust: 'trusted',
    reasons: [
      'Chứng thư dẫn tới chứng thư gốc đã được cung cấp; việc thu hồi chứng thư chưa kiểm tra được khi ngoại tuyến.',
    ],
  };
};
