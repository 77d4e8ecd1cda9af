import { beforeAll, describe, expect, it } from 'vitest';
import { type SignatureReport, signPdf, verifyPdf } from '../../../electron/sign';
import { askPdfsig, opensslHolds, rangesOf, signedContent } from './judges';
import { cmsInBer, signatureOf, signContent, withTimeStamp } from './make-cms';
import { type Identity, makeIdentity, passphrase, SIGNER, SIGNING_USE } from './make-identity';
import { makePdf } from './make-pdf';
import { withCertificates } from './tamper-cms';
import { putCms } from './tamper-pdf';

/** Signatures as other programs make them: OpenSSL signs the same ranges in its own ways. */

const NOW = Date.now() + 60_000;
const identity = makeIdentity({ extensions: [...SIGNING_USE, 'subjectKeyIdentifier=hash'] });
let prepared: Uint8Array;

/** Our file under the older format's name (of the same length), with a hole to be filled. */
beforeAll(async () => {
  const result = await signPdf(await makePdf(), {
    p12: identity.p12,
    passphrase: passphrase(),
    now: NOW,
  });
  if (!result.ok) throw new Error(result.error.message);
  const text = Buffer.from(result.value.bytes).toString('latin1');
  prepared = Buffer.from(text.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached'), 'latin1');
});

const signWithOpenssl = (...options: readonly string[]): Uint8Array =>
  signContent(identity, signedContent(prepared), ...options);

const reportOf = (cms: Uint8Array): SignatureReport => {
  const result = verifyPdf(putCms(prepared, cms), { roots: [identity.root], now: NOW });
  const [report] = result.ok ? result.value.signatures : [];
  if (report === undefined) throw new Error('no signature found');
  return report;
};

describe('a signature of another program', () => {
  it.each([
    ['SHA-256 with signing time', ['-md', 'sha256', '-nosmimecap']],
    ['SHA-512', ['-md', 'sha512', '-nosmimecap']],
    ['CAdES', ['-md', 'sha256', '-cades', '-nosmimecap']],
    ['no signed attributes', ['-md', 'sha256', '-noattr']],
    [
      'RSA-PSS',
      ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32'],
    ],
    ['key identifier', ['-md', 'sha256', '-keyid']],
  ])('is intact: %s', (name, options) => {
    const cms = signWithOpenssl(...options);
    const report = reportOf(cms);
    expect(report.reasons.join(' ')).not.toContain('không đúng chuẩn');
    expect(report).toMatchObject({ verdict: 'intact', signedPartHolds: true, signer: SIGNER });
    expect(report.trust).toBe('trusted');
    expect(opensslHolds(cms, signedContent(prepared))).toBe(true);
    // pdfsig's library knows neither PSS nor these ways to name or not to list things.
    if (!['RSA-PSS', 'no signed attributes', 'key identifier'].includes(name)) {
      expect(askPdfsig(putCms(prepared, cms))).toMatchObject([{ valid: true, whole: true }]);
    }
  });

  it('with a digest that can be forged is unclear, though it holds', () => {
    const report = reportOf(signWithOpenssl('-md', 'sha1', '-nosmimecap'));
    expect(report).toMatchObject({ verdict: 'unclear', signedPartHolds: true });
    expect(report.reasons[0]).toContain('lỗi thời');
  });

  it('without the certificate is unclear', () => {
    expect(reportOf(signWithOpenssl('-md', 'sha256', '-nocerts')).verdict).toBe('unclear');
  });

  it('that carries the content, or is cut into pieces, is not intact', () => {
    expect(reportOf(signWithOpenssl('-md', 'sha256', '-nodetach')).verdict).not.toBe('intact');
    expect(reportOf(signWithOpenssl('-md', 'sha256', '-stream')).verdict).not.toBe('intact');
  });

  it('shows a time stamp that fits, and doubts one that does not', () => {
    const cms = signWithOpenssl('-md', 'sha256', '-nosmimecap');
    const stamped = withTimeStamp(cms, signatureOf(cms));
    expect(reportOf(stamped)).toMatchObject({ verdict: 'intact' });
    expect(reportOf(stamped).reasons.join(' ')).toContain('do “TSA Thử nghiệm” cấp');
    const wrong = withTimeStamp(cms, Buffer.from('khác'));
    expect(reportOf(wrong)).toMatchObject({ verdict: 'unclear', signedPartHolds: true });
  });
});

const derOf = (pem: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(pem)
      .toString()
      .replace(/-----[^-]+-----|\s/g, ''),
    'base64',
  );

/**
 * Changes one bit of every so many bytes but those of `except`, an issuer's certificate of which only
 * name and key matter; gives the places where the file is still called intact.
 */
const blindSpots = (cms: Uint8Array, ...except: readonly Uint8Array[]): readonly number[] => {
  const blind: number[] = [];
  const left = except.map((raw) => [Buffer.from(cms).indexOf(raw), raw.byteLength] as const);
  for (let at = 0; at < cms.byteLength; at += 11) {
    if (left.some(([start, length]) => start >= 0 && at >= start && at < start + length)) continue;
    const changed = Uint8Array.from(cms);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const result = verifyPdf(putCms(prepared, changed));
    if (result.ok && result.value.intact) blind.push(at);
  }
  return blind;
};

describe('a certificate that the signature does not name', () => {
  const chain: Identity = makeIdentity({ chain: true, encryption: ['-nomac'] });
  const plain = ['-md', 'sha256', '-nosmimecap'];

  it('is vouched for by itself or by its issuer: no change of it goes unseen', () => {
    expect(blindSpots(signWithOpenssl(...plain))).toEqual([]);
    const cms = signContent(chain, signedContent(prepared), ...plain, '-certfile', 'chain.pem');
    expect(reportOf(cms)).toMatchObject({ verdict: 'intact', signer: SIGNER });
    expect(blindSpots(cms, derOf(chain.root))).toEqual([]);
  });

  it('is doubted when neither is there, until the person gives its issuer', () => {
    const cms = signContent(chain, signedContent(prepared), ...plain);
    const report = reportOf(cms);
    expect(report).toMatchObject({ verdict: 'unclear', signedPartHolds: true, signer: SIGNER });
    expect(report.reasons[0]).toContain('tên người ký có thể đã bị sửa');
    const given = verifyPdf(putCms(prepared, cms), { roots: [chain.chain] });
    expect(given.ok && given.value.intact).toBe(true);
  });

  it('is bound by CAdES, whatever else is missing', () => {
    const cms = signContent(chain, signedContent(prepared), '-md', 'sha256', '-cades');
    expect(reportOf(cms).verdict).toBe('intact');
    expect(blindSpots(cms)).toEqual([]);
  });
});

describe('a signature in BER, as Java programs write it', () => {
  it('is said to hold and to be loose, and is doubted', () => {
    const cms = cmsInBer(signWithOpenssl('-md', 'sha256', '-nosmimecap'));
    expect(opensslHolds(cms, signedContent(prepared))).toBe(true);
    const report = reportOf(cms);
    expect(report).toMatchObject({ verdict: 'unclear', signedPartHolds: true, signer: SIGNER });
    expect(report.reasons[0]).toContain('(BER)');
  });

  it('is broken like any other when its content or its value is not right', () => {
    const other = cmsInBer(signContent(identity, Buffer.from('khác'), '-md', 'sha256'));
    expect(reportOf(other)).toMatchObject({ verdict: 'changed', signedPartHolds: false });
    const cut = cmsInBer(signWithOpenssl('-md', 'sha256')).subarray(0, -300);
    expect(reportOf(cut)).toMatchObject({ verdict: 'changed', signedPartHolds: false });
  });
});

describe('the range', () => {
  it('of the prepared file is the one that is signed', () => {
    const { start, end } = rangesOf(prepared);
    expect(prepared[start]).toBe(0x3c);
    expect(prepared[end - 1]).toBe(0x3e);
  });
});

describe('a signature with a great many certificates', () => {
  it('is doubted at once instead of comparing each with each', () => {
    const other = derOf(makeIdentity({ key: 'p256', name: 'A' }).certificate);
    const cms = withCertificates(signWithOpenssl('-md', 'sha256'), Array(40).fill(other));
    expect(reportOf(cms).reasons[0]).toBe('Trong chữ ký có quá nhiều chứng thư.');
    expect(reportOf(cms)).toMatchObject({ verdict: 'unclear' });
  });
});
