import type { ImageRun } from 'docx';
import type { PageFurniture, PlacedPicture } from '../../../shared/model';
import { floatingPicture } from './floating-picture';

const NAMES: Readonly<Record<PlacedPicture['kind'], string>> = {
  signature: 'Ảnh chữ ký',
  seal: 'Ảnh con dấu',
};
/** Behind those of the code in the footers. */
const FIRST_ID = 10;

/** Pictures of signature and seal by the paragraph that they are anchored in. */
export const picturesByBlock = ({
  pictures = [],
}: PageFurniture): ReadonlyMap<string, readonly ImageRun[]> => {
  const found = new Map<string, ImageRun[]>();
  for (const [at, picture] of pictures.entries()) {
    const { kind, png, blockId, x, y, width, height } = picture;
    const data = Buffer.from(png, 'base64');
    const description = NAMES[kind];
    const run = floatingPicture({ data, x, y, width, height, id: FIRST_ID + at, description });
    found.set(blockId, [...(found.get(blockId) ?? []), run]);
  }
  return found;
};
