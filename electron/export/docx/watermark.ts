import { ImportedXmlComponent, type Run } from 'docx';
import { type FurnitureWords, WATERMARK_GREY } from '../../../shared/layout';
import { FONT } from './style-sheet';
import { xmlText } from './xml-text';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
].join(' ');

/** 14.1.2.19: the shape type of words drawn along a straight line, as Word itself writes it. */
const STRAIGHT_WORDS =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';

const TWIPS_PER_POINT = 20;
/** Height of the box into which Word fits the words, in ems: capitals with their accents. */
const BOX = 0.92;
const grey = Math.round(WATERMARK_GREY * 255).toString(16);

const points = (twips: number): string => `${Math.round((twips / TWIPS_PER_POINT) * 10) / 10}pt`;

/**
 * The mark of a draft as Word's own watermark: words behind the text in the middle of the page, anchored
 * in the header, where they move no line. By its name Word finds it to take it away.
 */
export const watermarkRun = (words: FurnitureWords, at: number): Run => {
  const style = [
    'position:absolute',
    'margin-left:0',
    'margin-top:0',
    `width:${points(words.width)}`,
    `height:${points(words.fontSize * BOX)}`,
    `rotation:${Math.round((360 + words.turn) * 100) / 100}`,
    'z-index:-251658752',
    'mso-position-horizontal:center',
    'mso-position-horizontal-relative:page',
    'mso-position-vertical:center',
    'mso-position-vertical-relative:page',
  ].join(';');
  const shape = `<v:shape id="PowerPlusWaterMarkObject${at}" o:spid="_x0000_s${2048 + at}" type="#_x0000_t136" alt="${xmlText(words.text)}" style="${style}" o:allowincell="f" fillcolor="#${grey}${grey}${grey}" stroked="f"><v:textpath style="font-family:&quot;${FONT}&quot;;font-size:1pt;font-weight:bold" string="${xmlText(words.text)}"/><w10:wrap anchorx="page" anchory="page"/></v:shape>`;
  const xml = `<w:r ${NAMESPACES}><w:rPr><w:noProof/></w:rPr><w:pict>${STRAIGHT_WORDS}${shape}</w:pict></w:r>`;
  return ImportedXmlComponent.fromXmlString(xml) as unknown as Run;
};
