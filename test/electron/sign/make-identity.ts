import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Certificates for the tests, made by OpenSSL as an authority would make them. */

export const SIGNER = 'Công ty TNHH Thử nghiệm Đình Vũ';
export const PASSPHRASE = 'Mật khẩu thử 1';

/** A fresh copy each time: opening a file wipes the passphrase it was given. */
export const passphrase = (text = PASSPHRASE): Uint8Array => Buffer.from(text, 'utf8');

interface Wanted {
  readonly key?: keyof typeof KEYS;
  /** PEM of a key that is there already, for a certificate that was renewed. */
  readonly keyPem?: Uint8Array;
  readonly name?: string;
  readonly days?: number;
  /** Lines of an OpenSSL extension section. */
  readonly extensions?: readonly string[];
  /** Arguments of `openssl pkcs12 -export` that choose the encryption. */
  readonly encryption?: readonly string[];
  /** Arguments that choose how the certificate itself is signed. */
  readonly sigopt?: readonly string[];
  /** Signed by a chain root → intermediate instead of by itself. */
  readonly chain?: boolean;
}

export interface Identity {
  readonly p12: Uint8Array;
  readonly certificate: Uint8Array;
  readonly keyPem: Uint8Array;
  /** Issuers, nearest first, PEM; empty when it signed itself. */
  readonly chain: Uint8Array;
  /** Root of the chain, or the certificate itself. */
  readonly root: Uint8Array;
}

const KEYS = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  rsa1024: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  pss: ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  secp256k1: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
  ed25519: ['-algorithm', 'ED25519'],
} as const;

export const SIGNING_USE = ['keyUsage=critical,digitalSignature,nonRepudiation'];
const AUTHORITY = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];

export const inTemporaryFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'ban-de-xuat-sign-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const openssl = (folder: string, ...args: readonly string[]): Buffer =>
  execFileSync('openssl', [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

const makeCertificate = (
  folder: string,
  name: string,
  subject: string,
  wanted: Wanted,
  issuer: string | null,
): void => {
  if (wanted.keyPem !== undefined) writeFileSync(join(folder, `${name}.key`), wanted.keyPem);
  else openssl(folder, 'genpkey', ...KEYS[wanted.key ?? 'rsa'], '-out', `${name}.key`);
  writeFileSync(
    join(folder, `${name}.cnf`),
    ['[req]', 'distinguished_name=dn', '[dn]', '[ext]', ...(wanted.extensions ?? [])].join('\n'),
  );
  const request = [
    '-new',
    '-utf8',
    '-subj',
    subject,
    '-key',
    `${name}.key`,
    '-config',
    `${name}.cnf`,
  ];
  const section = (wanted.extensions ?? []).length > 0 ? ['-extensions', 'ext'] : [];
  const days = ['-days', String(wanted.days ?? 365)];
  if (issuer === null) {
    const how = wanted.sigopt ?? [];
    openssl(folder, 'req', '-x509', ...request, ...how, ...section, ...days, '-out', `${name}.pem`);
    return;
  }
  openssl(folder, 'req', ...request, '-out', `${name}.csr`);
  const signing = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
  const file = ['-extfile', `${name}.cnf`, ...section];
  openssl(
    folder,
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    ...signing,
    ...file,
    ...days,
    '-out',
    `${name}.pem`,
  );
};

/** Files of a folder with key, certificate and PKCS#12 file of a signer. */
export const makeIdentity = (wanted: Wanted = {}): Identity =>
  inTemporaryFolder((folder) => {
    const subject = `/C=VN/L=Hải Phòng/O=${wanted.name ?? SIGNER}/CN=${wanted.name ?? SIGNER}`;
    const read = (file: string): Uint8Array => readFileSync(join(folder, file));
    const chain: string[] = [];
    if (wanted.chain === true) {
      const authority = { key: 'p256', extensions: AUTHORITY } as const;
      makeCertificate(folder, 'root', '/C=VN/CN=Gốc Thử nghiệm', authority, null);
      makeCertificate(folder, 'middle', '/C=VN/CN=CA Thử nghiệm', authority, 'root');
      writeFileSync(
        join(folder, 'chain.pem'),
        Buffer.concat([read('middle.pem'), read('root.pem')]),
      );
      chain.push('-certfile', 'chain.pem');
    }
    makeCertificate(folder, 'signer', subject, wanted, wanted.chain === true ? 'middle' : null);
    writeFileSync(join(folder, 'secret'), PASSPHRASE);
    const files = ['-inkey', 'signer.key', '-in', 'signer.pem', ...chain, '-out', 'signer.p12'];
    openssl(
      folder,
      'pkcs12',
      '-export',
      ...files,
      '-passout',
      'file:secret',
      ...(wanted.encryption ?? []),
    );
    return {
      p12: read('signer.p12'),
      certificate: read('signer.pem'),
      keyPem: read('signer.key'),
      chain: wanted.chain === true ? read('chain.pem') : new Uint8Array(),
      root: read(wanted.chain === true ? 'root.pem' : 'signer.pem'),
    };
  });
