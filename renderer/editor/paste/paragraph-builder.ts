import type { RichTextInline, RichTextMark } from '../../../shared/model';
import { cleanText } from './clean-text';
import { type InlineFormat, marksOf } from './inline-format';

const sameMarks = (a: readonly RichTextMark[] = [], b: readonly RichTextMark[] = []): boolean =>
  a.length === b.length && a.every(({ type }, index) => type === b[index]?.type);

/** Gathers the text of one paragraph the way a browser shows it: runs of spaces are one space. */
export class ParagraphBuilder {
  private content: RichTextInline[] = [];
  /** A paragraph that holds only a protected space is an empty line on purpose. */
  private touched = false;

  get isEmpty(): boolean {
    return this.content.length === 0 && !this.touched;
  }

  private get endsWithSpace(): boolean {
    const last = this.content.at(-1);
    return last === undefined || last.type === 'hardBreak' || /[ \t]$/.test(last.text);
  }

  private push(text: string, format: InlineFormat): void {
    if (text === '') return;
    const marks = marksOf(format);
    const last = this.content.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks, marks.marks)) last.text += text;
    else this.content.push({ type: 'text', text, ...marks });
  }

  addText(raw: string, format: InlineFormat): void {
    const text = cleanText(raw);
    if (format.verbatim) {
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.addBreak();
        this.push(line, format);
      });
      return;
    }
    if (text.includes('\u00a0')) this.touched = true;
    const collapsed = text
      .replace(/[ \t\r\n\f]+/g, ' ')
      // A single protected space between words is meant; several, or one beside a space, are not.
      .replace(/[ \u00a0]*\u00a0{2,}[ \u00a0]*|[ ]+\u00a0[ \u00a0]*|\u00a0[ ]+[ \u00a0]*/g, ' ');
    this.push(this.endsWithSpace ? collapsed.replace(/^[ \u00a0]+/, '') : collapsed, format);
  }

  addTab(format: InlineFormat): void {
    this.push('\t', format);
  }

  addBreak(): void {
    this.content.push({ type: 'hardBreak' });
  }

  /** The paragraph's content; the builder begins the next one. */
  take(): RichTextInline[] {
    const content = this.content;
    this.content = [];
    this.touched = false;
    for (;;) {
      const last = content.at(-1);
      if (last === undefined) return content;
      if (last.type === 'hardBreak') {
        content.pop();
        continue;
      }
      last.text = last.text.replace(/[ \u00a0]+$/, '');
      if (last.text !== '') return content;
      content.pop();
    }
  }
}
