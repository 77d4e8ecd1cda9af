import { glyphAdvance, UNITS_PER_EM } from '../../../shared/layout';
import type { ParagraphBlock } from '../../../shared/model';

/** LibreOffice takes a label that ends so near before its stop for one that passes it, in twips. */
const HAIR = 4;
/** Further to the left than that, and a quarter of a point: too little to see. */
const MORE = 5;

const widthOf = (text: string, fontSize: number): number => {
  const units = [...text].reduce(
    (sum, letter) => sum + (glyphAdvance('regular', letter.codePointAt(0) ?? 0) ?? 0),
    0,
  );
  return (units * fontSize) / UNITS_PER_EM;
};

/**
 * How far further left an item's label starts in the file than on the page, in twips: its text, behind
 * a tab, stands where it stood, and no program sends it to the next stop.
 */
export const labelHanging = ({ label, format, fontSize }: ParagraphBlock): number => {
  if (label === null) return 0;
  const left = -format.firstLine - widthOf(label.text, fontSize);
  return left >= 0 && left < HAIR ? MORE : 0;
};
