import { A4, mm, mmToWholeTwip, pt, ptToWholeTwip, type Twip, twip } from '../base';
import type { Alignment, PageGeometry, ParagraphFormat, Style, Template } from '../model';

/** The typography of one proposal, in the units of a flow. */
export interface Look {
  readonly page: PageGeometry;
  readonly textWidth: Twip;
  readonly fontSize: Twip;
  readonly lineSpacing: number;
  readonly spaceAfter: Twip;
  readonly firstLine: Twip;
  readonly headings: { readonly align: Alignment; readonly firstLine: Twip };
  readonly lists: Template['typography']['lists'];
}

const NONE = twip(0);

const pageOf = (style: Style, template: Template, fontSize: Twip): PageGeometry => {
  const { pageNumber } = template.typography;
  const upright = template.paper.orientation === 'portrait';
  return {
    width: upright ? A4.width : A4.height,
    height: upright ? A4.height : A4.width,
    marginTop: mmToWholeTwip(mm(style.margins.top)),
    marginBottom: mmToWholeTwip(mm(style.margins.bottom)),
    marginLeft: mmToWholeTwip(mm(style.margins.left)),
    marginRight: mmToWholeTwip(mm(style.margins.right)),
    pageNumber:
      pageNumber === null
        ? null
        : {
            fromPage: pageNumber.fromPage,
            fontSize,
            fromTop: mmToWholeTwip(mm(pageNumber.fromTop)),
          },
  };
};

export const lookOf = (style: Style, template: Template): Look => {
  const fontSize = ptToWholeTwip(pt(style.fontSize));
  const page = pageOf(style, template, fontSize);
  const firstLine = mmToWholeTwip(mm(style.indent));
  const { headings, lists } = template.typography;
  return {
    page,
    textWidth: twip(page.width - page.marginLeft - page.marginRight),
    fontSize,
    lineSpacing: style.lineSpacing,
    spaceAfter: ptToWholeTwip(pt(style.spaceAfter)),
    firstLine,
    headings: { align: headings.align, firstLine: headings.indent ? firstLine : NONE },
    lists,
  };
};

/** A paragraph of running text; everything else is said as a difference from it. */
export const bodyFormat = (look: Look): ParagraphFormat => ({
  align: 'justify',
  indentLeft: NONE,
  indentRight: NONE,
  firstLine: look.firstLine,
  spaceBefore: NONE,
  spaceAfter: look.spaceAfter,
  lineSpacing: look.lineSpacing,
  keepNext: false,
  keepLines: false,
  widowControl: true,
  pageBreakBefore: false,
});
