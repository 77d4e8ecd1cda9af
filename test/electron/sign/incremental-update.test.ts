import { beforeAll, describe, expect, it } from 'vitest';
import { checkSignedUpdate, isIncrementalUpdateOf, signPdf } from '../../../electron/sign';
import { qpdf } from './judges';
import { makeIdentity, passphrase } from './make-identity';
import { makePdf } from './make-pdf';
import { pdfTampering, update } from './tamper-pdf';

const identity = makeIdentity({ key: 'p256' });
const NOW = Date.now() + 60_000;

const sign = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const result = await signPdf(pdf, { p12: identity.p12, passphrase: passphrase(), now: NOW });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.bytes;
};

const codeOf = (frozen: Uint8Array, signed: Uint8Array): string => {
  const result = checkSignedUpdate(frozen, signed);
  expect(isIncrementalUpdateOf(frozen, signed)).toBe(result.ok);
  return result.ok ? 'fine' : result.error.code;
};

const append = (pdf: Uint8Array, objects: Readonly<Record<number, string>>): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(text + update(text, objects), 'latin1');
};

const numberOf = (pdf: Uint8Array, pattern: RegExp): number =>
  Number(pattern.exec(Buffer.from(pdf).toString('latin1'))?.[1]);

const bodyOf = (pdf: Uint8Array, number: number): string =>
  new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(
    Buffer.from(pdf).toString('latin1'),
  )?.[1] ?? '';

let frozen: Uint8Array;
let signed: Uint8Array;
beforeAll(async () => {
  frozen = await makePdf();
  signed = await sign(frozen);
});

describe('a file signed elsewhere is taken back', () => {
  it('when it is the frozen file with a signature added', async () => {
    expect(codeOf(frozen, signed)).toBe('fine');
    const packed = await makePdf({ objectStreams: true });
    expect(codeOf(packed, await sign(packed))).toBe('fine');
  });

  it('even when the signing program wrote information, metadata or the same page again', async () => {
    const page = numberOf(frozen, /(\d+) 0 obj\n<<\n\/Type \/Page\n/);
    const info = numberOf(frozen, /\/Info (\d+) 0 R/);
    const touched = append(frozen, {
      [info]: '<< /Producer (Token) >>',
      [page]: bodyOf(frozen, page).replaceAll('\n', '  '),
    });
    expect(codeOf(frozen, await sign(touched))).toBe('fine');
  });
});

describe('a file signed elsewhere is refused', () => {
  it('when it is another file or no longer than the frozen one', async () => {
    expect(codeOf(frozen, frozen)).toBe('update-other-file');
    expect(codeOf(frozen, await sign(await makePdf({ pages: 3 })))).toBe('update-other-file');
    expect(codeOf(frozen, await sign(qpdf(frozen)))).toBe('update-other-file');
  });

  it('when what it signs is not what was frozen', async () => {
    const page = numberOf(frozen, /(\d+) 0 obj\n<<\n\/Type \/Page\n/);
    const catalog = numberOf(frozen, /\/Root (\d+) 0 R/);
    const content = numberOf(frozen, /\/Contents (?:\[ ?)?(\d+) 0 R/);
    const changes: readonly Readonly<Record<number, string>>[] = [
      { [page]: bodyOf(frozen, page).replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 300 300]') },
      { [content]: '<< /Length 0 >>\nstream\n\nendstream' },
      { [catalog]: bodyOf(frozen, catalog).replace('<<', '<< /OpenAction [3 0 R /Fit]') },
      {
        90: '<< /Type /Annot /Subtype /FreeText /Rect [50 690 400 720] /Contents (khac) /DA (/Helv 14 Tf) >>',
        [page]: bodyOf(frozen, page).replace(/\/Annots \[[^\]]*\]/, '/Annots [90 0 R]'),
      },
    ];
    for (const [at, change] of changes.entries()) {
      const code = codeOf(frozen, await sign(append(frozen, change)));
      expect(code, `change ${at}`).toBe('update-changes-content');
    }
  });

  it('when nothing is signed, or something was added after the signature', () => {
    expect(codeOf(frozen, append(frozen, { 90: '<< >>' }))).toBe('update-not-intact');
    expect(codeOf(frozen, pdfTampering['only the title is changed']!(signed))).toBe(
      'update-not-intact',
    );
    expect(codeOf(frozen, pdfTampering['the page is drawn anew']!(signed))).toBe(
      'update-changes-content',
    );
    expect(codeOf(frozen, pdfTampering['the last padding is not zero']!(signed))).toBe(
      'update-not-intact',
    );
    expect(codeOf(frozen, Buffer.concat([frozen, Buffer.from('\n% xin chào\n')]))).not.toBe('fine');
  });
});
