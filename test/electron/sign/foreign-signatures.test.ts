import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignatureReport, signPdf, verifyPdf } from '../../../electron/sign';
import { askPdfsig, opensslHolds, rangesOf, signedContent } from './judges';
import {
  inTemporaryFolder,
  makeIdentity,
  openssl,
  passphrase,
  SIGNER,
  SIGNING_USE,
} from './make-identity';
import { makePdf } from './make-pdf';
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
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'signer.p12'), identity.p12);
    writeFileSync(join(folder, 'secret'), 'Mật khẩu thử 1');
    openssl(
      folder,
      'pkcs12',
      '-in',
      'signer.p12',
      '-passin',
      'file:secret',
      '-nodes',
      '-out',
      'all.pem',
    );
    writeFileSync(join(folder, 'content'), signedContent(prepared));
    const files = ['-signer', 'all.pem', '-in', 'content', '-outform', 'DER', '-out', 'cms.der'];
    openssl(folder, 'cms', '-sign', '-binary', ...files, ...options);
    return readFileSync(join(folder, 'cms.der'));
  });

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

/** The signature value: the last octet string of the only signer. */
const signatureOf = (cms: Uint8Array): Uint8Array => cms.subarray(cms.byteLength - 256);

const derLength = (length: number): Buffer =>
  length < 128 ? Buffer.of(length) : Buffer.of(0x82, length >> 8, length & 0xff);
const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), derLength(content.byteLength), content]);
};

/** Adds the token of an authority made for the test (OpenSSL's `ts`) over `signature`. */
const withTimeStamp = (cms: Uint8Array, signature: Uint8Array): Uint8Array =>
  inTemporaryFolder((folder) => {
    const request = [
      '-new',
      '-x509',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.pem',
    ];
    const subject = ['-utf8', '-subj', '/CN=TSA Thử nghiệm', '-days', '30'];
    openssl(
      folder,
      'req',
      ...request,
      ...subject,
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
    );
    writeFileSync(
      join(folder, 'tsa.cnf'),
      '[tsa]\ndefault_tsa=one\n[one]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n',
    );
    writeFileSync(join(folder, 'serial'), '01\n');
    const hash = createHash('sha256').update(signature).digest('hex');
    openssl(folder, 'ts', '-query', '-digest', hash, '-sha256', '-cert', '-out', 'query');
    const by = ['-inkey', 'tsa.key', '-signer', 'tsa.pem', '-config', 'tsa.cnf'];
    openssl(folder, 'ts', '-reply', '-queryfile', 'query', ...by, '-token_out', '-out', 'token');
    const token = readFileSync(join(folder, 'token'));
    const oid = Buffer.from('060b2a864886f70d010910020e', 'hex');
    const unsigned = tlv(0xa1, tlv(0x30, oid, tlv(0x31, token)));
    return lengthen(cms, unsigned);
  });

/** Appends bytes to the innermost last value and corrects the lengths of all that hold it. */
const lengthen = (cms: Uint8Array, tail: Uint8Array): Uint8Array => {
  const grow = (node: Buffer, depth: number): Buffer => {
    const header = node[1]! < 0x80 ? 2 : 2 + (node[1]! & 0x7f);
    const content = node.subarray(header);
    if (depth === 0) return tlv(node[0]!, content, tail);
    let at = 0;
    let last = 0;
    while (at < content.byteLength) {
      last = at;
      const first = content[at + 1]!;
      const size = first < 0x80 ? first : content.readUIntBE(at + 2, first & 0x7f);
      at += (first < 0x80 ? 2 : 2 + (first & 0x7f)) + size;
    }
    return tlv(node[0]!, content.subarray(0, last), grow(content.subarray(last), depth - 1));
  };
  // ContentInfo, [0], SignedData, SET of signers, SignerInfo.
  return grow(Buffer.from(cms), 4);
};

describe('the range', () => {
  it('of the prepared file is the one that is signed', () => {
    const { start, end } = rangesOf(prepared);
    expect(prepared[start]).toBe(0x3c);
    expect(prepared[end - 1]).toBe(0x3e);
  });
});
