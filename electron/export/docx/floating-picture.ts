import {
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';

const EMU_PER_TWIP = 635;
const PIXELS_PER_TWIP = 1 / 15;

export interface FloatingPicture {
  /** A PNG file. */
  readonly data: Uint8Array;
  /** Twips from the top left corner of the paper. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** One of a kind in the document. */
  readonly id: number;
  /** For those who cannot see it. */
  readonly description: string;
}

/**
 * 20.4.2.3 anchor: a picture at a place of the page, in front of the text. Text does not flow around
 * it, so it takes no room and moves no line.
 */
export const floatingPicture = (picture: FloatingPicture): ImageRun => {
  const { data, x, y, width, height, id, description } = picture;
  const page = (offset: number): number => Math.round(offset * EMU_PER_TWIP);
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width: width * PIXELS_PER_TWIP, height: height * PIXELS_PER_TWIP },
    altText: { id: String(id), name: description, description, title: description },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: page(x) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: page(y) },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
      // Places of the page also hold inside a cell.
      layoutInCell: false,
      lockAnchor: true,
      zIndex: id,
    },
  });
};
