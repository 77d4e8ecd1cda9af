import { createHash } from 'node:crypto';
import { ObjectIdentifier, Sequence } from 'asn1js';
import { AlgorithmIdentifier, Time } from 'pkijs';
import { digestName, isWeakDigest, OID } from '../asn1/oid';
import { childrenOf, octetsOf, readAs, tightened } from '../asn1/read-der';
import { joinBytes, sameBytes } from '../byte-strings';
import { type Certificate, readCertificate } from '../certificate/read-certificate';
import { readSignatureAlgorithm, signatureHolds } from '../certificate/signature-algorithm';
import { Malformed, orNull } from '../malformed';
import { readSignedData, type SignedData, type SignerInfo, singleValue } from './read-signed-data';

/** 'broken' says the signature does not hold; 'unclear' that we cannot say. Sentences are whole. */
export interface Problem {
  readonly kind: 'broken' | 'unclear';
  readonly sentence: string;
  /** It leaves a signature changeable, but neither what was signed nor that it was signed. */
  readonly harmless?: true;
}

export interface SignedDataFinding {
  /** Digest and signature value fit the content, whatever else is said about the wrapping. */
  readonly holds: boolean;
  readonly signer: Certificate | null;
  readonly others: readonly Certificate[];
  /** Milliseconds since 1970, from the signed attributes. */
  readonly signingTime: number | null;
  readonly namesCertificate: boolean;
  readonly problems: readonly Problem[];
  readonly data: SignedData | null;
}

const broken = (sentence: string): Problem => ({ kind: 'broken', sentence });
const unclear = (sentence: string): Problem => ({ kind: 'unclear', sentence });

/** Java programs write CMS in BER, though PDF asks for DER: the same value can be written otherwise. */
const LOOSE: Problem = {
  kind: 'unclear',
  sentence:
    'Chữ ký đúng với nội dung nhưng được ghi theo cách mã hoá lỏng (BER), nên vùng chứa chữ ký có thể đã bị ghi lại mà không nhận ra.',
  harmless: true,
};

const NOTHING: SignedDataFinding = {
  holds: false,
  signer: null,
  others: [],
  signingTime: null,
  namesCertificate: false,
  problems: [],
  data: null,
};

/** Telling who issued whom takes a signature check for each pair. */
const MOST_CERTIFICATES = 32;

const findSigner = (
  signer: SignerInfo,
  certificates: readonly Certificate[],
): Certificate | undefined => {
  const named = signer.certificate;
  return certificates.find(({ issuerRaw, serialRaw, keyIdentifier }) =>
    'issuer' in named
      ? sameBytes(named.issuer, issuerRaw) && sameBytes(named.serial, serialRaw)
      : keyIdentifier !== null && sameBytes(named.keyIdentifier, keyIdentifier),
  );
};

/** Hashes of the certificates a signing-certificate attribute names; `null` when there is none. */
const namedHashes = (
  signer: SignerInfo,
): readonly { readonly digest: string; readonly hash: Uint8Array }[] | null => {
  const second = singleValue(signer.signedAttributes, OID.signingCertificateV2);
  const first = singleValue(signer.signedAttributes, OID.signingCertificate);
  const attribute = second ?? first;
  if (attribute === null) return null;
  const [references] = childrenOf(attribute);
  return childrenOf(references).map((reference) => {
    const [first, next] = childrenOf(reference);
    const explicit = second !== null && first instanceof Sequence;
    const digest = explicit
      ? digestName(readAs(AlgorithmIdentifier, first).algorithmId)
      : second === null
        ? 'sha1'
        : 'sha256';
    if (digest === undefined) throw new Malformed('unknown digest of a certificate');
    return { digest, hash: octetsOf(explicit ? next : first) };
  });
};

const isNamed = (
  certificate: Certificate,
  name: { readonly digest: string; readonly hash: Uint8Array } | undefined,
): boolean =>
  name !== undefined &&
  sameBytes(createHash(name.digest).update(certificate.raw).digest(), name.hash);

const digestOf = (digest: string, content: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash(digest);
  for (const chunk of content) hash.update(chunk);
  return hash.digest();
};

const signingTimeOf = (signer: SignerInfo): number | null => {
  const value = singleValue(signer.signedAttributes, OID.signingTime);
  return value === null ? null : readAs(Time, value).value.getTime();
};

const certificateProblems = (
  signer: SignerInfo,
  certificate: Certificate,
  others: readonly Certificate[],
): { readonly named: boolean; readonly problems: readonly Problem[] } => {
  const names = namedHashes(signer);
  if (names === null) return { named: false, problems: [] };
  if (!isNamed(certificate, names[0])) {
    return {
      named: true,
      problems: [broken('Chứng thư kèm theo không phải chứng thư mà người ký đã dùng.')],
    };
  }
  const limits = names.slice(1);
  const stranger =
    limits.length > 0 && others.some((other) => !limits.some((name) => isNamed(other, name)));
  return {
    named: true,
    problems: stranger
      ? [broken('Chứng thư của tổ chức cấp kèm trong chữ ký đã bị thay đổi.')]
      : [],
  };
};

const attributesFit = (
  data: SignedData,
  digest: string,
  content: readonly Uint8Array[],
): boolean => {
  const { signer, contentType } = data;
  if (signer.signedBytes === null) return contentType === OID.data;
  const type = singleValue(signer.signedAttributes, OID.contentType);
  const found = singleValue(signer.signedAttributes, OID.messageDigest);
  return (
    type instanceof ObjectIdentifier &&
    type.getValue() === contentType &&
    found !== null &&
    sameBytes(octetsOf(found), digestOf(digest, content))
  );
};

const checkRead = (data: SignedData, content: readonly Uint8Array[]): SignedDataFinding => {
  const { signer } = data;
  const { digest } = signer;
  if (data.certificates.length > MOST_CERTIFICATES) {
    return { ...NOTHING, data, problems: [unclear('Trong chữ ký có quá nhiều chứng thư.')] };
  }
  const read = data.certificates.map((raw) => orNull(() => readCertificate(raw)));
  const certificates = read.filter((certificate) => certificate !== null);
  const certificate = findSigner(signer, certificates);
  if (certificate === undefined) {
    return {
      ...NOTHING,
      data,
      problems: [unclear('Trong chữ ký không có chứng thư của người ký.')],
    };
  }
  const others = certificates.filter((other) => other !== certificate);
  const known = { ...NOTHING, data, signer: certificate, others };
  const algorithm =
    digest === undefined ? null : readSignatureAlgorithm(signer.signatureAlgorithm, digest);
  if (digest === undefined || algorithm === null) {
    return { ...known, problems: [unclear('Chữ ký dùng thuật toán mà chương trình không biết.')] };
  }
  const fits = attributesFit(data, digest, content);
  const holds =
    fits &&
    algorithm.digest === digest &&
    signatureHolds(
      algorithm,
      certificate.publicKey,
      signer.signedBytes ?? joinBytes(...content),
      signer.signature,
    );
  const naming = certificateProblems(signer, certificate, others);
  const problems = [
    ...(holds
      ? []
      : [
          broken(
            fits
              ? 'Giá trị chữ ký không đúng với chứng thư kèm theo.'
              : 'Nội dung đã bị thay đổi sau khi ký.',
          ),
        ]),
    ...naming.problems,
    ...(read.length === certificates.length
      ? []
      : [unclear('Trong chữ ký có chứng thư mà chương trình không đọc được.')]),
    ...(isWeakDigest(digest)
      ? [
          unclear(
            'Chữ ký dùng thuật toán băm đã lỗi thời, không đủ để kết luận tệp còn nguyên vẹn.',
          ),
        ]
      : []),
  ];
  return {
    ...known,
    holds,
    namesCertificate: naming.named,
    signingTime: signingTimeOf(signer),
    problems,
  };
};

/**
 * Checks a SignedData of one signer, in DER; one in BER is checked too and said to be unclear. `content` is what was signed apart from it; without it the
 * data must carry its own, of type `contentType`.
 */
export const checkSignedData = (
  der: Uint8Array,
  contentType: string,
  content?: readonly Uint8Array[],
): SignedDataFinding => {
  const check = (bytes: Uint8Array): SignedDataFinding | null =>
    orNull(() => {
      const data = readSignedData(bytes);
      const own = data.content;
      if (data.contentType !== contentType || (own === null) === (content === undefined)) {
        return {
          ...NOTHING,
          data,
          problems: [unclear('Chữ ký thuộc loại mà chương trình không biết.')],
        };
      }
      return checkRead(data, content ?? (own === null ? [] : [own]));
    });
  const exact = check(der);
  if (exact !== null) return exact;
  const loose = orNull(() => check(tightened(der)));
  if (loose !== null) return { ...loose, problems: [...loose.problems, LOOSE] };
  return {
    ...NOTHING,
    problems: [broken('Dữ liệu chữ ký bị hỏng hoặc không đúng chuẩn mã hoá.')],
  };
};
