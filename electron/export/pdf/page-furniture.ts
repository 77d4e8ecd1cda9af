import { type PDFContext, PDFRawStream, type PDFRef, PngEmbedder } from 'pdf-lib';
import { type FurnitureWords, furnitureShapes, WATERMARK_GREY } from '../../../shared/layout';
import type { Page, PageFurniture, PlacedPicture } from '../../../shared/model';
import { contentNumber as n, TWIPS_PER_POINT } from './content-number';
import { compress } from './embedded-face';
import type { OpenFace, OpenFaces } from './open-face';
import { outlineOperators } from './outline-operators';

/** Content streams to put before and after the text of a page. */
export interface DrawnFurniture {
  readonly behind: string;
  readonly inFront: string;
}

const points = (twips: number): number => twips / TWIPS_PER_POINT;

/** Outlines, not text: furniture is no part of the words and is not read out or copied. */
const wordsOperators = (words: FurnitureWords, page: Page, face: OpenFace): string => {
  const scale = points(words.fontSize) / face.unitsPerEm;
  const operators: string[] = [];
  let width = 0;
  for (const character of words.text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = face.glyph(codePoint);
    if (glyph === null) throw new Error(`furniture with a letter the font lacks: ${character}`);
    operators.push(outlineOperators(face.outline(codePoint), scale, width));
    width += glyph.advance * scale;
  }
  const angle = (-words.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const origin = [points(words.x), points(page.height - words.y)];
  const matrix = [cos, sin, -sin, cos, ...origin].map((value) => n(value, 5)).join(' ');
  return `${matrix} cm\n${operators.filter((each) => each !== '').join('\n')}\nf`;
};

/** A drawing that every page of one size shows. */
interface Drawing {
  readonly kind: 'Watermark' | 'Footer';
  readonly isBehind: boolean;
  readonly operators: string;
}

const drawingsFor = (furniture: PageFurniture, page: Page, faces: OpenFaces): Drawing[] => {
  const { watermark, footer, bars } = furnitureShapes(furniture, page);
  const drawings: Drawing[] = [];
  if (watermark !== null) {
    const operators = `${WATERMARK_GREY} g\n${wordsOperators(watermark, page, faces.bold)}`;
    drawings.push({ kind: 'Watermark', isBehind: true, operators });
  }
  if (footer !== null) {
    const code = bars.map(({ x, y, width, height }) => {
      const place = [x, page.height - y - height, width, height];
      return `${place.map((value) => n(points(value), 3)).join(' ')} re`;
    });
    const words = wordsOperators(footer, page, faces.regular);
    const operators = `q ${words}\nQ\n${code.join('\n')}\nf`;
    drawings.push({ kind: 'Footer', isBehind: false, operators });
  }
  return drawings;
};

const pictureOperators = (name: string, picture: PlacedPicture, page: Page): string => {
  const { x, y, width, height } = picture;
  const matrix = [width, 0, 0, height, x, page.height - y - height];
  const place = matrix.map((value) => n(points(value), 4)).join(' ');
  return `/Artifact BMC\nq ${place} cm /${name} Do Q\nEMC\n`;
};

export interface FurnitureWriter {
  readonly on: (page: Page) => DrawnFurniture;
  /** What pages have to name in their resources. */
  readonly forms: ReadonlyMap<string, PDFRef>;
}

/** Draws each piece once for each size of page, as a form (ISO 32000-1, 8.10) that pages show. */
export const furnitureWriter = async (
  context: PDFContext,
  furniture: PageFurniture,
  faces: OpenFaces,
): Promise<FurnitureWriter> => {
  const forms = new Map<string, PDFRef>();
  const drawn = new Map<string, DrawnFurniture>();

  const show = (page: Page, { kind, operators }: Drawing): string => {
    const name = `${kind}${forms.size + 1}`;
    const bytes = compress(new TextEncoder().encode(operators));
    const entries = context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, page.width / TWIPS_PER_POINT, page.height / TWIPS_PER_POINT],
      Filter: 'FlateDecode',
      Length: bytes.length,
    });
    forms.set(name, context.register(PDFRawStream.of(entries, bytes)));
    const properties = `<</Type /Pagination /Subtype /${kind}>>`;
    return `/Artifact ${properties} BDC\nq /${name} Do Q\nEMC\n`;
  };

  const draw = (page: Page): DrawnFurniture => {
    const shown = drawingsFor(furniture, page, faces).map((drawing) => ({
      isBehind: drawing.isBehind,
      operators: show(page, drawing),
    }));
    const join = (isBehind: boolean): string =>
      shown
        .filter((each) => each.isBehind === isBehind)
        .map(({ operators }) => operators)
        .join('');
    return { behind: join(true), inFront: join(false) };
  };

  /** Each picture is embedded once, its transparency as a soft mask (ISO 32000-1, 11.6.5.3). */
  const pictures = new Map<PlacedPicture, string>();
  for (const picture of furniture.pictures ?? []) {
    const name = `Picture${pictures.size + 1}`;
    const embedder = await PngEmbedder.for(Buffer.from(picture.png, 'base64'));
    forms.set(name, await embedder.embedIntoContext(context));
    pictures.set(picture, name);
  }

  return {
    forms,
    on: (page) => {
      const size = `${page.width}×${page.height}`;
      const { behind, inFront } = drawn.get(size) ?? draw(page);
      drawn.set(size, { behind, inFront });
      const own = [...pictures]
        .filter(([picture]) => picture.page === page.number)
        .map(([picture, name]) => pictureOperators(name, picture, page));
      return { behind, inFront: inFront + own.join('') };
    },
  };
};
