import { err, type Failure, failure, ok, type Result } from '../../../shared/base';
import { sameBytes } from '../byte-strings';
import type { SignatureFacts } from '../describe-signature';
import { Malformed, orNull } from '../malformed';
import { changingParts } from './hidden-content';
import { openPdf, type PdfFile } from './open-pdf';
import { isName, type PdfDictionary, type PdfObject } from './pdf-object';
import type { XrefEntry } from './read-xref';
import { signatureFacts } from './verify-pdf';

/** A file signed elsewhere is taken back only when it is the frozen one with signatures added. */

const HINT =
  'Hãy ký lại đúng tệp PDF mà chương trình đã khoá, không mở ra sửa hay in lại thành tệp khác.';

const OTHER_FILE: Failure = failure(
  'update-other-file',
  'Tệp đã ký không được tạo từ tệp đã khoá: phần đầu của hai tệp khác nhau.',
  { hint: HINT },
);

const UNREADABLE: Failure = failure('update-unreadable', 'Không đọc được cấu trúc của tệp đã ký.', {
  hint: HINT,
});

const CHANGES_CONTENT: Failure = failure(
  'update-changes-content',
  'Tệp đã ký có nội dung khác với tệp đã khoá, không chỉ thêm chữ ký.',
  { hint: HINT },
);

const COVERS_PAGE: Failure = failure(
  'update-covers-page',
  'Khung chữ ký trong tệp đã ký lớn hơn một phần tư trang giấy nên có thể che nội dung.',
  { hint: 'Hãy ký lại với khung chữ ký nhỏ hơn, đặt ở chỗ trống.' },
);

const notIntact = (reason: string): Failure =>
  failure('update-not-intact', 'Chữ ký trong tệp đã ký không bảo vệ trọn vẹn tệp.', {
    where: reason,
    hint: HINT,
  });

const DEEPEST = 64;

/** Same meaning, however it is spaced. References are compared, not followed. */
const sameObject = (a: PdfObject | undefined, b: PdfObject | undefined, depth = 0): boolean => {
  if (depth > DEEPEST) throw new Malformed('nested too deep');
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'dictionary' && b.kind === 'dictionary') {
    return sameEntries(a, b, [], depth + 1);
  }
  if (a.kind === 'array' && b.kind === 'array') {
    return (
      a.items.length === b.items.length &&
      a.items.every((item, at) => sameObject(item, b.items[at], depth + 1))
    );
  }
  if (a.kind === 'string' && b.kind === 'string') return sameBytes(a.bytes, b.bytes);
  if (a.kind === 'reference' && b.kind === 'reference') {
    return a.number === b.number && a.generation === b.generation;
  }
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  return 'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value;
};

const sameEntries = (
  a: PdfDictionary,
  b: PdfDictionary,
  except: readonly string[],
  depth = 0,
): boolean =>
  [...new Set([...a.entries.keys(), ...b.entries.keys()])]
    .filter((key) => !except.includes(key))
    .every((key) => sameObject(a.entries.get(key), b.entries.get(key), depth));

/** What a signer may touch in the catalog and on a page. */
const CATALOG_KEYS = ['AcroForm', 'Perms', 'Extensions', 'Version', 'DSS', 'Metadata'];
const PAGE_KEYS = ['Annots', 'LastModified', 'PieceInfo'];

const itemsOf = (pdf: PdfFile, object: PdfObject | undefined): readonly PdfObject[] => {
  const array = pdf.resolve(object);
  return array?.kind === 'array' ? array.items : [];
};

const fieldType = (pdf: PdfFile, field: PdfDictionary): PdfObject | undefined => {
  const parent = pdf.resolve(field.entries.get('Parent'));
  const own = pdf.resolve(field.entries.get('FT'));
  return own ?? (parent?.kind === 'dictionary' ? pdf.resolve(parent.entries.get('FT')) : undefined);
};

/** A box with an action of its own could do more than show who signed. */
const isSignatureField = (pdf: PdfFile, object: PdfObject | undefined): boolean =>
  object?.kind === 'dictionary' &&
  isName(fieldType(pdf, object), 'Sig') &&
  !object.entries.has('A') &&
  !object.entries.has('AA');

/** A quarter of an A4 page, in square points. */
const LARGEST_BOX = (595 * 842) / 4;

const areaOf = (pdf: PdfFile, widget: PdfObject | undefined): number => {
  const rectangle = widget?.kind === 'dictionary' ? widget.entries.get('Rect') : undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = itemsOf(pdf, rectangle).map((item) => {
    const number = pdf.resolve(item);
    return number?.kind === 'number' ? number.value : 0;
  });
  return Math.abs(right - left) * Math.abs(top - bottom);
};

/** The old annotations in their order, and after or between them nothing but signatures. */
const annotationsProblem = (
  before: PdfFile,
  after: PdfFile,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Failure | null => {
  const old = [...itemsOf(before, a)];
  let area = 0;
  for (const item of itemsOf(after, b)) {
    const widget = after.resolve(item);
    if (old.length > 0 && sameObject(old[0], item)) old.shift();
    else if (isSignatureField(after, widget)) area += areaOf(after, widget);
    else return CHANGES_CONTENT;
  }
  if (old.length > 0) return CHANGES_CONTENT;
  return area > LARGEST_BOX ? COVERS_PAGE : null;
};

/** Numbers that a signer may write anew whatever is in them: form, information, metadata. */
const freeNumbers = (pdf: PdfFile): ReadonlySet<number> => {
  const root = pdf.resolve(pdf.trailer.entries.get('Root'));
  const catalog = root?.kind === 'dictionary' ? root.entries : new Map<string, PdfObject>();
  const references = [
    catalog.get('AcroForm'),
    catalog.get('Metadata'),
    pdf.trailer.entries.get('Info'),
  ];
  return new Set(references.flatMap((one) => (one?.kind === 'reference' ? [one.number] : [])));
};

/** What is wrong with a newer version of an object; `null` for what a signer may write. */
const changeProblem = (before: PdfFile, after: PdfFile, number: number): Failure | null => {
  const generation = (file: PdfFile): number => {
    const entry = file.entryOf(number);
    return entry.kind === 'offset' ? entry.generation : 0;
  };
  const old = before.load({ number, generation: generation(before) });
  const fresh = after.load({ number, generation: generation(after) });
  const isPlain = old !== null && fresh !== null && old.data === null && fresh.data === null;
  if (!isPlain) return CHANGES_CONTENT;
  if (sameObject(old.value, fresh.value)) return null;
  if (old.value.kind !== 'dictionary' || fresh.value.kind !== 'dictionary') return CHANGES_CONTENT;
  const type = before.resolve(old.value.entries.get('Type'));
  if (isName(type, 'Catalog')) {
    return sameEntries(old.value, fresh.value, CATALOG_KEYS) ? null : CHANGES_CONTENT;
  }
  if (isName(type, 'Page')) {
    if (!sameEntries(old.value, fresh.value, PAGE_KEYS)) return CHANGES_CONTENT;
    const [a, b] = [old.value, fresh.value].map(({ entries }) => entries.get('Annots'));
    return annotationsProblem(before, after, a, b);
  }
  const isField = isSignatureField(before, old.value) && isSignatureField(after, fresh.value);
  return isField ? null : CHANGES_CONTENT;
};

const sameEntry = (a: XrefEntry, b: XrefEntry): boolean =>
  a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);

const contentProblem = (before: PdfFile, after: PdfFile): Failure | null => {
  const numbers = new Set(before.sections.flatMap(({ entries }) => [...entries.keys()]));
  const free = freeNumbers(before);
  const root = [before, after].map(({ trailer }) => trailer.entries.get('Root'));
  const had = changingParts(before);
  const grown = changingParts(after).some((part) => !had.includes(part));
  if (!sameObject(root[0], root[1]) || grown) return CHANGES_CONTENT;
  for (const number of numbers) {
    const entry = before.entryOf(number);
    // A number that was free may be used; structure streams are not content.
    if (entry.kind === 'free' || sameEntry(entry, after.entryOf(number))) continue;
    const problem = free.has(number) ? null : changeProblem(before, after, number);
    if (problem !== null) return problem;
  }
  return null;
};

/** The newer file's sections end with those of the older one. */
const continues = (before: PdfFile, after: PdfFile): boolean => {
  const added = after.sections.length - before.sections.length;
  return (
    added > 0 &&
    before.sections.every(({ start }, at) => after.sections[at + added]?.start === start)
  );
};

/**
 * The last signature covers the file whole, and all of them hold. How a vendor's program wrapped its
 * signature does not matter here: the frozen file is compared byte by byte, not taken on trust.
 */
const coveringProblem = (signatures: readonly SignatureFacts[]): Failure | null => {
  const last = signatures.at(-1);
  if (last === undefined) return notIntact('Tệp không có chữ ký số nào.');
  const grave = last.problems.filter(({ harmless }) => harmless !== true);
  const holds = signatures.every(({ signedPartHolds }) => signedPartHolds);
  if (last.coversWholeFile && holds && grave.length === 0) return null;
  const sentences = grave.map(({ sentence }) => sentence);
  return notIntact(sentences.join(' ') || 'Có một chữ ký trong tệp không đúng với nội dung.');
};

/**
 * Says why `signed` is not `frozen` with nothing but signatures added by incremental updates, the
 * last of which covers the whole file. Failures: `update-other-file`, `update-unreadable`,
 * `update-changes-content`, `update-covers-page`, `update-not-intact`.
 */
export const checkSignedUpdate = (frozen: Uint8Array, signed: Uint8Array): Result<null> => {
  const start = signed.subarray(0, frozen.byteLength);
  if (signed.byteLength <= frozen.byteLength || !sameBytes(start, frozen)) return err(OTHER_FILE);
  const verdict = orNull((): Failure | 'fine' => {
    const before = openPdf(frozen);
    const after = openPdf(signed);
    if (!continues(before, after)) return OTHER_FILE;
    return (
      contentProblem(before, after) ?? coveringProblem(signatureFacts(after)) ?? ('fine' as const)
    );
  });
  if (verdict === null) return err(UNREADABLE);
  return verdict === 'fine' ? ok(null) : err(verdict);
};

/** True when `signed` is `frozen` with signatures added and nothing else changed. */
export const isIncrementalUpdateOf = (frozen: Uint8Array, signed: Uint8Array): boolean =>
  checkSignedUpdate(frozen, signed).ok;
