import type { KeyObject } from 'node:crypto';
import { type Failure, failure } from '../../../shared/base';
import { OID } from '../asn1/oid';
import { spokenTime } from '../vietnam-time';
import { displayName } from './certificate-name';
import type { Certificate } from './read-certificate';

const DIGITAL_SIGNATURE = 0;
const NON_REPUDIATION = 1;

/**
 * Extended purposes that speak of documents or of a person. Public certificates in Vietnam carry
 * mail protection and client authentication; the others are Microsoft's, Adobe's and RFC 9336's.
 */
const DOCUMENT_PURPOSES: readonly string[] = [
  OID.anyExtendedKeyUsage,
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
];
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

const SMALLEST_RSA_BITS = 2048;
const CURVES: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1'];

/** True when the certificate's own words let its key sign documents. */
export const maySignDocuments = (certificate: Certificate): boolean => {
  const { keyUsage, extendedKeyUsage } = certificate;
  if (keyUsage !== null && !keyUsage.has(DIGITAL_SIGNATURE) && !keyUsage.has(NON_REPUDIATION)) {
    return false;
  }
  if (extendedKeyUsage === null) return true;
  if (extendedKeyUsage.some((purpose) => DOCUMENT_PURPOSES.includes(purpose))) return true;
  return (
    extendedKeyUsage.includes(CLIENT_AUTHENTICATION) && keyUsage?.has(NON_REPUDIATION) === true
  );
};

const isKnownKey = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' ||
  (key.asymmetricKeyType === 'ec' && CURVES.includes(key.asymmetricKeyDetails?.namedCurve ?? ''));

const isShortRsa = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' &&
  (key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_RSA_BITS;

/** Why this certificate must not sign at `now` (milliseconds since 1970); `null` when it may. */
export const checkSigningCertificate = (certificate: Certificate, now: number): Failure | null => {
  const name = displayName(certificate.subject);
  if (!isKnownKey(certificate.publicKey)) {
    return failure(
      'certificate-unknown-key',
      `Chứng thư của “${name}” dùng loại khoá mà chương trình không ký được.`,
      { hint: 'Hãy dùng chứng thư có khoá RSA từ 2048 bit hoặc ECDSA P-256, P-384, P-521.' },
    );
  }
  if (isShortRsa(certificate.publicKey)) {
    return failure(
      'certificate-weak-key',
      `Khoá RSA trong chứng thư của “${name}” ngắn hơn ${SMALLEST_RSA_BITS} bit nên không còn an toàn.`,
      { hint: 'Hãy đề nghị nhà cung cấp cấp lại chứng thư với khoá từ 2048 bit.' },
    );
  }
  if (!maySignDocuments(certificate)) {
    return failure(
      'certificate-wrong-purpose',
      `Chứng thư của “${name}” không được cấp để ký văn bản.`,
      {
        hint: 'Hãy chọn tệp chứng thư ký số của tổ chức hoặc cá nhân, không dùng chứng thư của máy chủ hay của phần mềm.',
      },
    );
  }
  if (now < certificate.notBefore) {
    return failure(
      'certificate-not-yet-valid',
      `Chứng thư của “${name}” chưa có hiệu lực: chỉ dùng được từ ${spokenTime(certificate.notBefore)}.`,
      { hint: 'Hãy xem lại đồng hồ của máy, hoặc đợi đến ngày chứng thư có hiệu lực.' },
    );
  }
  if (now > certificate.notAfter) {
    return failure(
      'certificate-expired',
      `Chứng thư của “${name}” đã hết hạn lúc ${spokenTime(certificate.notAfter)}.`,
      {
        hint: 'Hãy gia hạn chứng thư với nhà cung cấp rồi dùng tệp mới, hoặc xem lại đồng hồ của máy.',
      },
    );
  }
  return null;
};
