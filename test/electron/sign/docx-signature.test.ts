import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type SignOptions,
  signDocx,
  type VerificationReport,
  verifyDocx,
  verifyFile,
} from '../../../electron/sign';
import { readZip } from '../../../electron/sign/docx/read-zip';
import { storedEntry, writeZip } from '../../../electron/sign/docx/write-zip';
import { makeDocx } from './make-docx';
import { inTemporaryFolder, makeIdentity, passphrase, SIGNER, SIGNING_USE } from './make-identity';

const NOW = Date.now() + 3_600_000;
const rsa = makeIdentity({ extensions: SIGNING_USE });
const ec = makeIdentity({ key: 'p256', chain: true, extensions: SIGNING_USE });
const SIGNATURE = '_xmlsignatures/sig1.xml';

const sign = (docx: Uint8Array, more: Partial<SignOptions> = {}): ReturnType<typeof signDocx> =>
  signDocx(docx, { p12: rsa.p12, passphrase: passphrase(), now: NOW, ...more });

const codeOf = (docx: Uint8Array, more: Partial<SignOptions> = {}): string => {
  const result = sign(docx, more);
  return result.ok ? 'signed' : result.error.code;
};

const report = (docx: Uint8Array): VerificationReport => {
  const result = verifyDocx(docx, { now: NOW });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

let docx: Uint8Array;
let signed: Uint8Array;
let signedWithChain: Uint8Array;
beforeAll(async () => {
  docx = await makeDocx();
  const texts = { reason: 'Phê duyệt <đề xuất> & "ký"', location: 'Hải Phòng' };
  const results = [sign(docx, texts), sign(docx, { ...texts, p12: ec.p12 })];
  [signed, signedWithChain] = results.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.bytes;
  }) as [Uint8Array, Uint8Array];
});

/** The package with one part changed, packed as this program packs. */
const withPart = (
  file: Uint8Array,
  name: string,
  change: (content: string) => string | null,
): Uint8Array =>
  writeZip(
    readZip(file).flatMap((entry) => {
      if (entry.name !== name) return [entry];
      const fresh = change(Buffer.from(entry.content).toString('utf8'));
      return fresh === null ? [] : [storedEntry(name, Buffer.from(fresh, 'utf8'))];
    }),
  );

const withAdded = (file: Uint8Array, name: string): Uint8Array =>
  writeZip([...readZip(file), storedEntry(name, strToU8('<x/>'))]);

const replace =
  (from: string | RegExp, by: string) =>
  (content: string): string => {
    const fresh = content.replace(from, by);
    if (fresh === content) throw new Error(`nothing to tamper with: ${from}`);
    return fresh;
  };

const tampering: Readonly<Record<string, (file: Uint8Array) => Uint8Array>> = {
  'the text is changed': (f) => withPart(f, 'word/document.xml', replace('1.000.000', '9.000.000')),
  'a space is added to the text': (f) => withPart(f, 'word/document.xml', (xml) => `${xml} `),
  'a style is changed': (f) => withPart(f, 'word/styles.xml', replace(/w:val="\d+"/, 'w:val="2"')),
  'the title is changed': (f) => withPart(f, 'docProps/core.xml', replace('Bản đề xuất', 'Khác')),
  'a part is removed': (f) => withPart(f, 'word/numbering.xml', () => null),
  'a part is added': (f) => withAdded(f, 'word/new.xml'),
  'a macro is added': (f) => withAdded(f, 'word/vbaProject.bin'),
  'a second signature is added': (f) => withAdded(f, '_xmlsignatures/sig2.xml'),
  'a relationship points elsewhere': (f) =>
    withPart(
      f,
      'word/_rels/document.xml.rels',
      replace('Target="styles.xml"', 'Target="numbering.xml"'),
    ),
  'a relationship is added': (f) =>
    withPart(
      f,
      'word/_rels/document.xml.rels',
      replace(
        '</Relationships>',
        '<Relationship Id="x" Target="http://a" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"></Relationship></Relationships>',
      ),
    ),
  'a relationship is removed': (f) =>
    withPart(f, 'word/_rels/document.xml.rels', replace(/<Relationship Id.*?<\/Relationship>/, '')),
  'the document is another part': (f) =>
    withPart(
      f,
      '_rels/.rels',
      replace('Target="word/document.xml"', 'Target="word/footnotes.xml"'),
    ),
  'the relationship to the signature is gone': (f) =>
    withPart(f, '_rels/.rels', replace(/<Relationship Id="rIdSignature1".*?<\/Relationship>/, '')),
  'a type is another': (f) =>
    withPart(f, '[Content_Types].xml', replace('document.main+xml', 'template.main+xml')),
  'an unused type is added': (f) =>
    withPart(
      f,
      '[Content_Types].xml',
      replace('</Types>', '<Default ContentType="a/b" Extension="exe"></Default></Types>'),
    ),
  'the value is another': (f) =>
    withPart(f, SIGNATURE, (xml) => {
      const value = /<SignatureValue>(.)/.exec(xml)?.[1];
      return xml.replace(/<SignatureValue>./, `<SignatureValue>${value === 'A' ? 'B' : 'A'}`);
    }),
  'the time is another': (f) =>
    withPart(f, SIGNATURE, (xml) =>
      xml.replaceAll(/\d(?=Z<\/)/g, (d) => String((Number(d) + 1) % 10)),
    ),
  'the reason is another': (f) => withPart(f, SIGNATURE, replace('Phê duyệt', 'Từ chối')),
  'the place is another': (f) =>
    withPart(f, SIGNATURE, replace('Hải Phòng</xd:City>', 'Hà Nội</xd:City>')),
  'a digest is another': (f) =>
    withPart(f, SIGNATURE, replace(/<Manifest>(.*?)<DigestValue>./, '<Manifest>$1<DigestValue>/')),
  'a reference is gone': (f) =>
    withPart(f, SIGNATURE, replace(/<Manifest><Reference.*?<\/Reference>/, '<Manifest>')),
  'the manifest is empty': (f) =>
    withPart(f, SIGNATURE, replace(/<Manifest>.*?<\/Manifest>/, '<Manifest></Manifest>')),
  'a comment is put into the signature': (f) =>
    withPart(f, SIGNATURE, replace('<KeyInfo>', '<!-- x --><KeyInfo>')),
  'an object is added to the signature': (f) =>
    withPart(f, SIGNATURE, replace('</Signature>', '<Object Id="x"></Object></Signature>')),
  'the certificate is exchanged': (f) => {
    const pem = Buffer.from(makeIdentity({ key: 'p256' }).certificate).toString();
    const der = pem.replace(/-----[^-]+-----|\s/g, '');
    return withPart(f, SIGNATURE, replace(/<X509Certificate>[^<]*/, `<X509Certificate>${der}`));
  },
  'the signature is gone': (f) => withPart(f, SIGNATURE, () => null),
  'the signature is empty': (f) => withPart(f, SIGNATURE, () => ''),
  'the origin is not empty': (f) => withPart(f, '_xmlsignatures/origin.sigs', () => 'x'),
  'the relationships of the origin are spaced otherwise': (f) =>
    withPart(f, '_xmlsignatures/_rels/origin.sigs.rels', replace('><', '> <')),
  'it is packed by another program': (f) => zipSync(unzipSync(f)),
  'a part is compressed': (f) =>
    writeZip(
      readZip(f).map((entry) => {
        if (entry.name !== 'word/document.xml') return entry;
        return { ...entry, method: 8, compressed: deflateSync(entry.content) };
      }),
    ),
  'the parts stand in another order': (f) => writeZip([...readZip(f)].reverse()),
  'something stands before': (f) => Buffer.concat([strToU8('MZ'), f]),
  'something follows': (f) => Buffer.concat([f, strToU8('x')]),
  'the package has a comment': (f) => {
    const out = Buffer.concat([f, strToU8('ghi')]);
    out.writeUInt16LE(3, f.byteLength - 2);
    return out;
  },
  'it is cut short': (f) => f.slice(0, -40),
};

describe('a signed DOCX', () => {
  it('is valid for LibreOffice, a changed copy is not', () => {
    const changed = withPart(signed, 'word/document.xml', replace('1.000.000', '9.000.000'));
    const cut = withPart(
      signedWithChain,
      'word/_rels/document.xml.rels',
      replace('numbering', 'numberinG'),
    );
    const answers = inTemporaryFolder((folder) => {
      const files = [signed, signedWithChain, changed, cut].map((content, at) => {
        const file = join(folder, `${at}.docx`);
        writeFileSync(file, content);
        return file;
      });
      const script = join(import.meta.dirname, 'verify-in-libreoffice.py');
      const profile = join(folder, 'profile');
      return JSON.parse(
        execFileSync('/usr/bin/python3', [script, profile, ...files], { encoding: 'utf8' }),
      );
    });
    expect(answers.map((one: { valid: boolean }[]) => one.map(({ valid }) => valid))).toEqual([
      [true],
      [true],
      [false],
      [false],
    ]);
    expect(answers[0][0].signer).toContain(`CN=${SIGNER}`);
  }, 120_000);

  it('has three references of three for xmlsec1', () => {
    for (const file of [signed, signedWithChain]) {
      const words = inTemporaryFolder((folder) => {
        for (const [name, content] of Object.entries(unzipSync(file))) {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          writeFileSync(join(folder, name), content);
        }
        const ids = ['--id-attr:Id', 'Object', '--id-attr:Id', 'SignedProperties'];
        const options = ['--verify', '--insecure', '--ignore-manifests', ...ids];
        const { stderr, stdout } = spawnSync('xmlsec1', [...options, join(folder, SIGNATURE)], {
          encoding: 'utf8',
        });
        return stderr + stdout;
      });
      expect(words).toContain('SignedInfo References (ok/all): 3/3');
      expect(words).toMatch(/^OK$/m);
    }
  });

  it('is intact for us, with signer, time and trust', () => {
    for (const [file, root] of [
      [signed, rsa.root],
      [signedWithChain, ec.root],
    ] as const) {
      const result = verifyFile(file, { roots: [root], now: NOW });
      expect(result.ok && result.value).toMatchObject({
        format: 'docx',
        intact: true,
        coversWholeFile: true,
        signer: SIGNER,
        trust: 'trusted',
      });
    }
    expect(report(signed).trust).toBe('unknown');
  });

  it('keeps every part as it was, and is the same to the byte when signed again with RSA', () => {
    const before = unzipSync(docx);
    const after = unzipSync(signed);
    for (const [name, content] of Object.entries(before)) {
      if (name.endsWith('.rels') || name.startsWith('[')) continue;
      expect(Buffer.compare(after[name] ?? new Uint8Array(), content), name).toBe(0);
    }
    const texts = { reason: 'Phê duyệt <đề xuất> & "ký"', location: 'Hải Phòng' };
    const again = sign(docx, texts);
    expect(again.ok && Buffer.compare(again.value.bytes, signed)).toBe(0);
  });

  it.each(Object.entries(tampering))('is not intact when %s', (_, tamper) => {
    for (const file of [signed, signedWithChain]) {
      const result = report(tamper(file));
      expect(result.intact).toBe(false);
      expect(result.reasons.length).toBeGreaterThan(0);
    }
  });

  it('names the part that was changed', () => {
    const changed = tampering['the text is changed']!(signed);
    expect(report(changed).reasons[0]).toBe(
      'Phần “/word/document.xml” của tệp đã bị thay đổi sau khi ký.',
    );
  });

  it('is not intact after any change of a single byte', () => {
    fc.assert(
      fc.property(fc.nat(signed.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const changed = Uint8Array.from(signed);
        changed[at] = (changed[at] ?? 0) ^ bits;
        expect(report(changed).intact).toBe(false);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('signing a DOCX is refused', () => {
  it('when it is signed, no DOCX, or damaged', () => {
    expect(codeOf(signed)).toBe('sign-already-signed');
    for (const file of [strToU8('xin chào'), docx.slice(0, 2000), docx.slice(7), zipSync({})]) {
      expect(codeOf(file)).toBe('sign-unreadable');
    }
    const doubled = writeZip([...readZip(docx), storedEntry('WORD/document.xml', strToU8('<x/>'))]);
    expect(codeOf(doubled)).toBe('sign-unreadable');
    const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(70 * 1024 * 1024) });
    expect(codeOf(bomb)).toBe('sign-unreadable');
  });

  it('when the reason is longer than Word shows', () => {
    expect(codeOf(docx, { reason: 'đ'.repeat(255) })).toBe('signed');
    expect(codeOf(docx, { reason: 'đ'.repeat(256) })).toBe('sign-reason-too-long');
  });

  it('for the same certificates and passphrases as a PDF', () => {
    expect(codeOf(docx, { passphrase: passphrase('sai') })).toBe('p12-wrong-passphrase');
    expect(codeOf(docx, { now: NOW + 400 * 24 * 3_600_000 })).toBe('certificate-expired');
  });
});

describe('an honest report', () => {
  it('of a DOCX without a signature, of a foreign one, of something else', () => {
    expect(report(docx).reasons).toEqual(['Tệp không có chữ ký số nào.']);
    const foreign = writeZip([...readZip(docx), storedEntry(SIGNATURE, strToU8('<Signature/>'))]);
    expect(report(foreign).signatures[0]?.verdict).toBe('unclear');
    const result = verifyFile(strToU8('xin chào'));
    expect(result.ok ? '' : result.error.code).toBe('verify-unknown-format');
  });

  it('is given for any bytes at all, without throwing', () => {
    fc.assert(
      fc.property(
        fc.nat(signed.byteLength - 1),
        fc.uint8Array({ minLength: 1, maxLength: 30 }),
        (at, noise) => {
          const changed = Uint8Array.from(signed);
          changed.set(noise.subarray(0, changed.byteLength - at), at);
          const result = verifyFile(changed);
          expect(result.ok || result.error.code === 'verify-unknown-format').toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
