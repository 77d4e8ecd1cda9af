import { type SectionId, sectionId, twip } from '../base';
import type {
  AttachmentsValue,
  DurationValue,
  MoneyValue,
  OrganisationValue,
  ParagraphBlock,
  RichTextBlock,
  RichTextDoc,
  SectionValue,
  TemplateSection,
} from '../model';
import { answerLineBlocks, attachmentBlocks, plainTextBlocks } from './answer-blocks';
import { durationWords, moneyWords, organisationWords } from './answer-words';
import { formRun, joinRuns } from './form-run';
import { bodyFormat, type Look } from './look';
import {
  blockId,
  bodyPlace,
  richTextBlocks,
  type TextBlock,
  withSpaceBefore,
} from './rich-text-blocks';

/** 'II.', and '4.' for a part of a Roman part; '12.1.' where all counting is Arabic. */
const printedNumeral = (numeral: string): string =>
  /^\d/u.test(numeral) ? `${numeral}.` : `${numeral.slice(numeral.lastIndexOf('.') + 1)}.`;

const headingBlock = (form: TemplateSection, look: Look): ParagraphBlock => {
  const section = sectionId(form.id);
  const { align, firstLine } = look.headings;
  const guidance =
    form.printGuidance && form.guidance !== '' ? [formRun(` ${form.guidance}`, look.fontSize)] : [];
  return {
    kind: 'paragraph',
    id: blockId(section, ['heading']),
    section,
    source: { section, path: [] },
    role: 'heading',
    format: {
      ...bodyFormat(look),
      align,
      firstLine: align === 'center' ? twip(0) : firstLine,
      keepNext: true,
      keepLines: true,
    },
    label: null,
    runs: joinRuns([
      formRun(`${printedNumeral(form.numeral)} ${form.heading}`, look.fontSize, { bold: true }),
      ...guidance,
    ]),
    fontSize: look.fontSize,
  };
};

const isEmptyParagraph = (node: RichTextBlock): boolean =>
  node.type === 'paragraph' && (node.content ?? []).every((inline) => inline.type === 'hardBreak');

/** Empty lines at the end are where the person's cursor was, not part of the paper. */
const withoutEmptyEnd = (nodes: readonly RichTextBlock[]): readonly RichTextBlock[] => {
  let end = nodes.length;
  for (let last = nodes[end - 1]; last !== undefined && isEmptyParagraph(last); ) {
    end -= 1;
    last = nodes[end - 1];
  }
  return nodes.slice(0, end);
};

/** The value's kind is the section's: `parseProposal` and the store see to that. */
const answerBlocks = (
  form: TemplateSection,
  value: SectionValue | undefined,
  look: Look,
): TextBlock[] => {
  const section: SectionId = sectionId(form.id);
  const lines = (words: Parameters<typeof answerLineBlocks>[2]): TextBlock[] =>
    answerLineBlocks(section, form, words, look);
  switch (form.kind) {
    case 'text':
      return plainTextBlocks(section, (value as string | undefined) ?? '', look);
    case 'richText': {
      const nodes = (value as RichTextDoc | undefined)?.content ?? [];
      return richTextBlocks(withoutEmptyEnd(nodes), bodyPlace(section, look));
    }
    case 'duration':
      return lines(value === undefined ? {} : durationWords(value as DurationValue));
    case 'money':
      return lines(value === undefined ? {} : moneyWords(value as MoneyValue));
    case 'organisation':
      return lines(value === undefined ? {} : organisationWords(value as OrganisationValue));
    case 'attachments':
      return attachmentBlocks(section, (value as AttachmentsValue | undefined) ?? [], look);
  }
};

/** A section on paper. `afterTable`: the block before it is a table, which has no space after it. */
export const sectionBlocks = (
  form: TemplateSection,
  value: SectionValue | undefined,
  look: Look,
  afterTable: boolean,
): TextBlock[] => {
  const blocks = [
    ...(form.printHeading ? [headingBlock(form, look)] : []),
    ...answerBlocks(form, value, look),
  ];
  const [first, ...rest] = blocks;
  return first !== undefined && afterTable ? [withSpaceBefore(first, look), ...rest] : blocks;
};
