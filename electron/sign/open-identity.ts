import { err, type Result } from '../../shared/base';
import { checkSigningCertificate } from './certificate/check-signing-certificate';
import { openPkcs12, type SigningIdentity } from './pkcs12/open-pkcs12';
import type { SignOptions } from './sign-options';

/**
 * The key and certificate to sign with at `now`; the passphrase is wiped whatever the outcome.
 * Failures: those of `openPkcs12`, `certificate-…`.
 */
export const openIdentity = ({ p12, passphrase, now }: SignOptions): Result<SigningIdentity> => {
  const opened = openPkcs12(
    p12,
    passphrase,
    (certificate) => checkSigningCertificate(certificate, now) === null,
  );
  if (!opened.ok) return opened;
  const unfit = checkSigningCertificate(opened.value.certificate, now);
  return unfit === null ? opened : err(unfit);
};
