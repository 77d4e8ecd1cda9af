import { Extension } from '@tiptap/core';
import {
  DOMParser,
  Fragment,
  type Mark,
  type ParseOptions,
  type Schema,
  Slice,
} from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { words } from '../../i18n';
import { notify } from '../../state';
import { documentOfValue } from '../doc-value';
import { linesOfText } from './clean-text';
import type { PasteReport } from './paste-report';
import { readPasted } from './read-pasted';

/** The sentence that says what was left out; null when everything was kept. */
export const reportText = (report: PasteReport): string | null => {
  const t = words();
  const left = [
    report.images > 0 ? t('paste.images', { count: report.images }) : '',
    report.objects > 0 ? t('paste.objects', { count: report.objects }) : '',
    report.links > 0 ? t('paste.links', { count: report.links }) : '',
    report.innerTables > 0 ? t('paste.innerTables', { count: report.innerTables }) : '',
    report.looks ? t('paste.looks') : '',
  ].filter((part) => part !== '');
  const sentences = [
    left.length === 0 ? '' : t('paste.leftOut', { what: left.join(', ') }),
    report.legacyFont === null ? '' : t('paste.legacyFont', { coding: report.legacyFont }),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : sentences.join(' ');
};

const tell = (report: PasteReport): void => {
  const text = reportText(report);
  if (text !== null) notify({ intent: report.legacyFont === null ? 'info' : 'error', text });
};

/** Reads foreign HTML by our own rules, and what was copied from an editor of ours by its schema. */
class PasteParser extends DOMParser {
  override parseSlice(dom: Node, options: ParseOptions = {}): Slice {
    const element = dom as Element;
    if (element.querySelector('[data-pm-slice]') !== null || element.closest('[data-pm-slice]')) {
      return super.parseSlice(dom, options);
    }
    const { blocks, report } = readPasted(element);
    tell(report);
    if (blocks.length === 0) return Slice.empty;
    const { content } = documentOfValue(this.schema, { type: 'doc', content: [...blocks] });
    return new Slice(content, 0, 0);
  }
}

const pasteParser = (schema: Schema): DOMParser =>
  new PasteParser(schema, DOMParser.fromSchema(schema).rules);

const sliceOfText = (schema: Schema, text: string, marks: readonly Mark[]): Slice => {
  const paragraphs = linesOfText(text).map((line) =>
    schema.node('paragraph', null, line === '' ? [] : [schema.text(line, marks)]),
  );
  return new Slice(Fragment.from(paragraphs), 1, 1);
};

const hasOnlyFiles = (data: DataTransfer | null): boolean =>
  data !== null &&
  data.files.length > 0 &&
  data.getData('text/plain') === '' &&
  data.getData('text/html') === '';

const tellFiles = (): void => notify({ intent: 'info', text: words()('paste.files') });

/** Cleans what is pasted or dropped down to the model, and says what that took away. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [
      new Plugin({
        props: {
          clipboardParser: pasteParser(schema),
          clipboardTextParser: (text, $context) => sliceOfText(schema, text, $context.marks()),
          handlePaste: (_view, event, slice) => {
            if (hasOnlyFiles(event.clipboardData)) {
              tellFiles();
              return true;
            }
            // Nothing of it could be kept; what is selected must not go for nothing.
            return slice.size === 0;
          },
          handleDrop: (_view, event) => {
            if (!hasOnlyFiles(event.dataTransfer)) return false;
            event.preventDefault();
            tellFiles();
            return true;
          },
        },
      }),
    ];
  },
});
