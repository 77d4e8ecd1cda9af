import { describe, expect, it } from 'vitest';
import { type SignOptions, signPdf } from '../../../electron/sign';
import { displayName } from '../../../electron/sign/certificate/certificate-name';
import { openPkcs12 } from '../../../electron/sign/pkcs12/open-pkcs12';
import { askPdfsig, checkWithQpdf, cmsOf, opensslAccepts, signedContent } from './judges';
import { type Identity, makeIdentity, passphrase, SIGNER, SIGNING_USE } from './make-identity';
import { makePdf } from './make-pdf';
import { inBer, mergeFiles, withStrangeBag } from './merge-pkcs12';

/** Files as certificate authorities, Windows, browsers and Java give them to people. */

const NOW = Date.now() + 60_000;
const DAY = 86_400_000;

const LEGACY = [
  '-legacy',
  '-keypbe',
  'PBE-SHA1-3DES',
  '-certpbe',
  'PBE-SHA1-RC2-40',
  '-macalg',
  'sha1',
];
const MODERN = ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256'];
const NO_MAC = ['-nomac'];

const sign = async (p12: Uint8Array, more: Partial<SignOptions> = {}) =>
  signPdf(await makePdf({ pages: 1 }), { p12, passphrase: passphrase(), now: NOW, ...more });

const signerOf = async (p12: Uint8Array, more: Partial<SignOptions> = {}): Promise<string> => {
  const result = await sign(p12, more);
  return result.ok ? result.value.signer : result.error.code;
};

const accepted = async (identity: Identity): Promise<void> => {
  const result = await sign(identity.p12);
  if (!result.ok) throw new Error(result.error.message);
  const { bytes } = result.value;
  expect(result.value.signer).toBe(SIGNER);
  expect(askPdfsig(bytes)).toMatchObject([{ valid: true, whole: true, signer: SIGNER }]);
  checkWithQpdf(bytes);
  expect(opensslAccepts(cmsOf(bytes), signedContent(bytes), identity.root)).toBe(true);
};

const plain = makeIdentity({ encryption: ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac'] });

/** The same file, with a key of a kind that nobody has heard of. */
const withStrangeKey = (file: Uint8Array): Uint8Array => {
  const rsa = Buffer.from('06092a864886f70d010101', 'hex');
  const out = Buffer.from(file);
  const [certificate, key] = [out.indexOf(rsa), out.lastIndexOf(rsa)];
  if (key === certificate) throw new Error('no key beside the certificate');
  out[key + rsa.length - 1] = 0x7f;
  return out;
};

describe('a certificate file signs, and other programs agree', () => {
  it.each([
    [
      'RC2 of 40 bits and 3DES with a friendly name, as Windows exported for years',
      {
        encryption: [...LEGACY, '-name', 'Chứng thư số của Giám đốc – Đình Vũ'],
        extensions: SIGNING_USE,
      },
    ],
    ['AES-256 with PBKDF2 and SHA-256', { encryption: MODERN, extensions: SIGNING_USE }],
    ['a chain of three', { chain: true, encryption: MODERN, extensions: SIGNING_USE }],
    [
      'a chain of three in RC2 and 3DES',
      { chain: true, encryption: LEGACY, extensions: SIGNING_USE },
    ],
    ['ECDSA P-256', { key: 'p256', encryption: MODERN }],
    ['ECDSA P-384', { key: 'p384', encryption: LEGACY }],
    ['ECDSA P-521', { key: 'p521' }],
    ['600,000 rounds', { key: 'p256', encryption: [...MODERN, '-iter', '600000'] }],
    ['one round, as very old programs wrote', { encryption: [...LEGACY, '-noiter', '-nomaciter'] }],
    [
      'the name of a Windows key store',
      {
        encryption: ['-CSP', 'Microsoft Enhanced RSA and AES Cryptographic Provider', '-LMK'],
      },
    ],
  ] as const)('%s', (_, wanted) => accepted(makeIdentity(wanted)));

  it('of a certificate that an authority signed with RSA-PSS', async () => {
    const identity = makeIdentity({
      sigopt: ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'],
    });
    expect(await signerOf(identity.p12)).toBe(SIGNER);
  });

  it('in BER, lengths left open and content in pieces', async () => {
    const { p12 } = makeIdentity({ key: 'p256', encryption: MODERN });
    expect(await signerOf(inBer(p12))).toBe(SIGNER);
    expect(await signerOf(inBer(p12), { passphrase: passphrase('sai') })).toBe(
      'p12-wrong-passphrase',
    );
  });

  it('with nothing encrypted at all', async () => {
    expect(await signerOf(plain.p12)).toBe(SIGNER);
  });

  it('beside a bag of an unknown kind', async () => {
    const { p12 } = makeIdentity({ key: 'p256', encryption: NO_MAC });
    expect(await signerOf(withStrangeBag(p12))).toBe(SIGNER);
  });
});

describe('of several keys and certificates in one file', () => {
  const make = (name: string, more = {}): Identity =>
    makeIdentity({ key: 'p256', encryption: NO_MAC, name, ...more });

  it('the one that may sign is taken, wherever it stands', async () => {
    const mail = make('Để mã hoá thư', { extensions: ['keyUsage=critical,keyAgreement'] });
    const right = make('Để ký văn bản', { extensions: SIGNING_USE });
    for (const file of [mergeFiles(mail.p12, right.p12), mergeFiles(right.p12, mail.p12)]) {
      expect(await signerOf(file)).toBe('Để ký văn bản');
    }
  });

  it('the certificate that is valid longest is taken when a key was certified anew', async () => {
    const old = make('Chứng thư cũ', { days: 30 });
    const renewed = make('Chứng thư mới', { days: 400, keyPem: old.keyPem });
    for (const file of [mergeFiles(old.p12, renewed.p12), mergeFiles(renewed.p12, old.p12)]) {
      expect(await signerOf(file)).toBe('Chứng thư mới');
      expect(await signerOf(file, { now: NOW + 100 * DAY })).toBe('Chứng thư mới');
      expect(await signerOf(file, { now: NOW + 500 * DAY })).toBe('certificate-expired');
    }
  });

  it('issuers come along nearest first, strangers stay behind', () => {
    const signer = makeIdentity({ key: 'p256', encryption: NO_MAC, chain: true });
    const stranger = make('Người lạ');
    const opened = openPkcs12(
      mergeFiles(stranger.p12, signer.p12),
      passphrase(),
      ({ subject }) => displayName(subject) === SIGNER,
    );
    expect(opened.ok && opened.value.chain.map(({ subject }) => displayName(subject))).toEqual([
      'CA Thử nghiệm',
      'Gốc Thử nghiệm',
    ]);
  });
});

describe('a certificate file that cannot sign says why in one sentence and what to do', () => {
  const legacy = makeIdentity({ encryption: LEGACY });

  it.each([
    [
      'wrong passphrase',
      legacy.p12,
      { passphrase: passphrase('123456') },
      'p12-wrong-passphrase',
      'Mật khẩu của tệp chứng thư không đúng.',
    ],
    [
      'no passphrase',
      legacy.p12,
      { passphrase: passphrase('') },
      'p12-wrong-passphrase',
      'Mật khẩu của tệp chứng thư không đúng.',
    ],
    [
      'no key: it lies in a token',
      makeIdentity({ encryption: ['-nokeys'] }).p12,
      {},
      'p12-no-key',
      'không có khoá bí mật',
    ],
    [
      'a key of an unknown kind',
      withStrangeKey(plain.p12),
      {},
      'p12-unknown-key',
      'thuộc loại mà chương trình không ký được',
    ],
    [
      'a key without certificate',
      makeIdentity({ encryption: ['-nocerts'] }).p12,
      {},
      'p12-no-certificate',
      'không có chứng thư nào ứng với khoá',
    ],
    ['expired', legacy.p12, { now: NOW + 900 * DAY }, 'certificate-expired', 'đã hết hạn lúc'],
    [
      'not yet valid',
      legacy.p12,
      { now: NOW - 900 * DAY },
      'certificate-not-yet-valid',
      'chưa có hiệu lực',
    ],
    [
      'of a server',
      makeIdentity({ extensions: ['extendedKeyUsage=serverAuth'] }).p12,
      {},
      'certificate-wrong-purpose',
      'không được cấp để ký văn bản',
    ],
    [
      'of an authority',
      makeIdentity({ extensions: ['keyUsage=critical,keyCertSign'] }).p12,
      {},
      'certificate-wrong-purpose',
      'không được cấp để ký văn bản',
    ],
    [
      'RSA of 1024 bits',
      makeIdentity({ key: 'rsa1024' }).p12,
      {},
      'certificate-weak-key',
      'ngắn hơn 2048 bit',
    ],
    [
      'a key for RSA-PSS alone',
      makeIdentity({ key: 'pss' }).p12,
      {},
      'certificate-unknown-key',
      'loại khoá mà chương trình không ký được',
    ],
    [
      'a curve of coins',
      makeIdentity({ key: 'secp256k1' }).p12,
      {},
      'certificate-unknown-key',
      'loại khoá mà chương trình không ký được',
    ],
    [
      'a certificate alone',
      legacy.certificate,
      {},
      'p12-damaged',
      'bị hỏng hoặc không phải tệp PKCS#12',
    ],
    [
      'half of it',
      legacy.p12.subarray(0, 1200),
      {},
      'p12-damaged',
      'bị hỏng hoặc không phải tệp PKCS#12',
    ],
  ] as const)('%s', async (_, p12, more, code, words) => {
    const result = await sign(p12, more);
    expect(result.ok ? 'signed' : result.error.code).toBe(code);
    expect(result.ok ? '' : result.error.message).toContain(words);
    expect(result.ok ? '' : (result.error.hint ?? '')).toMatch(/^Hãy .*\.$/);
  });
});
