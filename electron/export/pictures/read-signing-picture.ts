import { inflateSync } from 'node:zlib';
import { err, failure, ok, type Result } from '../../../shared/base';
import type { SigningPictureKind } from '../../../shared/model';
import { type PngParts, pngParts } from './png-parts';
import { alphaAndInk, type Ink } from './png-pixels';

/** What a picture is, once its whole file has been read. */
export interface ReadPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whole Vietnamese sentences: what a person should know of it. */
  readonly notes: readonly string[];
}

/** Bytes of the file. A scanned signature takes a twentieth of it. */
export const MOST_PICTURE_BYTES = 1024 * 1024;
/** Pixels of a side: a seal of 36 mm scanned at 1200 dots an inch has 1700. */
const MOST_SIDE = 3000;
const LEAST_SIDE = 40;
/** Below this a scan of 36 mm looks ragged on paper. */
const FINE_SIDE = 300;

const refused = (message: string, hint: string): Result<never> =>
  err(failure('picture-refused', message, { hint }));

const AS_PNG = 'Hãy lưu lại ảnh dạng PNG nền trong suốt rồi chọn lại.';

/** Exactly the pixels that the head promises: a file that holds more is a trap. */
const inflated = ({ data, rowBytes, height }: PngParts): Uint8Array | null => {
  const size = (rowBytes + 1) * height;
  try {
    const pixels = inflateSync(data, { maxOutputLength: size });
    return pixels.length === size ? pixels : null;
  } catch {
    return null;
  }
};

const isBlue = ({ red, green, blue }: Ink): boolean => blue > red + 20 && blue > green;
const isRed = ({ red, green, blue }: Ink): boolean => red > blue + 40 && red > green + 40;

const notesOn = (kind: SigningPictureKind, { width, height }: PngParts, ink: Ink): string[] => [
  ...(kind === 'signature' && !isBlue(ink)
    ? ['Chữ ký trong ảnh không phải màu xanh; văn bản giấy được ký bằng mực màu xanh.']
    : []),
  ...(kind === 'seal' && !isRed(ink)
    ? ['Con dấu trong ảnh không phải màu đỏ; dấu của tổ chức đóng bằng mực màu đỏ.']
    : []),
  ...(Math.max(width, height) < FINE_SIDE
    ? ['Ảnh có ít điểm ảnh nên khi in sẽ bị răng cưa; nên quét ở 300 dpi trở lên.']
    : []),
];

/**
 * Looks at a picture of a signature or seal before it is kept. Fails with `picture-refused`: no PNG, too
 * large, damaged, without transparency, empty, or holding more pixels than it says.
 */
export const readSigningPicture = (
  bytes: Uint8Array,
  kind: SigningPictureKind,
): Result<ReadPicture> => {
  if (bytes.length > MOST_PICTURE_BYTES) {
    return refused('Ảnh lớn hơn 1 MB.', 'Hãy cắt sát chữ ký hoặc con dấu rồi lưu lại.');
  }
  const parts = pngParts(bytes);
  if (parts === 'not-png') return refused('Tệp đã chọn không phải ảnh PNG.', AS_PNG);
  if (parts === 'damaged') {
    return refused('Tệp ảnh PNG bị hỏng.', 'Hãy chép lại tệp từ nguồn, hoặc lưu lại ảnh.');
  }
  if (parts === 'animated' || parts === 'interlaced') {
    return refused(
      'Ảnh PNG xen dòng hoặc ảnh động không dùng được.',
      'Hãy lưu lại ảnh PNG thường, không xen dòng (interlace).',
    );
  }
  if (parts === 'opaque') {
    return refused('Ảnh không có nền trong suốt nên sẽ che mất chữ trên giấy.', AS_PNG);
  }
  const { width, height } = parts;
  if (Math.max(width, height) > MOST_SIDE) {
    return refused(
      `Ảnh rộng ${width} × ${height} điểm, quá ${MOST_SIDE} điểm mỗi chiều.`,
      'Hãy thu nhỏ ảnh rồi chọn lại.',
    );
  }
  if (Math.min(width, height) < LEAST_SIDE) {
    return refused(
      `Ảnh chỉ có ${width} × ${height} điểm, quá nhỏ để in.`,
      'Hãy quét lại ở 300 dpi trở lên.',
    );
  }
  const pixels = inflated(parts);
  if (pixels === null) {
    return refused('Tệp ảnh PNG bị hỏng.', 'Hãy chép lại tệp từ nguồn, hoặc lưu lại ảnh.');
  }
  const seen = alphaAndInk(parts, pixels);
  if (seen === null) {
    return refused('Tệp ảnh PNG bị hỏng.', 'Hãy chép lại tệp từ nguồn, hoặc lưu lại ảnh.');
  }
  if (seen.clear === 0) {
    return refused('Ảnh không có nền trong suốt nên sẽ che mất chữ trên giấy.', AS_PNG);
  }
  if (seen.ink === null) {
    return refused('Ảnh trong suốt hoàn toàn, không có nét nào.', 'Hãy chọn đúng tệp ảnh.');
  }
  return ok({ width, height, notes: notesOn(kind, parts, seen.ink) });
};
