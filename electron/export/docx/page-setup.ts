import {
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { PageGeometry } from '../../../shared/model';
import { HEADER_STYLE, halfPoints } from './style-sheet';

type PageOptions = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;
type Margins = NonNullable<PageOptions['margin']>;

const FOOTER_FROM_BOTTOM = 340;

const marginsOf = (page: PageGeometry): Margins => ({
  top: Math.round(page.marginTop),
  bottom: Math.round(page.marginBottom),
  left: Math.round(page.marginLeft),
  right: Math.round(page.marginRight),
  // 17.6.11: from the paper's edge to the first line of the header.
  header: Math.round(page.pageNumber?.fromTop ?? 0),
  footer: Math.min(FOOTER_FROM_BOTTOM, Math.round(page.marginBottom)),
  gutter: 0,
});

const numberHeader = (fontSize: number): Header =>
  new Header({
    children: [
      new Paragraph({
        style: HEADER_STYLE,
        run: { size: halfPoints(fontSize) },
        children: [new TextRun({ size: halfPoints(fontSize), children: [PageNumber.CURRENT] })],
      }),
    ],
  });

const emptyHeader = (fontSize: number): Header =>
  new Header({
    children: [new Paragraph({ style: HEADER_STYLE, run: { size: halfPoints(fontSize) } })],
  });

/** 17.10.6 titlePg: without it and a first header of its own, page one would carry a number too. */
const numbering = ({ pageNumber }: PageGeometry): Pick<ISectionOptions, 'headers'> => {
  if (pageNumber === null) return {};
  const { fontSize, fromPage } = pageNumber;
  const headers = { default: numberHeader(fontSize) };
  return fromPage <= 1 ? { headers } : { headers: { ...headers, first: emptyHeader(fontSize) } };
};

/** The one section's paper, margins and page number. */
export const pageSetup = (page: PageGeometry): Omit<ISectionOptions, 'children'> => {
  const isWide = page.width > page.height;
  const [narrow, long] = isWide ? [page.height, page.width] : [page.width, page.height];
  return {
    ...numbering(page),
    properties: {
      titlePage: page.pageNumber !== null && page.pageNumber.fromPage > 1,
      page: {
        // docx turns the paper itself when it lies on its side (17.6.13).
        size: {
          width: Math.round(narrow),
          height: Math.round(long),
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: marginsOf(page),
      },
    },
  };
};
