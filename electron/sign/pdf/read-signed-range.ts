import { rawOf, readBerPrefix } from '../asn1/read-der';
import type { Problem } from '../cms/check-signed-data';
import { orNull } from '../malformed';
import type { PdfSignature } from './find-signatures';
import { asArray, asCount } from './pdf-object';

/** What a signature says it covers, and whether that is the truth. */
export interface SignedRange {
  /** The chunks that were signed; `null` when the byte range makes no sense. */
  readonly chunks: readonly Uint8Array[] | null;
  /** The CMS value without its padding; `null` when there is none. */
  readonly cms: Uint8Array | null;
  readonly coversWholeFile: boolean;
  readonly problems: readonly Problem[];
}

const broken = (sentence: string): Problem => ({ kind: 'broken', sentence });
const unclear = (sentence: string): Problem => ({ kind: 'unclear', sentence });

const NONE: SignedRange = { chunks: null, cms: null, coversWholeFile: false, problems: [] };

const LOWER = /^<(?:[0-9a-f]{2})+>$/;
const UPPER = /^<(?:[0-9A-F]{2})+>$/;

/** The hole is written as one writer writes: digits of one case, the CMS, then zeros. */
const holeProblems = (hole: Uint8Array, contents: Uint8Array, cms: Uint8Array): Problem[] => {
  const text = Buffer.from(hole).toString('latin1');
  const padding = contents.subarray(cms.byteLength);
  return [
    ...(LOWER.test(text) || UPPER.test(text)
      ? []
      : [broken('Vùng chứa chữ ký đã bị sửa: cách viết không còn như khi ký.')]),
    ...(padding.every((byte) => byte === 0)
      ? []
      : [broken('Vùng chứa chữ ký có dữ liệu lạ chèn sau chữ ký.')]),
  ];
};

const rangeProblem = (
  range: readonly number[],
  hole: { readonly start: number; readonly end: number },
  size: number,
): Problem | null => {
  const [first = 0, length = 0, second = 0, rest = 0] = range;
  if (first !== 0 || length !== hole.start || second !== hole.end) {
    return broken(
      'Vùng được ký chừa ra nhiều hơn chỗ của chính chữ ký, nên có phần tệp không được bảo vệ.',
    );
  }
  if (second + rest < size) {
    return broken('Tệp đã thay đổi sau khi ký: có nội dung được thêm vào sau chữ ký này.');
  }
  return second + rest === size ? null : broken('Tệp đã bị cắt bớt so với lúc ký.');
};

const readNumbers = (signature: PdfSignature): readonly number[] | null =>
  orNull(() =>
    asArray(signature.dictionary.entries.get('ByteRange')).items.map((item) => asCount(item)),
  );

const isSane = (range: readonly number[], size: number): boolean => {
  const [first = 0, length = 0, second = 0, rest = 0] = range;
  return range.length === 4 && first + length <= second && second + rest <= size;
};

/** Compares byte range, hole and file. */
export const readSignedRange = (file: Uint8Array, signature: PdfSignature): SignedRange => {
  const { dictionary, inFile } = signature;
  const contents = dictionary.entries.get('Contents');
  if (!inFile || contents?.kind !== 'string' || !contents.hex) {
    return { ...NONE, problems: [unclear('Chữ ký được lưu theo cách không thể kiểm tra.')] };
  }
  const range = readNumbers(signature);
  if (range === null) {
    return { ...NONE, problems: [broken('Chữ ký không cho biết nó bảo vệ phần nào của tệp.')] };
  }
  const doubtful =
    dictionary.repeated.length > 0
      ? [unclear('Chữ ký có mục ghi hai lần nên mỗi chương trình có thể hiểu một khác.')]
      : [];
  const wrong = rangeProblem(range, contents, file.byteLength);
  const cms = orNull(() => rawOf(readBerPrefix(contents.bytes)));
  const [first = 0, length = 0, second = 0, rest = 0] = range;
  const hole = file.subarray(contents.start, contents.end);
  return {
    chunks: isSane(range, file.byteLength)
      ? [file.subarray(first, first + length), file.subarray(second, second + rest)]
      : null,
    cms,
    coversWholeFile: wrong === null,
    problems: [
      ...(wrong === null ? [] : [wrong]),
      ...(cms === null
        ? [broken('Dữ liệu chữ ký bị hỏng hoặc không đúng chuẩn mã hoá.')]
        : holeProblems(hole, contents.bytes, cms)),
      ...doubtful,
    ],
  };
};
