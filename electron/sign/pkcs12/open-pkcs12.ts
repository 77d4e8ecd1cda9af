import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { err, type Failure, failure, ok, type Result } from '../../../shared/base';
import { isIssuedBy } from '../certificate/check-trust';
import { type Certificate, readCertificate } from '../certificate/read-certificate';
import { Malformed, orNull } from '../malformed';
import { type Bags, readBags, WrongPassphrase } from './read-bags';
import { UnknownEncryption } from './unknown-encryption';
import { wipe } from './wipe';

/** A key that can sign and the certificate that goes with it. */
export interface SigningIdentity {
  readonly key: KeyObject;
  readonly certificate: Certificate;
  /** Its issuers as far as the file holds them, nearest first. */
  readonly chain: readonly Certificate[];
}

/** A file of one person is a few kilobytes; more is something else. */
const LARGEST = 4 * 1024 * 1024;

const DAMAGED = failure('p12-damaged', 'Tệp chứng thư bị hỏng hoặc không phải tệp PKCS#12.', {
  hint: 'Hãy chọn lại tệp .p12 hoặc .pfx mà nhà cung cấp chứng thư đã giao.',
});

const NO_KEY = failure('p12-no-key', 'Tệp chứng thư không có khoá bí mật nên không ký được.', {
  hint: 'Hãy xuất lại chứng thư kèm khoá bí mật; nếu khoá nằm trong USB Token thì ký bằng phần mềm của nhà cung cấp.',
});

const UNKNOWN_KEY = failure(
  'p12-unknown-key',
  'Khoá bí mật trong tệp chứng thư thuộc loại mà chương trình không ký được.',
  { hint: 'Hãy dùng chứng thư có khoá RSA từ 2048 bit hoặc ECDSA P-256, P-384, P-521.' },
);

const NO_CERTIFICATE = failure(
  'p12-no-certificate',
  'Tệp không có chứng thư nào ứng với khoá bí mật trong tệp.',
  { hint: 'Hãy xuất lại cả chứng thư lẫn khoá bí mật vào cùng một tệp .p12.' },
);

const failureOf = (fault: unknown): Failure => {
  if (fault instanceof WrongPassphrase) {
    return failure('p12-wrong-passphrase', 'Mật khẩu của tệp chứng thư không đúng.', {
      hint: 'Hãy gõ lại mật khẩu, chú ý chữ hoa, chữ thường và bộ gõ tiếng Việt đang bật hay tắt.',
    });
  }
  if (fault instanceof UnknownEncryption) {
    return failure(
      'p12-unsupported',
      'Tệp chứng thư dùng cách mã hoá mà chương trình không đọc được.',
      { hint: 'Hãy xuất lại chứng thư ra tệp .p12 với cách mã hoá AES-256 hoặc 3DES.' },
    );
  }
  if (fault instanceof Malformed) return DAMAGED;
  throw fault;
};

const readKey = (der: Uint8Array): KeyObject | null => {
  try {
    return createPrivateKey({
      key: Buffer.from(der.buffer, der.byteOffset, der.byteLength),
      format: 'der',
      type: 'pkcs8',
    });
  } catch {
    return null;
  } finally {
    wipe(der);
  }
};

const chainAbove = (signer: Certificate, all: readonly Certificate[]): readonly Certificate[] => {
  const chain: Certificate[] = [];
  for (let top = signer; chain.length < all.length; ) {
    const issuer = all.find((one) => one !== top && !chain.includes(one) && isIssuedBy(top, one));
    if (issuer === undefined || issuer === signer) break;
    chain.push(issuer);
    top = issuer;
  }
  return chain;
};

type Pair = Pick<SigningIdentity, 'key' | 'certificate'>;

const lastToExpire = (pairs: readonly Pair[]): Pair | undefined =>
  [...pairs].sort((a, b) => b.certificate.notAfter - a.certificate.notAfter)[0];

/** A file may hold several keys, and a renewed certificate beside the old one for the same key. */
const identityOf = (
  bags: Bags,
  maySign: (certificate: Certificate) => boolean,
): Result<SigningIdentity> => {
  if (bags.keys.length === 0) return err(NO_KEY);
  const keys = bags.keys.map(readKey).filter((key) => key !== null);
  if (keys.length === 0) return err(UNKNOWN_KEY);
  const certificates = bags.certificates
    .map((der) => orNull(() => readCertificate(der)))
    .filter((certificate) => certificate !== null);
  const pairs = keys.flatMap((key) => {
    const publicKey = createPublicKey(key);
    return certificates
      .filter((certificate) => certificate.publicKey.equals(publicKey))
      .map((certificate) => ({ key, certificate }));
  });
  const best =
    lastToExpire(pairs.filter(({ certificate }) => maySign(certificate))) ?? lastToExpire(pairs);
  if (best === undefined) return err(NO_CERTIFICATE);
  return ok({ ...best, chain: chainAbove(best.certificate, certificates) });
};

/**
 * Opens a PKCS#12 file. `passphrase` is UTF-8; it is overwritten with zeros before this returns,
 * whatever the outcome, and so is every secret derived from it. Of several certificates one that
 * `maySign` is preferred, then the one that is valid longest.
 * Failures: `p12-damaged`, `p12-wrong-passphrase`, `p12-unsupported`, `p12-no-key`,
 * `p12-unknown-key`, `p12-no-certificate`.
 */
export const openPkcs12 = (
  file: Uint8Array,
  passphrase: Uint8Array,
  maySign: (certificate: Certificate) => boolean = () => true,
): Result<SigningIdentity> => {
  try {
    if (file.byteLength > LARGEST) return err(DAMAGED);
    return identityOf(readBags(file, passphrase), maySign);
  } catch (fault) {
    return err(failureOf(fault));
  } finally {
    wipe(passphrase);
  }
};
