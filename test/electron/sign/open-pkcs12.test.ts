import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName } from '../../../electron/sign/certificate/certificate-name';
import { openPkcs12 } from '../../../electron/sign/pkcs12/open-pkcs12';
import { makeIdentity, PASSPHRASE, passphrase, SIGNER } from './make-identity';

const codeOf = (file: Uint8Array, secret = passphrase()): string => {
  const opened = openPkcs12(file, secret);
  return opened.ok ? 'opened' : opened.error.code;
};

const modern = makeIdentity({ key: 'p256', chain: true });

describe('a PKCS#12 file', () => {
  it.each([
    ['AES-256 with PBKDF2 and SHA-256', []],
    ['AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    [
      'AES-192 and SHA-512',
      ['-keypbe', 'AES-192-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha512'],
    ],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['2-key 3DES', ['-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES']],
    ['RC2 of 40 bits, as older Windows wrote', ['-legacy']],
    ['RC2 of 128 bits', ['-legacy', '-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['certificates in the clear', ['-certpbe', 'NONE']],
    ['many rounds', ['-iter', '50000']],
    ['no integrity check', ['-nomac']],
  ])('opens: %s', (_, encryption) => {
    const { p12 } = makeIdentity({ key: 'p256', encryption });
    const opened = openPkcs12(p12, passphrase());
    expect(opened.ok && displayName(opened.value.certificate.subject)).toBe(SIGNER);
    expect(codeOf(p12, passphrase('sai'))).toBe('p12-wrong-passphrase');
  });

  it('gives the certificate as the very bytes it was kept as, and its issuers nearest first', () => {
    const opened = openPkcs12(modern.p12, passphrase());
    if (!opened.ok) throw new Error(opened.error.message);
    const pem = Buffer.from(modern.certificate)
      .toString()
      .replace(/-----[^-]+-----|\s/g, '');
    expect(Buffer.from(opened.value.certificate.raw).toString('base64')).toBe(pem);
    expect(opened.value.chain.map(({ subject }) => displayName(subject))).toEqual([
      'CA Thử nghiệm',
      'Gốc Thử nghiệm',
    ]);
  });

  it('tells what is missing', () => {
    const { p12: keyless } = makeIdentity({ key: 'p256', encryption: ['-nokeys'] });
    expect(codeOf(keyless)).toBe('p12-no-key');
    const { p12: bare } = makeIdentity({ key: 'p256', encryption: ['-nocerts'] });
    expect(codeOf(bare)).toBe('p12-no-certificate');
    const { p12: unknown } = makeIdentity({
      key: 'p256',
      encryption: ['-keypbe', 'camellia-256-cbc', '-certpbe', 'camellia-256-cbc'],
    });
    expect(codeOf(unknown)).toBe('p12-unsupported');
  });

  it('is refused with one sentence and a hint when it is no such file', () => {
    for (const file of [
      new Uint8Array(),
      Buffer.from('<html>'),
      modern.certificate,
      modern.p12.subarray(0, 500),
      new Uint8Array(5 * 1024 * 1024),
    ]) {
      const opened = openPkcs12(file, passphrase());
      expect(opened.ok ? '' : opened.error.code).toBe('p12-damaged');
      expect(opened.ok ? '' : opened.error.hint).not.toBe(undefined);
    }
  });

  it('wipes the passphrase whatever the outcome, and no failure repeats it', () => {
    for (const file of [modern.p12, modern.p12.subarray(9), new Uint8Array()]) {
      const secret = passphrase();
      const opened = openPkcs12(file, secret);
      expect([...secret].every((byte) => byte === 0)).toBe(true);
      expect(JSON.stringify(opened.ok ? '' : opened.error)).not.toContain(PASSPHRASE);
    }
  });

  it('with any byte changed is refused or opens the same key, never throws, never takes long', () => {
    fc.assert(
      fc.property(
        fc.nat(modern.p12.byteLength - 1),
        fc.integer({ min: 1, max: 255 }),
        (at, bits) => {
          const file = Uint8Array.from(modern.p12);
          file[at] = (file[at] ?? 0) ^ bits;
          const opened = openPkcs12(file, passphrase());
          if (opened.ok) expect(displayName(opened.value.certificate.subject)).toBe(SIGNER);
        },
      ),
      { numRuns: 150 },
    );
  });
});
