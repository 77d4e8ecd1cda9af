import { pt, ptToWholeTwip, twip } from '../base';
import type {
  FormLine,
  ParagraphBlock,
  ParagraphFormat,
  ParagraphRole,
  SignatureGroup,
  Template,
} from '../model';
import { formRun } from './form-run';
import { bodyFormat, type Look } from './look';

const formLineBlock = (
  line: FormLine,
  look: Look,
  id: string,
  role: ParagraphRole,
  more: Partial<ParagraphFormat>,
): ParagraphBlock => ({
  kind: 'paragraph',
  id,
  section: null,
  source: null,
  role,
  format: {
    ...bodyFormat(look),
    align: line.align,
    firstLine: twip(0),
    spaceBefore: ptToWholeTwip(pt(line.before)),
    spaceAfter: ptToWholeTwip(pt(line.after)),
    keepNext: true,
    keepLines: true,
    ...more,
  },
  label: null,
  runs: [formRun(line.text, look.fontSize, line)],
  fontSize: look.fontSize,
});

/** The form's own title above the first section. */
export const headBlocks = (template: Template, look: Look): ParagraphBlock[] =>
  template.head.map((line, index) => formLineBlock(line, look, `head:${index}`, 'title', {}));

/** The form's notes below the signature; they keep with it, as a note alone would cost a page. */
const closingBlocks = (template: Template, look: Look): ParagraphBlock[] =>
  (template.closing ?? []).map((line, index) =>
    formLineBlock(line, look, `closing:${index}`, 'note', {}),
  );

/** Line height of the type over its size; only to know how much an empty line gives. */
const SINGLE_LINE = 1.15;

/**
 * Room for signature and seal. It is space after the last line and one empty line that ends it, so
 * that it cannot run off the page unseen.
 */
const signatureRoom = (template: Template, look: Look): number => {
  const wanted = ptToWholeTwip(pt(template.signature.space));
  return Math.max(0, wanted - Math.round(look.fontSize * SINGLE_LINE));
};

const withoutSigning = ({ signing: _signing, ...block }: ParagraphBlock): ParagraphBlock => block;

/** Signature lines in their half of the page, kept whole with lines of text above them. */
export const signatureGroup = (template: Template, look: Look): SignatureGroup => {
  const { lines, side, space, minLinesBefore } = template.signature;
  const half = Math.round(look.textWidth / 2);
  const indents = {
    indentLeft: twip(side === 'right' ? half : 0),
    indentRight: twip(side === 'left' ? half : 0),
    lineSpacing: 1,
  };
  const words = lines.map((line, index): ParagraphBlock => {
    const id = `signature:${index}`;
    const isLast = index === lines.length - 1 && space > 0;
    if (!isLast) return formLineBlock(line, look, id, 'signature', indents);
    const spaceAfter = twip(signatureRoom(template, look));
    const block = formLineBlock(line, look, id, 'signature', { ...indents, spaceAfter });
    return { ...block, signing: 'below' };
  });
  const [last] = words.slice(-1);
  const room: ParagraphBlock[] =
    space > 0 && last !== undefined
      ? [
          {
            ...withoutSigning(last),
            id: 'signature:room',
            runs: [],
            format: { ...last.format, ...indents, spaceAfter: twip(0), keepNext: false },
          },
        ]
      : [];
  const blocks = [...words, ...room, ...closingBlocks(template, look)];
  return { kind: 'signature', id: 'signature', blocks, minLinesBefore };
};
