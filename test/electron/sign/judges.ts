import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, openssl } from './make-identity';

/** Programs by other people that judge our signatures. */

export interface PdfsigWord {
  readonly valid: boolean;
  readonly whole: boolean;
  readonly type: string;
  readonly signer: string;
}

/** What Poppler's pdfsig says about each signature. Its exit status says nothing. */
export const askPdfsig = (pdf: Uint8Array): readonly PdfsigWord[] =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'file.pdf'), pdf);
    const { stdout } = spawnSync('pdfsig', ['-nocert', 'file.pdf'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder },
    });
    return stdout
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .map((text) => ({
        valid: text.includes('Signature is Valid'),
        whole: text.includes('Total document signed') && !text.includes('Not total document'),
        type: /Signature Type: (.*)/.exec(text)?.[1] ?? '',
        signer: /Signer Certificate Common Name: (.*)/.exec(text)?.[1] ?? '',
      }));
  });

export const qpdf = (pdf: Uint8Array, ...args: readonly string[]): Uint8Array =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    execFileSync('qpdf', [...args, 'in.pdf', 'out.pdf'], { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, 'out.pdf'));
  });

/** Throws, with qpdf's words, unless the file is clean. */
export const checkWithQpdf = (pdf: Uint8Array): void =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'file.pdf'), pdf);
    execFileSync('qpdf', ['--check', 'file.pdf'], { cwd: folder, stdio: 'pipe' });
  });

export interface Ranges {
  readonly range: readonly [number, number, number, number];
  /** Places of '<' and of what follows '>'. */
  readonly start: number;
  readonly end: number;
}

/** Reads the last byte range by its text: not with the code under test. */
export const rangesOf = (pdf: Uint8Array): Ranges => {
  const text = Buffer.from(pdf).toString('latin1');
  const match = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [a = 0, b = 0, c = 0, d = 0] = (match ?? []).slice(1).map(Number);
  return { range: [a, b, c, d], start: b, end: c };
};

export const signedContent = (pdf: Uint8Array): Uint8Array => {
  const { start, end } = rangesOf(pdf);
  return Buffer.concat([pdf.subarray(0, start), pdf.subarray(end)]);
};

/** The CMS value, cut at the length it states. */
export const cmsOf = (pdf: Uint8Array): Uint8Array => {
  const { start, end } = rangesOf(pdf);
  const hex = Buffer.from(pdf.subarray(start + 1, end - 1)).toString('latin1');
  const der = Buffer.from(hex, 'hex');
  return der.subarray(0, 4 + der.readUInt16BE(2));
};

/** True when OpenSSL finds the CMS right over the content, whoever signed it. */
export const opensslHolds = (cms: Uint8Array, content: Uint8Array): boolean =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'cms.der'), cms);
    writeFileSync(join(folder, 'content'), content);
    const input = ['-in', 'cms.der', '-inform', 'DER', '-content', 'content', '-binary'];
    try {
      openssl(folder, 'cms', '-verify', '-noverify', ...input, '-out', 'verified');
      return true;
    } catch {
      return false;
    }
  });

/** True when OpenSSL finds the CMS right over the content and, by CAdES, bound to a trusted certificate. */
export const opensslAccepts = (cms: Uint8Array, content: Uint8Array, root: Uint8Array): boolean =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'cms.der'), cms);
    writeFileSync(join(folder, 'content'), content);
    writeFileSync(join(folder, 'root.pem'), root);
    const input = ['-in', 'cms.der', '-inform', 'DER', '-content', 'content', '-binary'];
    const trust = ['-cades', '-CAfile', 'root.pem', '-purpose', 'any'];
    try {
      openssl(folder, 'cms', '-verify', ...trust, ...input, '-out', 'verified');
      return true;
    } catch {
      return false;
    }
  });
