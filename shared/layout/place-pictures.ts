import { mm, mmToTwip, twip } from '../base';
import type {
  Block,
  Flow,
  Line,
  PageList,
  ParagraphBlock,
  PlacedPicture,
  SigningPictures,
} from '../model';

/** Air around a signature in its room, and its greatest width, in millimetres. */
const AIR = 1.5;
const WIDEST = 55;
/** Part of the signature that the seal covers, from its left. */
const COVERED = 1 / 3;
/** Millimetres below which a room is none. */
const LOWEST = 5;

interface Room {
  readonly page: number;
  readonly pageWidth: number;
  readonly top: number;
  readonly height: number;
  readonly middle: number;
  readonly blockId: string;
}

const paragraphsIn = (blocks: readonly Block[]): ParagraphBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'signature') return [...block.blocks];
    if (block.kind === 'pageBreak') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks: inner }) => inner));
  });

const lineOf = (
  { pages }: PageList,
  { id, signing }: ParagraphBlock,
): { page: number; pageWidth: number; line: Line } | null => {
  for (const { number, width, lines } of pages) {
    const line = lines.find(
      ({ blockId, index, last }) => blockId === id && (signing === 'above' ? index === 0 : last),
    );
    if (line !== undefined) return { page: number, pageWidth: width, line };
  }
  return null;
};

/** The empty room at a paragraph that says where to sign. */
const roomAt = (block: ParagraphBlock, pageList: PageList): Room | null => {
  const found = lineOf(pageList, block);
  if (found === null) return null;
  const { page, pageWidth, line } = found;
  const { spaceBefore, spaceAfter } = block.format;
  const isAbove = block.signing === 'above';
  const height = isAbove ? spaceBefore : spaceAfter;
  if (height < mmToTwip(mm(LOWEST))) return null;
  return {
    page,
    pageWidth,
    top: isAbove ? line.top - spaceBefore : line.top + line.height,
    height,
    middle: line.x + line.width / 2,
    blockId: block.id,
  };
};

const inRoom = ({ page, pageWidth, top, height, middle, blockId }: Room) => {
  const air = mmToTwip(mm(AIR));
  const place = (
    kind: PlacedPicture['kind'],
    png: string,
    box: { x: number; y: number; width: number; height: number },
  ): PlacedPicture => ({
    kind,
    page,
    ...box,
    x: twip(Math.min(Math.max(0, box.x), pageWidth - box.width)),
    png,
    blockId,
  });
  const signature = (picture: NonNullable<SigningPictures['signature']>): PlacedPicture => {
    const ratio = picture.width / picture.height;
    const width = Math.min(Math.max(0, height - 2 * air) * ratio, mmToTwip(mm(WIDEST)));
    const tall = width / ratio;
    return place('signature', picture.png, {
      x: middle - width / 2,
      y: top + (height - tall) / 2,
      width,
      height: tall,
    });
  };
  /** Over the left third of the signature; without one, left of the middle by as much. */
  const seal = (
    picture: NonNullable<SigningPictures['seal']>,
    over: PlacedPicture | null,
  ): PlacedPicture => {
    const ratio = picture.width / picture.height;
    const largest = mmToTwip(mm(picture.diameter));
    const [width, tall] = ratio >= 1 ? [largest, largest / ratio] : [largest * ratio, largest];
    const right = over === null ? middle : over.x + over.width * COVERED;
    return place('seal', picture.png, {
      x: right - width,
      y: top + (height - tall) / 2,
      width,
      height: tall,
    });
  };
  return { signature, seal };
};

/** Whether a paper has a room for signature and seal at all. */
export const hasSigningRoom = (flow: Flow): boolean =>
  paragraphsIn(flow.blocks).some(({ signing }) => signing !== undefined);

/**
 * Where pictures of signature and seal stand on the laid-out pages: the signature in the middle of each
 * room for signing, the seal in its real size over a third of it, on its left. A paper without such a
 * room gets none.
 */
export const placePictures = (
  flow: Flow,
  pageList: PageList,
  { signature, seal }: SigningPictures,
): PlacedPicture[] =>
  paragraphsIn(flow.blocks)
    .filter(({ signing }) => signing !== undefined)
    .flatMap((block) => {
      const room = roomAt(block, pageList);
      if (room === null) return [];
      const put = inRoom(room);
      const signed = signature === null ? null : put.signature(signature);
      return [
        ...(signed === null ? [] : [signed]),
        ...(seal === null ? [] : [put.seal(seal, signed)]),
      ];
    });
