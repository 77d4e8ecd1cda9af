import type { Alignment, ParagraphFormat, ParagraphRole } from '../../../shared/model';
import type { TextLook } from './text-look';
import { xmlText } from './xml-text';

export const FONT = 'Times New Roman';

/** Word's own names where it has one: it then shows them in the reader's language. */
export const STYLES: Readonly<
  Record<ParagraphRole, { readonly id: string; readonly name: string }>
> = {
  title: { id: 'Title', name: 'Title' },
  heading: { id: 'Heading1', name: 'heading 1' },
  body: { id: 'BodyText', name: 'Body Text' },
  listItem: { id: 'ListParagraph', name: 'List Paragraph' },
  tableCell: { id: 'TableText', name: 'Chữ trong bảng' },
  signature: { id: 'Signature', name: 'Signature' },
  note: { id: 'NoteText', name: 'Ghi chú' },
};

/** 17.18.44 ST_Jc: justified is called "both". */
export const JUSTIFICATION: Readonly<Record<Alignment, 'left' | 'center' | 'right' | 'both'>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
};

/** 17.3.1.33 spacing: `line` counts 240ths of a line only while `lineRule` says "auto". */
export const LINE = 240;

const toggle = (name: string, on: boolean): string => `<w:${name} w:val="${on ? 1 : 0}"/>`;

/** 17.3.1.12 ind: a first line that hangs has an attribute of its own; none is negative. */
export const indentAttributes = ({
  indentLeft,
  indentRight,
  firstLine,
}: Pick<ParagraphFormat, 'indentLeft' | 'indentRight' | 'firstLine'>): string => {
  const first =
    firstLine < 0
      ? `w:hanging="${-Math.round(firstLine)}"`
      : `w:firstLine="${Math.round(firstLine)}"`;
  return `w:left="${Math.round(indentLeft)}" w:right="${Math.round(indentRight)}" ${first}`;
};

/** In the order of CT_PPr (17.3.1.26), which Word insists on. */
const paragraphProperties = (format: ParagraphFormat, outlineLevel: number | null): string =>
  [
    toggle('keepNext', format.keepNext),
    toggle('keepLines', format.keepLines),
    toggle('pageBreakBefore', false),
    toggle('widowControl', format.widowControl),
    toggle('suppressAutoHyphens', true),
    `<w:spacing w:before="${Math.round(format.spaceBefore)}" w:after="${Math.round(format.spaceAfter)}" w:line="${Math.round(format.lineSpacing * LINE)}" w:lineRule="auto"/>`,
    `<w:ind ${indentAttributes(format)}/>`,
    // Between paragraphs of one style too: 17.3.1.9 would drop it.
    toggle('contextualSpacing', false),
    `<w:jc w:val="${JUSTIFICATION[format.align]}"/>`,
    outlineLevel === null ? '' : `<w:outlineLvl w:val="${outlineLevel}"/>`,
  ].join('');

/** 17.3.2.38 sz counts half points. */
export const halfPoints = (twips: number): number => Math.round(twips / 10);

/** In the order of CT_RPr (17.3.2.28). No `w:kern`: without it nothing is kerned (17.3.2.19). */
const runProperties = (look: Pick<TextLook, 'fontSize' | 'bold' | 'italic'>): string =>
  [
    toggle('b', look.bold),
    toggle('bCs', look.bold),
    toggle('i', look.italic),
    toggle('iCs', look.italic),
    `<w:sz w:val="${halfPoints(look.fontSize)}"/><w:szCs w:val="${halfPoints(look.fontSize)}"/>`,
  ].join('');

const fonts = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;

const style = (role: ParagraphRole, look: TextLook): string => {
  const { id, name } = STYLES[role];
  const custom = name === 'Chữ trong bảng' || name === 'Ghi chú' ? ' w:customStyle="1"' : '';
  const next = role === 'heading' ? `<w:next w:val="${STYLES.body.id}"/>` : '';
  const outline = role === 'heading' ? 0 : null;
  return `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${xmlText(name)}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/><w:pPr>${paragraphProperties(look.format, outline)}</w:pPr><w:rPr>${runProperties(look)}</w:rPr></w:style>`;
};

/**
 * word/styles.xml (17.7). The defaults are plain; each style says everything, because what a style
 * leaves open, every program fills in its own way.
 */
export const styleSheet = (
  looks: ReadonlyMap<ParagraphRole, TextLook>,
  language: string,
): string => {
  const base: TextLook = looks.get('body') ?? [...looks.values()][0] ?? EMPTY_LOOK;
  const normal: TextLook = { ...EMPTY_LOOK, fontSize: base.fontSize };
  const lang = `<w:lang w:val="${xmlText(language)}" w:eastAsia="${xmlText(language)}" w:bidi="ar-SA"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${runProperties(normal)}${lang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraphProperties(normal.format, null)}</w:pPr></w:pPrDefault></w:docDefaults>`;
  const body = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${paragraphProperties(normal.format, null)}</w:pPr><w:rPr>${fonts}${runProperties(normal)}${lang}</w:rPr></w:style>`;
  const rest = [
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
  ];
  const header = `<w:style w:type="paragraph" w:styleId="${HEADER_STYLE}"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`;
  const named = [...looks].map(([role, look]) => style(role, look));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${body}${rest.join('')}${header}${named.join('')}</w:styles>`;
};

export const HEADER_STYLE = 'Header';

const EMPTY_LOOK: TextLook = {
  format: {
    align: 'left',
    indentLeft: 0,
    indentRight: 0,
    firstLine: 0,
    spaceBefore: 0,
    spaceAfter: 0,
    lineSpacing: 1,
    keepNext: false,
    keepLines: false,
    widowControl: true,
    pageBreakBefore: false,
  } as ParagraphFormat,
  fontSize: 280,
  bold: false,
  italic: false,
};
