import { type SectionId, twip } from '../base';
import type { AnswerLine, ParagraphBlock, TemplateSection } from '../model';
import type { AnswerWords } from './answer-words';
import { formRun, joinRuns } from './form-run';
import { bulletSign, labelRoom } from './list-label';
import { bodyFormat, type Look } from './look';
import { blockId } from './rich-text-blocks';

const paragraph = (
  section: SectionId,
  look: Look,
  name: string,
  more: Pick<ParagraphBlock, 'runs'> & Partial<ParagraphBlock>,
): ParagraphBlock => ({
  kind: 'paragraph',
  id: blockId(section, [name]),
  section,
  source: { section, path: [] },
  role: 'body',
  format: bodyFormat(look),
  label: null,
  fontSize: look.fontSize,
  ...more,
});

/** Each line of a plain text is a paragraph; blank lines are not printed. */
export const plainTextBlocks = (section: SectionId, text: string, look: Look): ParagraphBlock[] =>
  text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .map((line, index) =>
      paragraph(section, look, `text${index}`, { runs: [formRun(line, look.fontSize)] }),
    );

/** A form without lines of its own still prints every answer, after its label where it has one. */
const plainLines = (section: TemplateSection, words: AnswerWords): AnswerLine[] =>
  Object.keys(words).map((name) => {
    const field = name as keyof AnswerWords;
    const label = section.labels[field] ?? '';
    return {
      parts: [
        ...(label === '' ? [] : [{ text: `${label} `, bold: false, italic: false }]),
        { field },
      ],
      onlyWhenAnswered: label === '',
    };
  });

/** The printed lines of a duration, a budget or an organisation, the form's words among them. */
export const answerLineBlocks = (
  section: SectionId,
  form: TemplateSection,
  words: AnswerWords,
  look: Look,
): ParagraphBlock[] => {
  const lines = form.lines.length > 0 ? form.lines : plainLines(form, words);
  return lines.flatMap((line, index) => {
    const fields = line.parts.flatMap((part) => ('field' in part ? [words[part.field] ?? ''] : []));
    const answered = fields.some((field) => field.trim() !== '');
    if (line.onlyWhenAnswered && !answered) return [];
    const runs = line.parts.map((part) =>
      'field' in part
        ? formRun(words[part.field] ?? '', look.fontSize)
        : formRun(part.text, look.fontSize, part),
    );
    const { align, ...format } = bodyFormat(look);
    return paragraph(section, look, `line${index}`, {
      runs: joinRuns(runs),
      // Words alone ('Trong đó:') lead over to the next line and may not end a page.
      format: { ...format, align, keepNext: fields.length === 0 },
    });
  });
};

/** One item a paragraph, as a bulleted list; blank items are not printed. */
export const attachmentBlocks = (
  section: SectionId,
  items: readonly string[],
  look: Look,
): ParagraphBlock[] => {
  const sign = bulletSign(look, 0);
  const hang = labelRoom(look, [sign], false);
  return items
    .filter((item) => item.trim() !== '')
    .map((item, index) =>
      paragraph(section, look, `item${index}`, {
        role: 'listItem',
        runs: [formRun(item.replace(/\s*[\r\n]+\s*/gu, ' '), look.fontSize)],
        label: {
          text: sign,
          level: 0,
          ordered: false,
          value: null,
          listId: blockId(section, ['items']),
        },
        format: {
          ...bodyFormat(look),
          indentLeft: twip(Math.max(look.firstLine, hang)),
          firstLine: twip(-hang),
        },
      }),
    );
};
