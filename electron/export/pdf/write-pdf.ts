import { createHash } from 'node:crypto';
import { PDFContext, PDFHexString, PDFRawStream, type PDFRef, PDFWriter } from 'pdf-lib';
import type { Face, Flow, Line, Page, PageFurniture, PageList } from '../../../shared/model';
import { contentNumber, TWIPS_PER_POINT } from './content-number';
import { type DocumentProperties, writeInformation, writeMetadata } from './document-properties';
import { documentStructure } from './document-structure';
import { compress, createFaceEmbedder, type EmbeddedFace } from './embedded-face';
import { ALL_FACES } from './font-files';
import { lineOrigins } from './line-origin';
import type { OpenFaces } from './open-face';
import { type EmbeddedFaces, FONT_NAMES, type MarkedPiece, pageContent } from './page-content';
import { furnitureWriter } from './page-furniture';
import { writeStructureTree } from './structure-tree';
import { writeBookmarks } from './write-bookmarks';
import { writeFont } from './write-font';

const embedFace = createFaceEmbedder();
const SPACE = 0x20;

const linesOf = (page: Page): readonly Line[] =>
  page.folio === null ? page.lines : [...page.lines, page.folio];

/** Letters by face; a page list holds breaks and tabs too, which are not drawn. */
const lettersOf = (pageList: PageList): ReadonlyMap<Face, ReadonlySet<number>> => {
  const letters = new Map<Face, Set<number>>();
  for (const page of pageList.pages) {
    for (const { spans } of linesOf(page)) {
      for (const { face, text } of spans) {
        // A space always: it closes a line whose text goes on.
        const known = letters.get(face) ?? new Set([SPACE]);
        letters.set(face, known);
        for (const character of text) known.add(character.codePointAt(0) ?? 0);
      }
    }
  }
  for (const known of letters.values()) {
    known.delete(0x09);
    known.delete(0x0a);
  }
  return letters;
};

/** The first letter that its face cannot draw. */
export const missingLetterOf = (pageList: PageList, faces: OpenFaces): string | null => {
  for (const [face, letters] of lettersOf(pageList)) {
    for (const letter of letters) {
      if (faces[face].glyph(letter) === null) return String.fromCodePoint(letter);
    }
  }
  return null;
};

const embedFaces = async (pageList: PageList, faces: OpenFaces): Promise<EmbeddedFaces> => {
  const letters = lettersOf(pageList);
  const embedded = new Map<Face, EmbeddedFace>();
  for (const face of ALL_FACES) {
    const used = letters.get(face);
    if (used !== undefined && used.size > 0) embedded.set(face, await embedFace(faces[face], used));
  }
  return embedded;
};

const streamOf = (context: PDFContext, content: string): PDFRef => {
  const bytes = compress(new TextEncoder().encode(content));
  const entries = context.obj({ Filter: 'FlateDecode', Length: bytes.length });
  return context.register(PDFRawStream.of(entries, bytes));
};

const points = (twips: number): number => Number(contentNumber(twips / TWIPS_PER_POINT));

/** Names the content, so that the same document has the same identifier and another one another. */
const identifierOf = (
  properties: DocumentProperties,
  contents: readonly string[],
): PDFHexString => {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([properties.title, properties.author, properties.now.toISOString()]));
  for (const content of contents) hash.update(content);
  return PDFHexString.of(hash.digest('hex').slice(0, 32));
};

export interface PdfInput {
  readonly flow: Flow;
  /** The layout of `flow`; every letter in it is known to have a glyph. */
  readonly pageList: PageList;
  readonly properties: DocumentProperties;
  readonly furniture: PageFurniture;
}

/**
 * Draws the page list as PDF 1.7, tagged, with embedded subsets. Nothing is measured or broken here:
 * each line is put where the page list says. The same input gives the same bytes.
 */
export const writePdf = async (input: PdfInput, faces: OpenFaces): Promise<Uint8Array> => {
  const { flow, pageList, properties, furniture } = input;
  const context = PDFContext.create();
  const embedded = await embedFaces(pageList, faces);
  const catalog = context.nextRef();
  const pagesRef = context.nextRef();
  const fonts = Object.fromEntries(
    [...embedded].map(([face, each]) => [FONT_NAMES[face], writeFont(context, each)]),
  );
  const resources = context.nextRef();
  const sides = { left: flow.page.marginLeft, right: flow.page.marginRight };
  const around = await furnitureWriter(context, { ...furniture, sides }, faces);
  const origins = lineOrigins(flow);

  const pieces: (readonly MarkedPiece[])[] = [];
  const contents: string[] = [];
  const pageRefs = pageList.pages.map((page, index) => {
    const text = pageContent(page, embedded, origins);
    const { behind, inFront } = around.on(page);
    const content = behind + text.operators + inFront;
    pieces.push(text.pieces);
    contents.push(content);
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: pagesRef,
        MediaBox: [0, 0, points(page.width), points(page.height)],
        Resources: resources,
        Contents: streamOf(context, content),
        // Tab order and the way from marked content back to the structure tree.
        Tabs: 'S',
        StructParents: index,
      }),
    );
  });
  const forms = Object.fromEntries(around.forms);
  context.assign(resources, context.obj({ Font: fonts, XObject: forms }));
  context.assign(pagesRef, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }));
  const bookmarks = writeBookmarks(context, flow, pageList, pageRefs);
  context.assign(
    catalog,
    context.obj({
      Type: 'Catalog',
      Pages: pagesRef,
      Lang: PDFHexString.fromText(properties.language),
      Metadata: writeMetadata(context, properties),
      MarkInfo: { Marked: true },
      StructTreeRoot: writeStructureTree(context, documentStructure(flow), pieces, pageRefs),
      ...(bookmarks === undefined ? {} : { Outlines: bookmarks }),
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  );
  const identifier = identifierOf(properties, contents);
  context.trailerInfo = {
    Root: catalog,
    Info: writeInformation(context, properties),
    ID: context.obj([identifier, identifier]),
  };
  // Plain objects and a plain table of places: what signing appends to.
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
};
