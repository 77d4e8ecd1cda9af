import {
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type FurnitureShapes, furnitureShapes } from '../../../shared/layout';
import type { PageFurniture, PageGeometry } from '../../../shared/model';
import { codePicture } from './code-picture';
import { floatingPicture } from './floating-picture';
import { HEADER_STYLE, halfPoints } from './style-sheet';
import { watermarkRun } from './watermark';

type PageOptions = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;
type Margins = NonNullable<PageOptions['margin']>;
type Surround = Pick<ISectionOptions, 'headers' | 'footers'>;

const FOOTER_FROM_BOTTOM = 340;
/** Depth of the type below its baseline, in ems. */
const DESCENT = 0.216;

/** 17.6.11: the footer's last line ends where the code line has its descenders. */
const footerFromBottom = (page: PageGeometry, { footer }: FurnitureShapes): number => {
  const wanted =
    footer === null
      ? FOOTER_FROM_BOTTOM
      : Math.round(page.height - footer.y - footer.fontSize * DESCENT);
  return Math.min(wanted, Math.round(page.marginBottom));
};

const marginsOf = (page: PageGeometry, shapes: FurnitureShapes): Margins => ({
  top: Math.round(page.marginTop),
  bottom: Math.round(page.marginBottom),
  left: Math.round(page.marginLeft),
  right: Math.round(page.marginRight),
  // 17.6.11: from the paper's edge to the first line of the header.
  header: Math.round(page.pageNumber?.fromTop ?? 0),
  footer: footerFromBottom(page, shapes),
  gutter: 0,
});

const headerLine = (fontSize: number, children: readonly ParagraphChild[]): Header =>
  new Header({
    children: [
      new Paragraph({
        style: HEADER_STYLE,
        run: { size: halfPoints(fontSize) },
        children,
      }),
    ],
  });

const number = (fontSize: number): ParagraphChild =>
  new TextRun({ size: halfPoints(fontSize), children: [PageNumber.CURRENT] });

/** As low as a line can be: a header that only holds what floats. */
const LOWEST = 2;
const lowLine = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({
    style: HEADER_STYLE,
    spacing: { before: 0, after: 0, line: 1, lineRule: LineRuleType.EXACT },
    run: { size: LOWEST },
    children,
  });

/** 17.10.6 titlePg: without it and a first header of its own, page one would carry a number too. */
const hasFirst = ({ pageNumber }: PageGeometry): boolean =>
  pageNumber !== null && pageNumber.fromPage > 1;

const headersOf = (page: PageGeometry, { watermark }: FurnitureShapes): Surround => {
  const mark = (at: number): ParagraphChild[] =>
    watermark === null ? [] : [watermarkRun(watermark, at)];
  if (page.pageNumber === null) {
    return watermark === null
      ? {}
      : { headers: { default: new Header({ children: [lowLine(mark(1))] }) } };
  }
  const { fontSize } = page.pageNumber;
  const headers = { default: headerLine(fontSize, [...mark(1), number(fontSize)]) };
  return hasFirst(page)
    ? { headers: { ...headers, first: headerLine(fontSize, mark(2)) } }
    : { headers };
};

const CODE_ID = 1;

const footersOf = (
  page: PageGeometry,
  furniture: PageFurniture,
  { footer, code }: FurnitureShapes,
): Surround => {
  if (footer === null || code === null || furniture.footer === undefined) return {};
  const data = codePicture(furniture.footer.qr);
  const { text } = footer;
  const size = halfPoints(footer.fontSize);
  const line = (id: number): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: HEADER_STYLE,
          alignment: 'left',
          run: { size },
          children: [
            floatingPicture({
              data,
              x: code.x,
              y: code.y,
              width: code.side,
              height: code.side,
              id,
              description: text,
            }),
            new TextRun({ text, size }),
          ],
        }),
      ],
    });
  const footers = { default: line(CODE_ID) };
  return { footers: hasFirst(page) ? { ...footers, first: line(CODE_ID + 1) } : footers };
};

/** The one section's paper, margins, page number, and what stands beside the text on every page. */
export const pageSetup = (
  page: PageGeometry,
  given: PageFurniture = {},
): Omit<ISectionOptions, 'children'> => {
  const isWide = page.width > page.height;
  const [narrow, long] = isWide ? [page.height, page.width] : [page.width, page.height];
  const furniture = { ...given, sides: { left: page.marginLeft, right: page.marginRight } };
  const shapes = furnitureShapes(furniture, page);
  return {
    ...headersOf(page, shapes),
    ...footersOf(page, furniture, shapes),
    properties: {
      titlePage: hasFirst(page),
      page: {
        // docx turns the paper itself when it lies on its side (17.6.13).
        size: {
          width: Math.round(narrow),
          height: Math.round(long),
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: marginsOf(page, shapes),
      },
    },
  };
};
