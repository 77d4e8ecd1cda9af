import { beforeAll, describe, expect, it } from 'vitest';
import { checkSignedUpdate, verifyPdf } from '../../../electron/sign';
import { askPdfsig, checkWithQpdf } from './judges';
import { cmsInBer, signatureOf, signContent, withTimeStamp } from './make-cms';
import { makeIdentity, SIGNER, SIGNING_USE } from './make-identity';
import { makePdf } from './make-pdf';
import { bodyOf, signAsVendor, type VendorStyle } from './vendor-signer';

/**
 * "The signed file can be taken back: it must be an incremental update of the frozen file."
 * Whatever program signed it, and nothing else than signing.
 */

const director = makeIdentity({ chain: true, extensions: SIGNING_USE });
const accountant = makeIdentity({ key: 'p256', name: 'Kế toán trưởng' });

const pkcs7 = (content: Uint8Array): Uint8Array =>
  signContent(director, content, '-md', 'sha256', '-certfile', 'chain.pem');
const cades = (content: Uint8Array): Uint8Array =>
  signContent(director, content, '-md', 'sha256', '-cades', '-certfile', 'chain.pem');

const TOKEN: VendorStyle = { subFilter: 'adbe.pkcs7.detached', cms: pkcs7 };

const codeOf = (frozen: Uint8Array, signed: Uint8Array): string => {
  const result = checkSignedUpdate(frozen, signed);
  return result.ok ? 'fine' : result.error.code;
};

let frozen: Uint8Array;
let text: string;
let page: number;
let content: number;
let root: number;
let pages: number;
beforeAll(async () => {
  frozen = await makePdf();
  text = Buffer.from(frozen).toString('latin1');
  const find = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
  page = find(/(\d+) 0 obj\n<<\n\/Type \/Page\n/);
  content = find(/\/Contents (?:\[ ?)?(\d+) 0 R/);
  root = find(/\/Root (\d+) 0 R/);
  pages = find(/\/Pages (\d+) 0 R/);
});

describe('a file signed by a vendor’s program is taken back', () => {
  it.each<[string, VendorStyle, 'intact' | 'unclear']>([
    ['PKCS#7 with signing time and chain', TOKEN, 'intact'],
    ['small hexadecimal digits', { ...TOKEN, hex: 'lower' }, 'intact'],
    ['compressed objects and table', { ...TOKEN, table: 'stream' }, 'intact'],
    ['CAdES', { subFilter: 'ETSI.CAdES.detached', cms: cades }, 'intact'],
    [
      'CAdES, compressed',
      { subFilter: 'ETSI.CAdES.detached', cms: cades, table: 'stream' },
      'intact',
    ],
    [
      'CAdES with a time stamp',
      { subFilter: 'ETSI.CAdES.detached', cms: (bytes) => stamped(cades(bytes)) },
      'intact',
    ],
    ['PKCS#7 with a time stamp', { ...TOKEN, cms: (bytes) => stamped(pkcs7(bytes)) }, 'intact'],
    [
      'ECDSA',
      { ...TOKEN, cms: (bytes) => signContent(accountant, bytes, '-md', 'sha256') },
      'intact',
    ],
    [
      'SHA-512',
      {
        ...TOKEN,
        cms: (bytes) => signContent(director, bytes, '-md', 'sha512', '-certfile', 'chain.pem'),
      },
      'intact',
    ],
    [
      'the signer’s certificate alone',
      { ...TOKEN, cms: (bytes) => signContent(director, bytes, '-md', 'sha256') },
      'unclear',
    ],
    [
      'BER, as Java programs write',
      { ...TOKEN, cms: (bytes) => cmsInBer(pkcs7(bytes)) },
      'unclear',
    ],
    ['a box that is not shown', { ...TOKEN, box: [0, 0, 0, 0] }, 'intact'],
  ])('%s', (_, style, verdict) => {
    const signed = signAsVendor(frozen, style);
    checkWithQpdf(signed);
    expect(askPdfsig(signed)).toMatchObject([{ valid: true, whole: true }]);
    expect(codeOf(frozen, signed)).toBe('fine');
    const report = verifyPdf(signed);
    expect(report.ok && report.value.signatures[0]).toMatchObject({
      verdict,
      signedPartHolds: true,
    });
  });

  it('of a director and an accountant, one after the other', () => {
    const first = signAsVendor(frozen, TOKEN);
    const both = signAsVendor(first, {
      ...TOKEN,
      box: [60, 60, 240, 110],
      cms: (bytes) => signContent(accountant, bytes, '-md', 'sha256'),
    });
    checkWithQpdf(both);
    expect(askPdfsig(both).map(({ valid }) => valid)).toEqual([true, true]);
    expect(codeOf(frozen, both)).toBe('fine');
    const report = verifyPdf(both);
    expect(report.ok && report.value.signatures.map(({ signer }) => signer)).toEqual([
      SIGNER,
      'Kế toán trưởng',
    ]);
  });
});

const stamped = (cms: Uint8Array): Uint8Array => withTimeStamp(cms, signatureOf(cms));

describe('anything but signing is refused', () => {
  const change = (more: Partial<VendorStyle>): string =>
    codeOf(frozen, signAsVendor(frozen, { ...TOKEN, ...more }));

  it.each<[string, () => Partial<VendorStyle>, string]>([
    [
      'another content of the page',
      () => ({ objects: { [content]: '<</Length 0>>\nstream\n\nendstream' } }),
      'update-changes-content',
    ],
    [
      'the same in a compressed update',
      () => ({ table: 'stream', objects: { [content]: '<</Length 0>>\nstream\n\nendstream' } }),
      'update-changes-content',
    ],
    ['a turned page', () => ({ page: '/Rotate 180' }), 'update-changes-content'],
    [
      'other resources of the page',
      () => ({ page: '/Group <</S/Transparency>>' }),
      'update-changes-content',
    ],
    [
      'a page less',
      () => ({ objects: { [pages]: bodyOf(text, pages).replace(/\/Count 2/, '/Count 1') } }),
      'update-changes-content',
    ],
    [
      'a script of the catalog',
      () => ({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
      'update-changes-content',
    ],
    ['layers', () => ({ catalog: '/OCProperties<</OCGs[]/D<<>>>>' }), 'update-changes-content'],
    [
      'attached files',
      () => ({ catalog: '/Names<</EmbeddedFiles<</Names[]>>>>' }),
      'update-changes-content',
    ],
    [
      'a form that draws itself anew',
      () => ({ form: '/NeedAppearances true' }),
      'update-changes-content',
    ],
    ['a form in XML', () => ({ form: '/XFA(x)' }), 'update-changes-content'],
    [
      'a script of the box',
      () => ({ widget: '/AA<</E<</S/JavaScript/JS(app.alert\\(1\\))>>>>' }),
      'update-changes-content',
    ],
    ['a box over the text', () => ({ box: [0, 200, 595, 842] }), 'update-covers-page'],
    [
      'a digest that can be forged',
      () => ({ cms: (bytes) => signContent(director, bytes, '-md', 'sha1') }),
      'update-not-intact',
    ],
    [
      'a signature of something else',
      () => ({ cms: () => pkcs7(Buffer.from('khác')) }),
      'update-not-intact',
    ],
    ['no signature at all', () => ({ cms: () => new Uint8Array() }), 'update-not-intact'],
    [
      'a time stamp of something else',
      () => ({ cms: (bytes) => withTimeStamp(pkcs7(bytes), Buffer.from('khác')) }),
      'update-not-intact',
    ],
  ])('%s', (_, more, code) => {
    expect(change(more())).toBe(code);
  });

  it('a comment beside the signature', () => {
    const note =
      '<</Type/Annot/Subtype/FreeText/Rect[50 690 400 720]/Contents(khac)/DA(/Helv 14 Tf)>>';
    const body = bodyOf(text, page).replace(/>>\s*$/, '/Annots [90 0 R 91 0 R] >>');
    expect(change({ objects: { 90: note, [page]: body } })).toBe('update-changes-content');
  });

  it('a file signed first and changed afterwards, or printed to a new file and signed', async () => {
    const signed = signAsVendor(frozen, TOKEN);
    const added = Buffer.concat([signed, Buffer.from('\n% thêm\n')]);
    expect(codeOf(frozen, added)).not.toBe('fine');
    expect(codeOf(frozen, signAsVendor(await makePdf({ pages: 3 }), TOKEN))).toBe(
      'update-other-file',
    );
    expect(codeOf(frozen, signed.subarray(0, -1))).not.toBe('fine');
  });

  it('a trailer that leads to another root', () => {
    const signed = signAsVendor(frozen, {
      ...TOKEN,
      root: 95,
      objects: { 95: bodyOf(text, root) },
    });
    expect(codeOf(frozen, signed)).toBe('update-changes-content');
  });
});
