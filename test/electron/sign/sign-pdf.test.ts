import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import {
  isIncrementalUpdateOf,
  type SignPdfOptions,
  signPdf,
  verifyPdf,
} from '../../../electron/sign';
import {
  askPdfsig,
  checkWithQpdf,
  cmsOf,
  opensslAccepts,
  qpdf,
  rangesOf,
  signedContent,
} from './judges';
import { inTemporaryFolder, makeIdentity, passphrase, SIGNER, SIGNING_USE } from './make-identity';
import { FONT, makePdf } from './make-pdf';
import { update } from './tamper-pdf';

const YEAR = 365 * 24 * 3_600_000;
const NOW = Date.now() + 3_600_000;

const rsa = makeIdentity({ extensions: SIGNING_USE });
const ec = makeIdentity({ key: 'p256', chain: true, extensions: SIGNING_USE });

const sign = (pdf: Uint8Array, more: Partial<SignPdfOptions> = {}): ReturnType<typeof signPdf> =>
  signPdf(pdf, { p12: rsa.p12, passphrase: passphrase(), now: NOW, ...more });

const signed = async (pdf: Uint8Array, more: Partial<SignPdfOptions> = {}): Promise<Uint8Array> => {
  const result = await sign(pdf, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
};

const codeOf = async (pdf: Uint8Array, more: Partial<SignPdfOptions> = {}): Promise<string> => {
  const result = await sign(pdf, more);
  return result.ok ? 'signed' : result.error.code;
};

/** A PNG of one blue, half transparent pixel. */
const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of body) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
};
const makePng = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 4, 0x80)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const inputs = {
  'with a table': () => makePdf(),
  'with object streams': () => makePdf({ objectStreams: true }),
  linearized: async () => qpdf(await makePdf(), '--linearize'),
  'linearized with object streams': async () =>
    qpdf(await makePdf(), '--linearize', '--object-streams=generate'),
  'with a last line end': async () => Buffer.concat([await makePdf(), Buffer.from('\r\n')]),
  'rotated by 90°': () => makePdf({ rotate: 90 }),
  'rotated by 270°': () => makePdf({ rotate: 270, objectStreams: true }),
};

describe('a signed PDF', () => {
  for (const [name, make] of Object.entries(inputs)) {
    for (const [kind, identity] of Object.entries({ RSA: rsa, ECDSA: ec })) {
      it(`${name}, ${kind}: every judge agrees that it is valid and wholly signed`, async () => {
        const pdf = await make();
        const out = await signed(pdf, {
          p12: identity.p12,
          reason: 'Phê duyệt đề xuất',
          location: 'Hải Phòng',
          box: { page: 1, x: 110, y: 5, width: 80, font: FONT },
        });
        expect(Buffer.compare(out.subarray(0, pdf.byteLength), pdf)).toBe(0);
        expect(isIncrementalUpdateOf(pdf, out)).toBe(true);
        expect(askPdfsig(out)).toEqual([
          { valid: true, whole: true, type: 'ETSI.CAdES.detached', signer: SIGNER },
        ]);
        checkWithQpdf(out);
        expect(opensslAccepts(cmsOf(out), signedContent(out), identity.root)).toBe(true);
        const report = verifyPdf(out, { roots: [identity.root], now: NOW });
        expect(report.ok && report.value).toMatchObject({
          intact: true,
          coversWholeFile: true,
          signer: SIGNER,
          trust: 'trusted',
        });
      });
    }
  }

  it('is PAdES-B-B: content type, digest, signing-certificate-v2, no signing time; no change permitted', async () => {
    const out = await signed(await makePdf());
    const structure = Buffer.from(cmsOf(out)).toString('latin1');
    const oid = (...bytes: number[]): string => Buffer.from(bytes).toString('latin1');
    const pkcs9 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09];
    expect(structure).toContain(oid(0x06, 0x09, ...pkcs9, 0x03));
    expect(structure).toContain(oid(0x06, 0x09, ...pkcs9, 0x04));
    expect(structure).toContain(oid(0x06, 0x0b, ...pkcs9, 0x10, 0x02, 0x2f));
    expect(structure).not.toContain(oid(0x06, 0x09, ...pkcs9, 0x05));
    const text = Buffer.from(out).toString('latin1');
    expect(text).toMatch(
      /\/TransformMethod \/DocMDP\n\/TransformParams << \/Type \/TransformParams \/P 1 \/V \/1.2 >>/,
    );
    expect(text).toMatch(/\/Perms << \/DocMDP \d+ 0 R >>/);
    expect(text).toMatch(/\/M \(D:\d{14}\+07'00'\)/);
    const { start, end } = rangesOf(out);
    expect(end - start).toBe(24 * 1024 * 2 + 2);
  });

  it('keeps Vietnamese in its strings', async () => {
    const out = await signed(await makePdf(), {
      reason: 'Phê duyệt đề xuất',
      location: 'Hải Phòng',
    });
    const text = Buffer.from(out).toString('latin1');
    const read = (key: string): string => {
      const hex = new RegExp(`/${key} <FEFF([0-9A-F]+)>`).exec(text)?.[1] ?? '';
      return Buffer.from(hex, 'hex').swap16().toString('utf16le');
    };
    expect([read('Reason'), read('Location'), read('Name')]).toEqual([
      'Phê duyệt đề xuất',
      'Hải Phòng',
      SIGNER,
    ]);
  });

  it('is the same to the byte when signed again with RSA at the same time', async () => {
    const pdf = await makePdf();
    const box = { page: 2, x: 20, y: 20, width: 60, font: FONT };
    expect(Buffer.compare(await signed(pdf, { box }), await signed(pdf, { box }))).toBe(0);
  });

  it('shows signer, number and time as Nghị định 30 asks, in a font that is embedded', async () => {
    const out = await signed(await makePdf(), {
      now: Date.parse('2026-12-31T17:05:07Z'),
      box: { page: 1, width: 80, font: FONT, documentNumber: '12/CV-ĐV' },
    });
    const { text, fonts } = inTemporaryFolder((folder) => textAndFonts(folder, out));
    expect(text).toContain('Số: 12/CV-ĐV');
    expect(text).toContain(`Người ký: ${SIGNER}`);
    expect(text).toContain('Thời gian ký: 2027-01-01T00:05:07+07:00');
    expect(fonts).toMatch(/BDXCKS\+LiberationSerif .* yes yes yes/);
  });

  it('ends the text top right at the margin, as wide as its lines, a long name in one of them', async () => {
    const boxOf = async (p12: Uint8Array): Promise<readonly number[]> => {
      const box = { page: 1, width: 80, font: FONT, documentNumber: '12/CV-ĐV' };
      const text = Buffer.from(await signed(await makePdf(), { p12, box })).toString('latin1');
      return (/\/Rect \[([^\]]*)\]/.exec(text)?.[1] ?? '').split(' ').map(Number);
    };
    const millimetres = 72 / 25.4;
    const name = 'Công ty Cổ phần Phát triển Khu công nghiệp Đình Vũ – Cát Hải';
    const short = await boxOf(makeIdentity({ key: 'p256', name: 'Đình Vũ' }).p12);
    const long = await boxOf(makeIdentity({ key: 'p256', name }).p12);
    for (const [left = 0, bottom = 0, right = 0, top = 0] of [short, long]) {
      expect(right).toBeCloseTo(595.28 - 20 * millimetres, 0);
      expect(top).toBeCloseTo(841.89 - 5 * millimetres, 0);
      // Above the text of a paper, which begins 20 mm from the top.
      expect(bottom).toBeGreaterThan(841.89 - 20 * millimetres);
      expect(left).toBeGreaterThan(30 * millimetres);
    }
    expect((short[0] ?? 0) - (long[0] ?? 0)).toBeGreaterThan(40 * millimetres);
  });

  it('may show the image of the signature alone', async () => {
    const image = makePng(30, 10);
    const out = await signed(await makePdf(), {
      box: { page: 1, x: 100, y: 200, width: 45, height: 20, font: FONT, image },
    });
    expect(askPdfsig(out)).toMatchObject([{ valid: true, whole: true }]);
    const { text } = inTemporaryFolder((folder) => textAndFonts(folder, out));
    expect(text).not.toContain('Người ký');
  });

  it('keeps fields and annotations that were there, and takes a name none of them has', async () => {
    const document = await PDFDocument.load(await makePdf());
    document.getForm().createTextField('Ghi chú').addToPage(document.getPage(0), { x: 60, y: 60 });
    const pdf = await document.save({ useObjectStreams: false });
    const out = await signed(pdf);
    const again = await PDFDocument.load(out);
    const names = again
      .getForm()
      .getFields()
      .map((field) => field.getName());
    expect(names).toContain('Ghi chú');
    expect(names.length).toBe(2);
    expect(again.getPage(0).node.Annots()?.size()).toBe(2);
    checkWithQpdf(out);
  });
});

const textAndFonts = (folder: string, pdf: Uint8Array): { text: string; fonts: string } => {
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
  writeFileSync(join(folder, 'file.pdf'), pdf);
  return { text: run('pdftotext', '-layout', 'file.pdf', '-'), fonts: run('pdffonts', 'file.pdf') };
};

describe('signing is refused', () => {
  it('for a certificate that is out of its time or made for something else', async () => {
    const pdf = await makePdf();
    expect(await codeOf(pdf, { now: NOW + 2 * YEAR })).toBe('certificate-expired');
    expect(await codeOf(pdf, { now: NOW - YEAR })).toBe('certificate-not-yet-valid');
    const wrong = [
      { key: 'p256', extensions: ['extendedKeyUsage=serverAuth'] },
      { key: 'p256', extensions: ['keyUsage=critical,keyEncipherment'] },
      { key: 'p256', extensions: ['keyUsage=critical,keyCertSign,cRLSign'] },
      { key: 'p256', extensions: ['keyUsage=digitalSignature', 'extendedKeyUsage=codeSigning'] },
    ] as const;
    for (const wanted of wrong) {
      const { p12 } = makeIdentity(wanted);
      expect(await codeOf(pdf, { p12 })).toBe('certificate-wrong-purpose');
    }
    expect(await codeOf(pdf, { p12: makeIdentity({ key: 'rsa1024' }).p12 })).toBe(
      'certificate-weak-key',
    );
    expect(await codeOf(pdf, { p12: makeIdentity({ key: 'ed25519' }).p12 })).toBe(
      'certificate-unknown-key',
    );
  });

  it('but not for the purposes Vietnamese authorities write', async () => {
    const { p12 } = makeIdentity({
      key: 'p384',
      extensions: [
        'keyUsage=critical,digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment',
        'extendedKeyUsage=clientAuth,emailProtection',
      ],
    });
    expect(askPdfsig(await signed(await makePdf(), { p12 }))).toMatchObject([{ valid: true }]);
  });

  it('for a file that is signed, locked, no PDF, or may look different tomorrow', async () => {
    const pdf = await makePdf();
    expect(await codeOf(await signed(pdf))).toBe('sign-already-signed');
    const locked = qpdf(pdf, '--encrypt', 'mở', 'chủ', '256', '--');
    expect(await codeOf(locked)).toBe('sign-encrypted');
    for (const junk of [Buffer.from('xin chào'), pdf.subarray(0, 3000), pdf.subarray(10)]) {
      expect(await codeOf(junk)).toBe('sign-unreadable');
    }
    const document = await PDFDocument.load(pdf);
    document.addJavaScript('đổi', 'this.getField("a").value = 1;');
    expect(await codeOf(await document.save())).toBe('sign-changing-content');
    const layered = await PDFDocument.load(pdf);
    layered.catalog.set(PDFName.of('OCProperties'), layered.context.obj({ OCGs: [], D: {} }));
    expect(await codeOf(await layered.save())).toBe('sign-changing-content');
    const form = await PDFDocument.load(pdf);
    const fields = { Fields: [], XFA: PDFString.of('x') };
    form.catalog.set(PDFName.of('AcroForm'), form.context.obj(fields));
    expect(await codeOf(await form.save())).toBe('sign-changing-content');
  });

  it('for a file that hides a second version of its content', async () => {
    const pdf = await makePdf();
    const text = Buffer.from(pdf).toString('latin1');
    const number = /(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(text)?.[1];
    const hidden = `${number} 0 obj\n<< /Type /Page /MediaBox [0 0 1 1] >>\nendobj\n`;
    const at = text.lastIndexOf('startxref');
    const shadow = Buffer.from(text.slice(0, at) + hidden + text.slice(at), 'latin1');
    expect(await codeOf(shadow)).toBe('sign-not-verified');
  });

  it('for a file in which a key stands twice, so that programs read it in different ways', async () => {
    const text = Buffer.from(await makePdf()).toString('latin1');
    const root = Number(/\/Root (\d+) 0 R/.exec(text)?.[1]);
    const twice = update(text, { [root]: '<< /Type /Catalog /Pages 2 0 R /Pages 1 0 R >>' });
    expect(await codeOf(Buffer.from(text + twice, 'latin1'))).toBe('sign-unreadable');
  });

  it('for a box that is not on the page, too small, or holds what cannot be drawn', async () => {
    const pdf = await makePdf();
    const box = { page: 1, x: 20, y: 20, width: 60, font: FONT };
    expect(await codeOf(pdf, { box: { ...box, page: 3 } })).toBe('sign-box-outside');
    expect(await codeOf(pdf, { box: { ...box, x: 160 } })).toBe('sign-box-outside');
    expect(await codeOf(pdf, { box: { ...box, y: -1 } })).toBe('sign-box-outside');
    expect(await codeOf(pdf, { box: { ...box, height: 4 } })).toBe('sign-box-too-small');
    expect(await codeOf(pdf, { box: { ...box, documentNumber: '漢字' } })).toBe('missing-glyph');
    for (const image of [Buffer.from('GIF89a'), makePng(2, 2).subarray(0, 50), makePng(5000, 1)]) {
      expect(await codeOf(pdf, { box: { ...box, image } })).toBe('sign-bad-image');
    }
  });

  it('and wipes the passphrase then too', async () => {
    const secret = passphrase();
    await sign(Buffer.from('xin chào'), { passphrase: secret });
    expect([...secret].every((byte) => byte === 0)).toBe(true);
  });
});
