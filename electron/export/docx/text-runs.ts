import { EmptyElement, type IRunOptions, NoBreakHyphen, Tab, TextRun, UnderlineType } from 'docx';
import type { SpacedRun } from './spaced-runs';
import { halfPoints } from './style-sheet';
import type { TextLook } from './text-look';

/** 17.3.3.1 br without a type: the next line of the same paragraph. */
class LineBreak extends EmptyElement {
  constructor() {
    super('w:br');
  }
}

type RunChild = NonNullable<IRunOptions['children']>[number];

const SPECIAL = /([\n\t\u2011])/;
/** No place to break in our lines; a word processor would take it for one. */
const SOFT_HYPHEN = '\u00ad';

const childOf = (piece: string): RunChild[] => {
  if (piece === '\n') return [new LineBreak()];
  if (piece === '\t') return [new Tab()];
  // 17.3.3.18 noBreakHyphen: U+2011 itself is in no common font and would change the face.
  if (piece === '\u2011') return [new NoBreakHyphen()];
  return piece === '' ? [] : [piece];
};

/** Properties that differ from the paragraph's style; equal ones are the style's business. */
const propertiesOf = (run: SpacedRun, look: TextLook): IRunOptions => ({
  ...(run.bold === look.bold ? {} : { bold: run.bold }),
  ...(run.italic === look.italic ? {} : { italics: run.italic }),
  ...(run.strike ? { strike: true } : {}),
  ...(run.letterSpacing === 0 ? {} : { characterSpacing: run.letterSpacing }),
  ...(run.fontSize === look.fontSize ? {} : { size: halfPoints(run.fontSize) }),
  ...(run.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
  ...(run.script === 'superscript' ? { superScript: true } : {}),
  ...(run.script === 'subscript' ? { subScript: true } : {}),
});

export const textRun = (run: SpacedRun, look: TextLook): TextRun => {
  const pieces = run.text.replaceAll(SOFT_HYPHEN, '').split(SPECIAL);
  return new TextRun({ ...propertiesOf(run, look), children: pieces.flatMap(childOf) });
};
