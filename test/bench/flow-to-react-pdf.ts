import type { Block, Flow, ParagraphBlock, Run } from '../../shared/model';

/** What this needs of the peer's package; it lives in this folder's own node_modules. */
export interface ReactPdf {
  readonly createElement: (type: unknown, props: object | null, ...children: unknown[]) => unknown;
  readonly Document: unknown;
  readonly Page: unknown;
  readonly View: unknown;
  readonly Text: unknown;
}

const pt = (twips: number): number => twips / 20;
/** react-pdf multiplies the font size; ours is a multiple of the font's single line. */
const SINGLE = 2355 / 2048;

/** The same document as react-pdf elements. */
export const flowToReactPdf = (
  { page, blocks }: Flow,
  { createElement, Document, Page, View, Text }: ReactPdf,
): unknown => {
  const runElement = (run: Run, key: number) =>
    createElement(
      Text,
      {
        key,
        style: {
          fontSize: pt(run.fontSize),
          fontWeight: run.bold ? 'bold' : 'normal',
          fontStyle: run.italic ? 'italic' : 'normal',
        },
      },
      run.text,
    );
  const paragraph = ({ format, label, runs, fontSize }: ParagraphBlock, key: number) =>
    createElement(
      Text,
      {
        key,
        orphans: 2,
        widows: 2,
        style: {
          textAlign: format.align,
          lineHeight: SINGLE * format.lineSpacing,
          fontSize: pt(fontSize),
          textIndent: Math.max(0, pt(format.firstLine)),
          marginLeft: pt(format.indentLeft),
          marginTop: pt(format.spaceBefore),
          marginBottom: pt(format.spaceAfter),
        },
      },
      label === null ? null : `${label.text} `,
      ...runs.map(runElement),
    );
  const block = (one: Block, key: number): unknown => {
    switch (one.kind) {
      case 'paragraph':
        return paragraph(one, key);
      case 'signature':
        return createElement(View, { key, wrap: false }, ...one.blocks.map(paragraph));
      case 'pageBreak':
        return createElement(View, { key, break: true });
      case 'table':
        return createElement(
          View,
          { key },
          ...one.rows.map((row, index) =>
            createElement(
              View,
              { key: index, wrap: false, style: { flexDirection: 'row' } },
              ...row.cells.map((cell, column) =>
                createElement(
                  View,
                  {
                    key: column,
                    style: { width: pt(one.columns[column] ?? 0), border: '0.5pt solid black' },
                  },
                  ...cell.blocks.map(paragraph),
                ),
              ),
            ),
          ),
        );
    }
  };
  const style = {
    fontFamily: 'LiberationSerif',
    paddingTop: pt(page.marginTop),
    paddingBottom: pt(page.marginBottom),
    paddingLeft: pt(page.marginLeft),
    paddingRight: pt(page.marginRight),
  };
  return createElement(
    Document,
    null,
    createElement(Page, { size: 'A4', style }, ...blocks.map(block)),
  );
};
