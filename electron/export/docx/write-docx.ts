import { Document, Packer } from 'docx';
import { strToU8, unzipSync } from 'fflate';
import { tableBindings } from '../../../shared/layout';
import type { Flow, PageFurniture, PageList } from '../../../shared/model';
import { paragraphsOf } from '../paragraphs-of';
import { appProperties, coreProperties } from './document-properties-xml';
import { flowBody } from './flow-body';
import { hairLines } from './hair-lines';
import { listNumbering } from './list-numbering';
import { pageSetup } from './page-setup';
import { picturesByBlock } from './pictures-by-block';
import { keptWithSignature } from './signature-keeping';
import { steadyZip } from './steady-zip';
import { styleSheet } from './style-sheet';
import { looksByRole } from './text-look';

/**
 * Word 2010's way of laying out (17.15.3.4). From 15 on, Word and LibreOffice squeeze the spaces of
 * justified lines, each in its own way, and nearly every Vietnamese line would break elsewhere.
 */
const COMPATIBILITY_MODE = 14;
const DEFAULT_TAB_STOP = 720;

export interface DocxInput {
  readonly flow: Flow;
  /** The layout of `flow`: how many pages, and how many lines each paragraph has. */
  readonly pageList: PageList;
  readonly author: string;
  readonly now: Date;
  /** What stands on the pages beside the text. */
  readonly furniture?: PageFurniture;
}

const lineEndsById = (pageList: PageList): ReadonlyMap<string, readonly number[]> => {
  const ends = new Map<string, number[]>();
  for (const { lines } of pageList.pages) {
    for (const { blockId, to } of lines) ends.set(blockId, [...(ends.get(blockId) ?? []), to]);
  }
  return ends;
};

/** Parts that docx makes and nobody asked for, with what points at them. */
const WITHOUT = ['docProps/custom.xml'];

const withoutUnused = (files: Record<string, Uint8Array>): Record<string, Uint8Array> => {
  const decoder = new TextDecoder();
  const kept: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (WITHOUT.includes(name)) continue;
    // Empty lists of relationships are legal and say nothing.
    if (name.endsWith('.rels') && !decoder.decode(bytes).includes('<Relationship ')) continue;
    kept[name] = bytes;
  }
  const strip = (name: string, pattern: RegExp): void => {
    const bytes = kept[name];
    if (bytes !== undefined) kept[name] = strToU8(decoder.decode(bytes).replace(pattern, ''));
  };
  strip('_rels/.rels', /<Relationship [^>]*docProps\/custom\.xml"\/>/);
  strip('[Content_Types].xml', /<Override [^>]*\/docProps\/custom\.xml"\/>/);
  return kept;
};

/**
 * The flow as a Word document that leaves other programs no freedom to break lines and pages
 * elsewhere. The same input gives the same bytes.
 */
export const writeDocx = async (input: DocxInput): Promise<Uint8Array> => {
  const { flow, pageList, author, now, furniture = {} } = input;
  const paragraphs = paragraphsOf(flow.blocks);
  const looks = looksByRole(paragraphs);
  const numbering = listNumbering(paragraphs);
  const kept = keptWithSignature(flow, pageList);
  const spacings = hairLines(flow, pageList);
  const lineEnds = lineEndsById(pageList);
  const pictures = picturesByBlock(furniture);
  const document = new Document({
    // A line that a person ended is not stretched to the edge (rule L18).
    compatibility: { version: COMPATIBILITY_MODE, doNotExpandShiftReturn: true },
    hyphenation: { autoHyphenation: false },
    defaultTabStop: DEFAULT_TAB_STOP,
    numbering: { config: numbering.config },
    sections: [
      {
        ...pageSetup(flow.page, furniture),
        children: flowBody(flow, {
          lookOf: (block) => {
            const look = looks.get(block.role);
            if (look === undefined) throw new Error(`no style for ${block.role}`);
            return look;
          },
          listOf: (block) => numbering.placeOf(block.id),
          spacingsOf: (block) => spacings.get(block.id) ?? [],
          lineEndsOf: (block) => lineEnds.get(block.id) ?? [],
          isKept: (block) => kept.has(block.id),
          floatingAt: (block) => pictures.get(block.id) ?? [],
          bindings: tableBindings(flow),
        }),
      },
    ],
  });
  const files = withoutUnused(unzipSync(await Packer.toBuffer(document)));
  const properties = { title: flow.title, author, language: flow.language, now };
  return steadyZip({
    ...files,
    'word/styles.xml': strToU8(styleSheet(looks, flow.language)),
    'docProps/core.xml': strToU8(coreProperties(properties)),
    'docProps/app.xml': strToU8(appProperties(pageList.pages.length)),
  });
};
