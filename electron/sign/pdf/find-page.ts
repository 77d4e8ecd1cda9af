import { Malformed } from '../malformed';
import { catalogOf } from './find-signatures';
import type { PdfFile } from './open-pdf';
import {
  asArray,
  asDictionary,
  asReference,
  type IndirectObject,
  isName,
  type PdfObject,
} from './pdf-object';

/** A page and what it inherits, in points of its own (unrotated) space. */
export interface PdfPage {
  readonly object: IndirectObject;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly rotation: 0 | 90 | 180 | 270;
}

const DEEPEST = 64;
const MOST_PAGES = 100_000;

interface Inherited {
  readonly box: PdfObject | undefined;
  readonly crop: PdfObject | undefined;
  readonly rotation: PdfObject | undefined;
}

const numbersOf = (pdf: PdfFile, object: PdfObject | undefined): number[] =>
  asArray(object).items.map((item) => {
    const value = pdf.resolve(item);
    if (value?.kind !== 'number') throw new Malformed('no number');
    return value.value;
  });

const rotationOf = (object: PdfObject | undefined): PdfPage['rotation'] => {
  const value = object?.kind === 'number' ? ((object.value % 360) + 360) % 360 : 0;
  return value === 90 || value === 180 || value === 270 ? value : 0;
};

const pageOf = (pdf: PdfFile, object: IndirectObject, found: Inherited): PdfPage => {
  const box = numbersOf(pdf, found.crop ?? found.box);
  const [a = 0, b = 0, c = 0, d = 0] = box;
  if (box.length !== 4) throw new Malformed('page without a size');
  return {
    object,
    left: Math.min(a, c),
    right: Math.max(a, c),
    bottom: Math.min(b, d),
    top: Math.max(b, d),
    rotation: rotationOf(found.rotation),
  };
};

/** The page with a number counted from 1; `null` when there are fewer. Throws `Malformed`. */
export const findPage = (pdf: PdfFile, page: number): PdfPage | null => {
  let left = page;
  const seen = new Set<number>();
  const walk = (
    node: PdfObject | undefined,
    inherited: Inherited,
    depth: number,
  ): PdfPage | null => {
    const reference = asReference(node);
    if (seen.has(reference.number) || depth > DEEPEST || seen.size > MOST_PAGES) {
      throw new Malformed('page tree in a circle');
    }
    seen.add(reference.number);
    const object = pdf.load(reference);
    const dictionary = asDictionary(object?.value);
    const own = (key: string): PdfObject | undefined => pdf.resolve(dictionary.entries.get(key));
    const found: Inherited = {
      box: own('MediaBox') ?? inherited.box,
      crop: own('CropBox') ?? inherited.crop,
      rotation: own('Rotate') ?? inherited.rotation,
    };
    if (!isName(own('Type'), 'Pages')) {
      left -= 1;
      return left > 0 || object === null ? null : pageOf(pdf, object, found);
    }
    for (const kid of asArray(own('Kids')).items) {
      const result = walk(kid, found, depth + 1);
      if (result !== null) return result;
    }
    return null;
  };
  const nothing = { box: undefined, crop: undefined, rotation: undefined };
  return walk(catalogOf(pdf).entries.get('Pages'), nothing, 0);
};
