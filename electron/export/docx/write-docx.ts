import { Document, type FileChild, Packer } from 'docx';
import { strToU8, unzipSync } from 'fflate';
import type { Flow, PageList, ParagraphBlock } from '../../../shared/model';
import { paragraphsOf } from '../paragraphs-of';
import { appProperties, coreProperties } from './document-properties-xml';
import { flowParagraph, hairParagraph, type Keeping } from './flow-paragraph';
import { flowTable } from './flow-table';
import { type ListPlace, listNumbering } from './list-numbering';
import { pageSetup } from './page-setup';
import { keptWithSignature } from './signature-keeping';
import { steadyZip } from './steady-zip';
import { styleSheet } from './style-sheet';
import { looksByRole, type TextLook } from './text-look';

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
}

interface Surroundings {
  readonly lookOf: (block: ParagraphBlock) => TextLook;
  readonly listOf: (block: ParagraphBlock) => ListPlace | undefined;
  readonly isKept: (block: ParagraphBlock) => boolean;
}

const ownKeeping = ({ format }: ParagraphBlock): Keeping => ({
  keepNext: format.keepNext,
  keepLines: format.keepLines,
  pageBreakBefore: format.pageBreakBefore,
});

const bodyOf = (flow: Flow, { lookOf, listOf, isKept }: Surroundings): FileChild[] => {
  const children: FileChild[] = [];
  let isBroken = false;
  let afterTable = false;
  const add = (child: FileChild, isTable: boolean): void => {
    if (isTable && afterTable) children.push(hairParagraph());
    children.push(child);
    afterTable = isTable;
    isBroken = false;
  };
  const paragraph = (block: ParagraphBlock, keeping: Keeping) =>
    flowParagraph(block, lookOf(block), listOf(block), keeping);

  for (const block of flow.blocks) {
    if (block.kind === 'pageBreak') {
      isBroken = children.length > 0;
    } else if (block.kind === 'table') {
      // 17.3.1.23: a break before a table is one before its first paragraph.
      let breaks = isBroken;
      const inCell = (inner: ParagraphBlock) => {
        const keeping = ownKeeping(inner);
        const pageBreakBefore = breaks || keeping.pageBreakBefore;
        breaks = false;
        return paragraph(inner, { ...keeping, pageBreakBefore });
      };
      add(flowTable(block, inCell), true);
    } else if (block.kind === 'signature') {
      for (const [at, inner] of block.blocks.entries()) {
        const own = ownKeeping(inner);
        const keepNext = at < block.blocks.length - 1;
        const pageBreakBefore = own.pageBreakBefore || isBroken;
        add(paragraph(inner, { keepNext, keepLines: true, pageBreakBefore }), false);
      }
    } else {
      const own = ownKeeping(block);
      const kept = isKept(block);
      const keeping = {
        keepNext: own.keepNext || kept,
        keepLines: own.keepLines || kept,
        pageBreakBefore: own.pageBreakBefore || isBroken,
      };
      add(paragraph(block, keeping), false);
    }
  }
  if (afterTable || children.length === 0) children.push(hairParagraph());
  return children;
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
  const { flow, pageList, author, now } = input;
  const paragraphs = paragraphsOf(flow.blocks);
  const looks = looksByRole(paragraphs);
  const numbering = listNumbering(paragraphs);
  const kept = keptWithSignature(flow, pageList);
  const document = new Document({
    compatibility: { version: COMPATIBILITY_MODE },
    hyphenation: { autoHyphenation: false },
    defaultTabStop: DEFAULT_TAB_STOP,
    numbering: { config: numbering.config },
    sections: [
      {
        ...pageSetup(flow.page),
        children: bodyOf(flow, {
          lookOf: (block) => {
            const look = looks.get(block.role);
            if (look === undefined) throw new Error(`no style for ${block.role}`);
            return look;
          },
          listOf: (block) => numbering.placeOf(block.id),
          isKept: (block) => kept.has(block.id),
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
