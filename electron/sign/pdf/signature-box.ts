import { err, mm, mmToTwip, ok, type Result, twipToPt } from '../../../shared/base';
import { BOX_OUTSIDE } from '../sign-failures';
import type { PdfPage } from './find-page';

/**
 * Where a signature shows and what it shows, after the display rules of Nghị định 30/2020
 * (Phụ lục I): either the image of the signature or seal alone, in its real size, or lines of text
 * in size 10, upright and black: number of the document, signer, time in ISO 8601 of Vietnam's zone.
 */
export interface SignatureBox {
  /** Counted from 1. */
  readonly page: number;
  /**
   * Millimetres from the top left corner of the page as it is shown. Left out: top right in the
   * margin, where the decree puts the signature of a separate file.
   */
  readonly x?: number;
  readonly y?: number;
  /**
   * Of an image its width, of text the most it may take: the box is as wide as its lines. Text that
   * chooses its place itself may be wider, so that no line of it is broken.
   */
  readonly width: number;
  /** May be left out for text: the box is then as high as its lines. */
  readonly height?: number;
  /** A PNG with a transparent ground; takes the place of the text. */
  readonly image?: Uint8Array;
  /** Number and sign of the document ('12/CV-ĐV'), shown first when given. */
  readonly documentNumber?: string;
  /** The TrueType font that is embedded for the text. */
  readonly font: Uint8Array;
}

/** A rectangle in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the box lies in the page's own space. */
export interface BoxPlace {
  readonly rectangle: readonly [left: number, bottom: number, right: number, top: number];
  /** Turns the upright picture so that it stands upright on a rotated page. */
  readonly matrix: readonly [number, number, number, number];
}

export const pointsOf = (millimetres: number): number => twipToPt(mmToTwip(mm(millimetres)));

const ROOM_FOR_ROUNDING = 0.01;
/** Of the place top right, in millimetres. */
const FROM_TOP = 5;
const FROM_RIGHT = 20;

export const placeBox = (
  page: PdfPage,
  box: Pick<SignatureBox, 'x' | 'y'>,
  size: Size,
): Result<BoxPlace> => {
  const { width, height } = size;
  const { left, right, top, bottom, rotation } = page;
  const sideways = rotation === 90 || rotation === 270;
  const shownWidth = sideways ? top - bottom : right - left;
  const shownHeight = sideways ? right - left : top - bottom;
  const x = box.x === undefined ? shownWidth - pointsOf(FROM_RIGHT) - width : pointsOf(box.x);
  const y = pointsOf(box.y ?? FROM_TOP);
  const inside =
    x >= 0 &&
    y >= 0 &&
    width > 0 &&
    height > 0 &&
    x + width <= shownWidth + ROOM_FOR_ROUNDING &&
    y + height <= shownHeight + ROOM_FOR_ROUNDING;
  if (!inside) return err(BOX_OUTSIDE);
  if (rotation === 90) {
    const rectangle = [left + y, bottom + x, left + y + height, bottom + x + width] as const;
    return ok({ rectangle, matrix: [0, 1, -1, 0] });
  }
  if (rotation === 180) {
    const rectangle = [right - x - width, bottom + y, right - x, bottom + y + height] as const;
    return ok({ rectangle, matrix: [-1, 0, 0, -1] });
  }
  if (rotation === 270) {
    const rectangle = [right - y - height, top - x - width, right - y, top - x] as const;
    return ok({ rectangle, matrix: [0, -1, 1, 0] });
  }
  const rectangle = [left + x, top - y - height, left + x + width, top - y] as const;
  return ok({ rectangle, matrix: [1, 0, 0, 1] });
};
