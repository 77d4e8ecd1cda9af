import { Malformed } from '../malformed';
import type { PdfFile } from './open-pdf';
import {
  asDictionary,
  isName,
  type PdfArray,
  type PdfDictionary,
  type PdfObject,
} from './pdf-object';

/** A signature field that is filled in. */
export interface PdfSignature {
  /** The signature dictionary; its places are places in the file. */
  readonly dictionary: PdfDictionary;
  /** Object number that holds it, for telling one from another. */
  readonly holder: number;
  /** False when it lies in an object stream, where no byte range can speak of it. */
  readonly inFile: boolean;
}

const MOST_FIELDS = 20_000;
const DEEPEST = 32;

export const catalogOf = (pdf: PdfFile): PdfDictionary =>
  asDictionary(pdf.resolve(pdf.trailer.entries.get('Root')));

/** The form's dictionary; `undefined` when the file has none. */
export const formOf = (pdf: PdfFile): PdfDictionary | undefined => {
  const form = pdf.resolve(catalogOf(pdf).entries.get('AcroForm'));
  return form === undefined ? undefined : asDictionary(form);
};

interface Walk {
  readonly pdf: PdfFile;
  readonly seen: Set<number>;
  fields: number;
  readonly visit: (
    field: PdfDictionary,
    holder: number,
    packed: boolean,
    isSignature: boolean,
  ) => void;
}

const itemsOf = (pdf: PdfFile, object: PdfObject | undefined): PdfArray['items'] => {
  const array = pdf.resolve(object);
  return array?.kind === 'array' ? array.items : [];
};

const walkField = (walk: Walk, node: PdfObject, inherited: boolean, depth: number): void => {
  walk.fields += 1;
  if (walk.fields > MOST_FIELDS || depth > DEEPEST) throw new Malformed('too many fields');
  if (node.kind !== 'reference') throw new Malformed('field is no object of its own');
  if (walk.seen.has(node.number)) return;
  walk.seen.add(node.number);
  const object = walk.pdf.load(node);
  if (object === null) return;
  const field = asDictionary(object.value);
  const type = walk.pdf.resolve(field.entries.get('FT'));
  const isSignature = type === undefined ? inherited : isName(type, 'Sig');
  walk.visit(field, object.number, object.packed, isSignature);
  for (const kid of itemsOf(walk.pdf, field.entries.get('Kids'))) {
    walkField(walk, kid, isSignature, depth + 1);
  }
};

/** Calls `visit` for each field and widget of the form once, in the form's order. */
export const walkFields = (pdf: PdfFile, visit: Walk['visit']): void => {
  const walk: Walk = { pdf, seen: new Set(), fields: 0, visit };
  for (const field of itemsOf(pdf, formOf(pdf)?.entries.get('Fields'))) {
    walkField(walk, field, false, 0);
  }
};

/** All filled signature fields. Throws `Malformed`. */
export const findSignatures = (pdf: PdfFile): readonly PdfSignature[] => {
  const found = new Map<string, PdfSignature>();
  walkFields(pdf, (field, holder, packed, isSignature) => {
    const value = field.entries.get('V');
    if (!isSignature || value === undefined || value.kind === 'null') return;
    const object = value.kind === 'reference' ? pdf.load(value) : null;
    if (value.kind === 'reference' && object === null) return;
    const dictionary = asDictionary(object?.value ?? value);
    const inFile = object === null ? !packed : !object.packed;
    found.set(`${inFile}:${dictionary.start}`, {
      dictionary,
      holder: object?.number ?? holder,
      inFile,
    });
  });
  return [...found.values()].sort((a, b) => a.dictionary.start - b.dictionary.start);
};
