import type { Problem } from '../cms/check-signed-data';
import { orNull } from '../malformed';
import { catalogOf, formOf, type PdfSignature } from './find-signatures';
import type { PdfFile } from './open-pdf';
import type { asDictionary } from './pdf-object';

/** What could make two programs show two different documents out of the same bytes. */
export interface HiddenContent {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0 || byte === 12;

/** Goes back over digits (or white space) from `at`; the place before them. */
const backOver = (
  bytes: Uint8Array,
  at: number,
  is: (byte: number | undefined) => boolean,
): number => {
  let before = at;
  while (before >= 0 && at - before < 32 && is(bytes[before])) before -= 1;
  return before;
};

/** Where 'N G obj' is written in the file, whatever the cross-reference says: [number, offset]. */
const writtenObjects = (bytes: Uint8Array): (readonly [number: number, offset: number])[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: (readonly [number, number])[] = [];
  for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
    const generationEnd = backOver(bytes, at - 1, isSpace);
    const gap = backOver(bytes, generationEnd, isDigit);
    const numberEnd = backOver(bytes, gap, isSpace);
    const start = backOver(bytes, numberEnd, isDigit) + 1;
    if (gap === generationEnd || numberEnd === gap || start > numberEnd) continue;
    found.push([Number(text.toString('latin1', start, numberEnd + 1)), start]);
  }
  return found;
};

const isInside = (extents: readonly Extent[], at: number): boolean => {
  let low = 0;
  let high = extents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((extents[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (extents[low]?.start ?? Number.POSITIVE_INFINITY) < at;
};

/** Every object some section of the cross-reference points to, old versions included. */
const listedObjects = (
  pdf: PdfFile,
): { readonly offsets: Set<number>; readonly extents: Extent[] } => {
  const offsets = new Set<number>();
  const extents: Extent[] = [];
  const add = (offset: number): void => {
    const object = orNull(() => pdf.readAt(offset));
    if (object === null) return;
    // The entry may point to white space before the number.
    offsets.add(offset);
    extents.push({ start: object.start, end: object.end });
  };
  for (const section of pdf.sections) {
    if (section.isStream) add(section.start);
    for (const entry of section.entries.values()) {
      if (entry.kind === 'offset' && !offsets.has(entry.offset)) add(entry.offset);
    }
  }
  return { offsets, extents: extents.sort((a, b) => a.start - b.start || a.end - b.end) };
};

const secondVersions = (pdf: PdfFile): boolean => {
  const { offsets, extents } = listedObjects(pdf);
  return writtenObjects(pdf.bytes).some(
    ([number, offset]) =>
      pdf.entryOf(number).kind !== 'free' && !offsets.has(offset) && !isInside(extents, offset),
  );
};

const strayRanges = (pdf: PdfFile, signatures: readonly PdfSignature[]): boolean => {
  const { bytes } = pdf;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf('/ByteRange'); at >= 0; at = text.indexOf('/ByteRange', at + 1)) {
    const place = at;
    const known = signatures.some(
      ({ dictionary, inFile }) => inFile && dictionary.start <= place && place < dictionary.end,
    );
    if (!known) return true;
  }
  return false;
};

/** Parts of the catalog through which a document may look different later on. */
export const changingParts = (pdf: PdfFile): readonly ('script' | 'form' | 'layers')[] => {
  const catalog = catalogOf(pdf);
  const form = formOf(pdf);
  const names = pdf.resolve(catalog.entries.get('Names'));
  const action = pdf.resolve(catalog.entries.get('OpenAction'));
  const hasScript =
    catalog.entries.has('AA') ||
    (names?.kind === 'dictionary' && names.entries.has('JavaScript')) ||
    (action?.kind === 'dictionary' && action.entries.has('S') && !isGoTo(pdf, action));
  const needs = pdf.resolve(form?.entries.get('NeedAppearances'));
  const hasForm = form?.entries.has('XFA') === true || (needs?.kind === 'boolean' && needs.value);
  return [
    ...(hasScript ? (['script'] as const) : []),
    ...(hasForm ? (['form'] as const) : []),
    ...(catalog.entries.has('OCProperties') ? (['layers'] as const) : []),
  ];
};

const isGoTo = (pdf: PdfFile, action: ReturnType<typeof asDictionary>): boolean => {
  const kind = pdf.resolve(action.entries.get('S'));
  return kind?.kind === 'name' && kind.value === 'GoTo';
};

const NOTES = {
  script: 'Tệp có lệnh tự chạy; cách hiển thị có thể khác nhau tuỳ chương trình.',
  form: 'Tệp có biểu mẫu tự vẽ lại; cách hiển thị có thể khác nhau tuỳ chương trình.',
  layers: 'Tệp có lớp ẩn hoặc hiện; hãy xem đủ các lớp trước khi tin vào nội dung.',
} as const;

/** Looks for hidden versions of objects and signatures, and for content that changes by itself. */
export const findHiddenContent = (
  pdf: PdfFile,
  signatures: readonly PdfSignature[],
): HiddenContent => {
  const catalog = catalogOf(pdf);
  const repeated = [pdf.trailer, catalog, formOf(pdf)].some(
    (dictionary) => (dictionary?.repeated.length ?? 0) > 0,
  );
  const problems: Problem[] = [];
  const unclear = (sentence: string): void => {
    problems.push({ kind: 'unclear', sentence });
  };
  if (secondVersions(pdf)) {
    unclear('Tệp giấu một bản khác của nội dung, nên mỗi chương trình có thể hiển thị một khác.');
  }
  if (repeated) {
    unclear('Tệp có mục ghi hai lần ở phần gốc nên mỗi chương trình có thể hiểu một khác.');
  }
  if (strayRanges(pdf, signatures)) {
    unclear('Trong tệp có dấu vết của một chữ ký khác không còn hiệu lực.');
  }
  return { problems, notes: changingParts(pdf).map((part) => NOTES[part]) };
};
