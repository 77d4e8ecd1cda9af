import { displayName } from './certificate/certificate-name';
import { maySignDocuments } from './certificate/check-signing-certificate';
import { checkTrust } from './certificate/check-trust';
import type { Certificate } from './certificate/read-certificate';
import type { Problem } from './cms/check-signed-data';
import type { SignatureReport, Verdict } from './signature-report';
import { spokenTime, vietnamTime } from './vietnam-time';

/** What the readers of PDF and DOCX found about one signature. */
export interface SignatureFacts {
  readonly signer: Certificate | null;
  readonly others: readonly Certificate[];
  /** Milliseconds since 1970, by the signer's own clock. */
  readonly signedAt: number | null;
  readonly signedPartHolds: boolean;
  readonly coversWholeFile: boolean;
  readonly problems: readonly Problem[];
  /** Sentences that leave the verdict alone. */
  readonly notes: readonly string[];
}

const verdictOf = (problems: readonly Problem[]): Verdict => {
  if (problems.some(({ kind }) => kind === 'broken')) return 'changed';
  return problems.length > 0 ? 'unclear' : 'intact';
};

const periodReasons = (
  signer: Certificate,
  signedAt: number | null,
  now: number | undefined,
): string[] => {
  const until = spokenTime(signer.notAfter);
  if (signedAt === null) return ['Chữ ký không ghi thời điểm ký.'];
  const time = spokenTime(signedAt);
  if (signedAt < signer.notBefore) {
    return [
      `Chứng thư chưa có hiệu lực vào lúc ghi là ký (${time}); có hiệu lực từ ${spokenTime(signer.notBefore)}.`,
    ];
  }
  if (signedAt > signer.notAfter) {
    return [`Chứng thư đã hết hạn từ ${until}, trước lúc ghi là ký (${time}).`];
  }
  const since =
    now !== undefined && now > signer.notAfter
      ? [
          `Chứng thư đã hết hạn từ ${until}; không có dấu thời gian tin cậy chứng minh chữ ký có trước lúc đó.`,
        ]
      : [];
  return [
    `Ghi là ký lúc ${time} theo đồng hồ của máy ký; khi đó chứng thư đang có hiệu lực.`,
    ...since,
  ];
};

const GOOD = 'Tệp còn nguyên vẹn kể từ khi ký.';

/** Puts the facts into a report. */
export const describeSignature = (
  facts: SignatureFacts,
  roots: readonly Certificate[],
  now: number | undefined,
): SignatureReport => {
  const { signer, signedAt } = facts;
  const verdict = verdictOf(facts.problems);
  const grave = [
    ...facts.problems.filter(({ kind }) => kind === 'broken'),
    ...facts.problems.filter(({ kind }) => kind === 'unclear'),
  ].map(({ sentence }) => sentence);
  const trust =
    signer === null || !facts.signedPartHolds
      ? { trust: 'unknown' as const, reasons: [] }
      : checkTrust(signer, facts.others, roots, signedAt, now);
  const purpose =
    signer === null || maySignDocuments(signer)
      ? []
      : ['Chứng thư của người ký không được cấp để ký văn bản.'];
  return {
    verdict,
    signedPartHolds: facts.signedPartHolds,
    coversWholeFile: facts.coversWholeFile,
    signer: signer === null ? null : displayName(signer.subject),
    issuer: signer === null ? null : displayName(signer.issuer),
    signedAt: signedAt === null ? null : vietnamTime(signedAt),
    certificateFrom: signer === null ? null : vietnamTime(signer.notBefore),
    certificateUntil: signer === null ? null : vietnamTime(signer.notAfter),
    trust: trust.trust,
    reasons: [
      ...new Set([
        ...(verdict === 'intact' ? [GOOD] : grave),
        ...facts.notes,
        ...(signer === null ? [] : periodReasons(signer, signedAt, now)),
        ...purpose,
        ...trust.reasons,
      ]),
    ],
  };
};
