import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { signPdf, type VerificationReport, verifyPdf } from '../../../electron/sign';
import { askPdfsig, cmsOf, opensslAccepts, qpdf, rangesOf, signedContent } from './judges';
import { type Identity, makeIdentity, passphrase } from './make-identity';
import { FONT, makePdf } from './make-pdf';
import { cmsTampering } from './tamper-cms';
import { pdfTampering, putCms, update } from './tamper-pdf';

const NOW = Date.now() + 3_600_000;

const verify = (pdf: Uint8Array): VerificationReport => {
  const result = verifyPdf(pdf);
  if (result.ok) return result.value;
  expect(result.error.code).toBe('verify-unknown-format');
  return { intact: false, coversWholeFile: false, signatures: [], reasons: [] } as never;
};

/**
 * Our word and pdfsig's about the bytes that are signed. Ours may be sterner (structure, padding,
 * bytes after the end), never milder.
 */
const expectNotMilder = (pdf: Uint8Array, report: VerificationReport): void => {
  const words = askPdfsig(pdf);
  if (report.intact) expect(words.every(({ valid, whole }) => valid && whole)).toBe(true);
  if (report.signatures.some(({ signedPartHolds }) => signedPartHolds)) {
    expect(words.some(({ valid }) => valid)).toBe(true);
  }
};

const sign = async (identity: Identity, objectStreams: boolean): Promise<Uint8Array> => {
  const result = await signPdf(await makePdf({ objectStreams }), {
    p12: identity.p12,
    passphrase: passphrase(),
    now: NOW,
    reason: 'Phê duyệt',
    box: { page: 1, x: 110, y: 5, width: 80, font: FONT },
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.bytes;
};

const rsa = makeIdentity();
const chain = makeIdentity({ key: 'p256', chain: true });
const stranger = makeIdentity({ key: 'p256', name: 'Người lạ' });
const strangerDer = Buffer.from(
  Buffer.from(stranger.certificate)
    .toString()
    .replace(/-----[^-]+-----|\s/g, ''),
  'base64',
);

let signed: Uint8Array;
let signedWithChain: Uint8Array;
beforeAll(async () => {
  signed = await sign(rsa, false);
  signedWithChain = await sign(chain, true);
});

describe('a changed PDF is never called intact', () => {
  const cms = cmsTampering(strangerDer);

  it('of more than forty kinds of change', () => {
    expect(verify(signed).intact).toBe(true);
    const kinds = Object.keys(pdfTampering).length + Object.keys(cms).length;
    expect(kinds).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(pdfTampering))('%s', (_, tamper) => {
    const changed = tamper(signed);
    expect(Buffer.compare(changed, signed)).not.toBe(0);
    const report = verify(changed);
    expect(report.intact).toBe(false);
    expect(report.signatures.length === 0 || report.reasons.length > 0).toBe(true);
    expectNotMilder(changed, report);
  });

  it.each(Object.entries(cms))('in the signature: %s', (_, tamper) => {
    for (const pdf of [signed, signedWithChain]) {
      const changed = putCms(pdf, tamper(cmsOf(pdf)));
      expect(verify(changed).intact).toBe(false);
    }
  });

  it('when anything follows the signature, the file is said to have changed afterwards', () => {
    for (const kind of ['a comment is added', 'the page is drawn anew', 'a line end is added']) {
      const report = verify(pdfTampering[kind]!(signed));
      expect(report.coversWholeFile).toBe(false);
      expect(report.reasons.join(' ')).toContain('thay đổi sau khi ký');
    }
  });

  /** A generator of our own, so that the same 500 changes are tried each time. */
  const numbers = (seed: number): (() => number) => {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  };

  it('by 500 changes of a single byte, and pdfsig agrees about what is signed', () => {
    const random = numbers(20_240_101);
    for (let i = 0; i < 500; i += 1) {
      const pdf = i % 2 === 0 ? signed : signedWithChain;
      const { start, end } = rangesOf(pdf);
      const used = cmsOf(pdf).byteLength * 2 + 40;
      // Two fifths in the signature itself, one tenth in its padding, the rest in what is signed.
      const part = i % 10;
      const place =
        part < 4
          ? start + Math.floor(random() * used)
          : part === 4
            ? start + Math.floor(random() * (end - start))
            : Math.floor(random() * (pdf.byteLength - (end - start)));
      const at = part > 4 && place >= start ? place + (end - start) : place;
      const changed = Uint8Array.from(pdf);
      changed[at] = (changed[at] ?? 0) ^ (1 + Math.floor(random() * 255));
      const report = verify(changed);
      expect(report.intact, `byte ${at}`).toBe(false);
      if (part > 4) expect(report.signatures.every((one) => !one.signedPartHolds)).toBe(true);
      if (i % 20 === 5) {
        expect(
          askPdfsig(changed).some(({ valid }) => valid),
          `byte ${at}`,
        ).toBe(false);
      }
      if (i % 20 === 0) expectNotMilder(changed, report);
    }
  }, 60_000);

  it('and OpenSSL finds the signed content as changed as we do', () => {
    expect(opensslAccepts(cmsOf(signed), signedContent(signed), rsa.root)).toBe(true);
    const content = Uint8Array.from(signedContent(signed));
    content[100] = (content[100] ?? 0) ^ 1;
    expect(opensslAccepts(cmsOf(signed), content, rsa.root)).toBe(false);
  });
});

describe('an honest report', () => {
  it('of a file without a signature says so', async () => {
    const report = verify(await makePdf());
    expect(report).toMatchObject({ intact: false, coversWholeFile: false, signer: null });
    expect(report.reasons).toEqual(['Tệp không có chữ ký số nào.']);
  });

  it('never trusts a certificate it cannot follow to a root the person gave', () => {
    const at = (roots: readonly Uint8Array[], now = NOW): string => {
      const result = verifyPdf(signedWithChain, { roots, now });
      return result.ok ? result.value.trust : '';
    };
    expect(at([])).toBe('unknown');
    expect(at([chain.root])).toBe('trusted');
    expect(at([stranger.root])).toBe('untrusted');
    expect(at([Buffer.concat([stranger.root, chain.root])])).toBe('trusted');
    expect(at([Buffer.from('không phải chứng thư')])).toBe('unknown');
    expect(at([chain.root], NOW + 800 * 24 * 3_600_000)).toBe('unknown');
  });

  it('states the time of signing and whether the certificate was valid then', () => {
    const [report] = verify(signed).signatures;
    expect(report?.signedAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/);
    expect(report?.reasons.join(' ')).toContain('khi đó chứng thư đang có hiệu lực');
  });

  it('is given for any bytes at all, without throwing', () => {
    const pieces = fc.constantFrom(
      '%PDF-1.7\n',
      'xref\n',
      '0 1\n',
      '0000000000 65535 f \n',
      'trailer\n',
      '<<',
      '>>',
      '[',
      ']',
      '/Root 1 0 R',
      '/AcroForm',
      '/Fields',
      '/Sig',
      '/V',
      '1 0 obj\n',
      'endobj\n',
      'stream\n',
      'endstream\n',
      'startxref\n',
      '9\n',
      '%%EOF\n',
      '<00',
      '(',
      ')',
      '/Prev 9',
      ' ',
      '/Length 5',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const result = verifyPdf(
          Buffer.from(`%PDF-1.7\n${parts.join('')}\nstartxref\n9\n%%EOF`, 'latin1'),
        );
        expect(result.ok && result.value.intact).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(verifyPdf(Buffer.concat([Buffer.from('%PDF-'), noise])).ok).toBe(true);
      }),
    );
  });

  it('ends for files made to keep a reader busy', () => {
    const head = '%PDF-1.7\n';
    const close = (body: string, trailer = ''): Uint8Array => {
      const at = head.length + body.length;
      return Buffer.from(
        `${head}${body}xref\n0 2\n0000000000 65535 f \n${String(head.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
        'latin1',
      );
    };
    const at = (text: string): string => String(head.length + text.length);
    const catalog = '1 0 obj\n<< /Type /Catalog >>\nendobj\n';
    const hostile = [
      close(`1 0 obj\n${'['.repeat(200_000)}\nendobj\n`),
      close(`1 0 obj\n${'<<'.repeat(100_000)}\nendobj\n`),
      close(`1 0 obj\n<< /AcroForm << /Fields [${'1 0 R '.repeat(200_000)}] >> >>\nendobj\n`),
      close('1 0 obj\n1 0 R\nendobj\n'),
      close('1 0 obj\n<< /Length 1 0 R >>\nstream\nx\nendstream\nendobj\n'),
      close(catalog, `/Prev ${at(catalog)} `),
      close(catalog, '/Prev 9 '),
      close(catalog, '/Prev 99999999 '),
      close(`1 0 obj\n(${'('.repeat(1_000_000)}\nendobj\n`),
      close(`1 0 obj\n<${'0'.repeat(2_000_000)}\nendobj\n`),
      close(`1 0 obj\n<< /Type /Catalog >>\nendobj\n${'1 0 obj '.repeat(300_000)}\n`),
      close(`1 0 obj\n<< /Type /Catalog >>\nendobj\n${'/ByteRange '.repeat(300_000)}\n`),
      Buffer.from(`${head}xref\n0 1999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF`),
      Buffer.from(`${head}${'%'.repeat(3_000_000)}\nstartxref\n9\n%%EOF`),
    ];
    for (const file of hostile) expect(verify(file).intact).toBe(false);
  });

  it('is the same after nothing but reading: rewriting the file breaks the signature', () => {
    const rewritten = qpdf(signed, '--object-streams=generate');
    const report = verify(rewritten);
    expect(report.intact).toBe(false);
    expectNotMilder(rewritten, report);
  });

  it('names each of several signatures', () => {
    const text = Buffer.from(signed).toString('latin1');
    const field = Number(/\/Fields \[(\d+) 0 R/.exec(text)?.[1]);
    const root = Number(/\/Root (\d+) 0 R/.exec(text)?.[1]);
    const size = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
    const body =
      [...text.matchAll(new RegExp(`\\n${root} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))].at(-1)?.[1] ??
      '';
    const { start, end } = rangesOf(signed);
    const signature = /\n(\d+) 0 obj\n<<\n\/Type \/Sig\n/.exec(text)?.[1];
    const dictionary =
      new RegExp(`\\n${signature} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(text)?.[1] ?? '';
    const second = update(text, {
      [size]: dictionary,
      [size + 1]:
        `<< /FT /Sig /T (Hai) /V ${size} 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>`,
      [root]: body.replace(`[${field} 0 R]`, `[${field} 0 R ${size + 1} 0 R]`),
    });
    const report = verify(Buffer.from(text + second, 'latin1'));
    expect(report.signatures.length).toBe(2);
    expect(report.intact).toBe(false);
    expect(report.signatures[0]).toMatchObject({ signedPartHolds: true, coversWholeFile: false });
    expect(report.signatures[1]).toMatchObject({ coversWholeFile: false, verdict: 'changed' });
    expect(report.reasons[0]).toMatch(/^Chữ ký của Công ty TNHH Thử nghiệm Đình Vũ: /);
    expect(end).toBeGreaterThan(start);
  });
});
