import { createHash } from 'node:crypto';
import { err, type Failure, ok, type Result } from '../../../shared/base';
import { bytesOf, hexOf } from '../byte-strings';
import { displayName } from '../certificate/certificate-name';
import { writeSignedData } from '../cms/write-signed-data';
import { Malformed, orNull } from '../malformed';
import { openIdentity } from '../open-identity';
import type { SigningIdentity } from '../pkcs12/open-pkcs12';
import {
  ALREADY_SIGNED,
  CHANGING_CONTENT,
  ENCRYPTED,
  noSuchPage,
  notVerified,
  TOO_LONG_CHAIN,
  UNREADABLE_PDF,
} from '../sign-failures';
import type { SignedFile, SignOptions } from '../sign-options';
import { pdfTime, vietnamTime } from '../vietnam-time';
import { appendUpdate, firstFreeNumber, type NewObject } from './append-update';
import { findPage, type PdfPage } from './find-page';
import { catalogOf, findSignatures, walkFields } from './find-signatures';
import { changingParts } from './hidden-content';
import { openPdf, type PdfFile } from './open-pdf';
import { asDictionary, type IndirectObject, textOfString } from './pdf-object';
import { type BoxPlace, placeBox, type SignatureBox } from './signature-box';
import { type Drawing, formBody } from './signature-form';
import { verifyPdf } from './verify-pdf';
import { dictionaryWith, pdfName, pdfNumber, pdfText, rawOf } from './write-pdf-object';

export interface SignPdfOptions extends SignOptions {
  /** Left out: the signature is not shown on any page. */
  readonly box?: SignatureBox;
}

const CONTENTS_BYTES = 24 * 1024;
const HOLE = `<${'0'.repeat(CONTENTS_BYTES * 2)}>`;
const RANGE_ROOM = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`;
/** Print, and locked against being moved. */
const WIDGET_FLAGS = 4 + 128;
/** Signatures exist; only append. */
const FORM_FLAGS = 3;

const signatureDictionary = (identity: SigningIdentity, options: SignOptions): string => {
  const { reason, location, now } = options;
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${RANGE_ROOM}`,
    `/Contents ${HOLE}`,
    `/M (${pdfTime(now)})`,
    `/Name ${pdfText(displayName(identity.certificate.subject))}`,
    ...(reason === undefined ? [] : [`/Reason ${pdfText(reason.normalize('NFC'))}`]),
    ...(location === undefined ? [] : [`/Location ${pdfText(location.normalize('NFC'))}`]),
    '/Reference [<<',
    '/Type /SigRef',
    '/TransformMethod /DocMDP',
    '/TransformParams << /Type /TransformParams /P 1 /V /1.2 >>',
    '>>]',
    `/Prop_Build << /App << /Name ${pdfName('Ban De Xuat')} >> >>`,
    '>>',
  ].join('\n');
};

/** A name no field of the file has, the same for the same file. */
const newFieldName = (pdf: PdfFile): string => {
  const taken = new Set<string>();
  walkFields(pdf, (field) => {
    taken.add(textOfString(pdf.resolve(field.entries.get('T'))) ?? '');
  });
  const base = `ChuKy_${createHash('sha256').update(pdf.bytes).digest('hex').slice(0, 8)}`;
  let name = base;
  for (let i = 2; taken.has(name); i += 1) name = `${base}_${i}`;
  return name;
};

const changed = (object: IndirectObject, changes: Readonly<Record<string, string>>): NewObject => ({
  number: object.number,
  generation: object.generation,
  body: bytesOf(dictionaryWith(object.source, asDictionary(object.value), changes), 'latin1'),
});

/** The items of an array wherever it stands, with one more. */
const arrayWith = (pdf: PdfFile, owner: IndirectObject, key: string, item: string): string => {
  const value = asDictionary(owner.value).entries.get(key);
  const holder = value?.kind === 'reference' ? pdf.load(value) : null;
  const array = holder === null ? value : holder.value;
  const items = array?.kind === 'array' ? array.items : [];
  const source = holder === null ? owner.source : holder.source;
  return `[${[...items.map((one) => rawOf(source, one)), item].join(' ')}]`;
};

/** Catalog and form with the new field; the form may be an object of its own or part of the catalog. */
const formObjects = (pdf: PdfFile, field: string, signature: string): readonly NewObject[] => {
  const root = pdf.trailer.entries.get('Root');
  const catalog = root?.kind === 'reference' ? pdf.load(root) : null;
  if (catalog === null) throw new Malformed('no catalog');
  const perms = { Perms: `<< /DocMDP ${signature} >>` };
  const value = asDictionary(catalog.value).entries.get('AcroForm');
  const ownForm = value?.kind === 'reference' ? pdf.load(value) : null;
  if (ownForm !== null) {
    const fields = arrayWith(pdf, ownForm, 'Fields', field);
    return [
      changed(catalog, perms),
      changed(ownForm, { Fields: fields, SigFlags: String(FORM_FLAGS) }),
    ];
  }
  const fresh = `<< /Fields [${field}] /SigFlags ${FORM_FLAGS} >>`;
  if (value?.kind !== 'dictionary') return [changed(catalog, { ...perms, AcroForm: fresh })];
  const inside: IndirectObject = { ...catalog, value };
  const form = dictionaryWith(catalog.source, value, {
    Fields: arrayWith(pdf, inside, 'Fields', field),
    SigFlags: String(FORM_FLAGS),
  });
  return [changed(catalog, { ...perms, AcroForm: form })];
};

interface Shown {
  readonly place: BoxPlace;
  readonly drawing: Drawing;
}

/** The picture of the signature; `null` when it is not shown. */
const prepareBox = async (
  page: PdfPage,
  box: SignatureBox | undefined,
  identity: SigningIdentity,
  now: number,
  firstNumber: number,
): Promise<Result<Shown | null>> => {
  if (box === undefined) return ok(null);
  const lines = [
    ...(box.documentNumber === undefined ? [] : [`Số: ${box.documentNumber.normalize('NFC')}`]),
    `Người ký: ${displayName(identity.certificate.subject)}`,
    `Thời gian ký: ${vietnamTime(now)}`,
  ];
  // The drawing library is large; who only checks signatures never loads it.
  const { drawSignature } = await import('./draw-signature');
  const drawing = await drawSignature(box, lines, firstNumber);
  if (!drawing.ok) return drawing;
  const place = placeBox(page, box, drawing.value.size);
  return place.ok ? ok({ place: place.value, drawing: drawing.value }) : place;
};

const withPlaceholder = async (
  pdf: PdfFile,
  identity: SigningIdentity,
  options: SignPdfOptions,
): Promise<Result<Uint8Array>> => {
  const pageNumber = options.box?.page ?? 1;
  const page = findPage(pdf, pageNumber);
  if (page === null) return err(noSuchPage(pageNumber));
  const signature = firstFreeNumber(pdf);
  const field = signature + 1;
  const form = signature + 2;
  const shown = await prepareBox(page, options.box, identity, options.now, form + 1);
  if (!shown.ok) return shown;

  const rectangle = shown.value?.place.rectangle ?? [0, 0, 0, 0];
  const pageReference = `${page.object.number} ${page.object.generation} R`;
  const widget = [
    '<<',
    '/Type /Annot',
    '/Subtype /Widget',
    '/FT /Sig',
    `/T ${pdfText(newFieldName(pdf))}`,
    `/TU ${pdfText(`Chữ ký số của ${displayName(identity.certificate.subject)}`)}`,
    `/V ${signature} 0 R`,
    `/F ${WIDGET_FLAGS}`,
    `/P ${pageReference}`,
    `/Rect [${rectangle.map(pdfNumber).join(' ')}]`,
    ...(shown.value === null ? [] : [`/AP << /N ${form} 0 R >>`]),
    '>>',
  ].join('\n');
  const text = (number: number, body: string): NewObject => ({
    number,
    generation: 0,
    body: bytesOf(body, 'latin1'),
  });
  const drawn =
    shown.value === null
      ? []
      : [
          {
            number: form,
            generation: 0,
            body: formBody(shown.value.drawing, shown.value.place.matrix),
          },
          ...shown.value.drawing.objects,
        ];
  return ok(
    appendUpdate(pdf, [
      text(signature, signatureDictionary(identity, options)),
      text(field, widget),
      ...drawn,
      ...formObjects(pdf, `${field} 0 R`, `${signature} 0 R`),
      changed(page.object, { Annots: arrayWith(pdf, page.object, 'Annots', `${field} 0 R`) }),
    ]),
  );
};

/** Fills range and hole; the file is `prepared` itself, written over. */
const fillHole = (
  prepared: Uint8Array,
  prefix: number,
  identity: SigningIdentity,
): Result<Uint8Array> => {
  const file = Buffer.from(prepared.buffer, prepared.byteOffset, prepared.byteLength);
  const rangeAt = file.indexOf(`/ByteRange ${RANGE_ROOM}`, prefix) + '/ByteRange '.length;
  const start = file.indexOf(`/Contents ${HOLE}`, rangeAt) + '/Contents '.length;
  const end = start + HOLE.length;
  const range = `[0 ${start} ${end} ${file.byteLength - end}]`.padEnd(RANGE_ROOM.length);
  file.write(range, rangeAt, 'latin1');
  const cms = writeSignedData(identity, [file.subarray(0, start), file.subarray(end)]);
  if (cms.byteLength > CONTENTS_BYTES) return err(TOO_LONG_CHAIN);
  file.write(hexOf(cms).toUpperCase(), start + 1, 'latin1');
  return ok(file);
};

const refusalOf = (pdf: PdfFile): Failure | null => {
  if (pdf.trailer.entries.has('Encrypt')) return ENCRYPTED;
  if (findSignatures(pdf).length > 0 || catalogOf(pdf).entries.has('Perms')) return ALREADY_SIGNED;
  return changingParts(pdf).length > 0 ? CHANGING_CONTENT : null;
};

const openForSigning = (bytes: Uint8Array): Result<PdfFile> => {
  const opened = orNull(() => {
    const pdf = openPdf(bytes);
    return { pdf, refusal: refusalOf(pdf) };
  });
  if (opened === null) return err(UNREADABLE_PDF);
  return opened.refusal === null ? ok(opened.pdf) : err(opened.refusal);
};

/**
 * Signs a PDF: PAdES-B-B, as a certification that permits no change, in an incremental update (the
 * file given stays a byte-identical prefix). The result has passed `verifyPdf`.
 * Failures: those of `openIdentity`, `sign-…`, `missing-glyph`.
 */
export const signPdf = async (
  bytes: Uint8Array,
  options: SignPdfOptions,
): Promise<Result<SignedFile>> => {
  const opened = openIdentity(options);
  if (!opened.ok) return opened;
  const identity = opened.value;
  const pdf = openForSigning(bytes);
  if (!pdf.ok) return pdf;

  let prepared: Result<Uint8Array>;
  try {
    prepared = await withPlaceholder(pdf.value, identity, options);
  } catch (fault) {
    if (fault instanceof Malformed) return err(UNREADABLE_PDF);
    throw fault;
  }
  if (!prepared.ok) return prepared;
  const signed = fillHole(prepared.value, bytes.byteLength, identity);
  if (!signed.ok) return signed;
  const check = verifyPdf(signed.value);
  if (!check.ok || !check.value.intact) {
    return err(check.ok ? notVerified(check.value.reasons.join(' ')) : check.error);
  }
  return ok({
    bytes: signed.value,
    sha256: createHash('sha256').update(signed.value).digest('hex'),
    signer: displayName(identity.certificate.subject),
    signedAt: vietnamTime(options.now),
  });
};
