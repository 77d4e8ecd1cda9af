import { ok, type Twip, twipToMm } from '../../../shared/base';
import type { Line, Page, Span } from '../../../shared/model';
import type { Command } from '../command';
import { layOut } from '../lay-out';
import { readProposal } from '../read-proposal';

const millimetres = (length: Twip): number => Math.round(twipToMm(length) * 100) / 100;

/** A label and its text are two spans with a gap; the gap is a space to a reader. */
const isApart = (before: Span, span: Span): boolean =>
  span.x - (before.x + before.width) > span.fontSize * 0.1 &&
  !/\s$/u.test(before.text) &&
  !/^\s/u.test(span.text);

const textOf = ({ spans }: Line): string =>
  spans.reduce((text, span, index) => {
    const before = spans[index - 1];
    return before !== undefined && isApart(before, span)
      ? `${text} ${span.text}`
      : `${text}${span.text}`;
  }, '');

const printed = (line: Line) => ({
  y: millimetres(line.top),
  x: millimetres(line.spans[0]?.x ?? line.x),
  text: textOf(line),
  section: line.section,
  kind: line.role,
});

const pageOf = ({ number, folio, lines }: Page) => ({
  page: number,
  lines: [...(folio === null ? [] : [folio]), ...lines].map(printed),
});

export const listLines: Command = {
  name: 'lines',
  usage: 'FILE',
  about: 'In từng dòng của từng trang, kèm vị trí trên giấy tính bằng mi-li-mét.',
  options: [],
  operands: ['FILE'],
  run: async ({ operands: [file = ''] }, around) => {
    const read = await readProposal(file, around);
    if (!read.ok) return read;
    const laid = layOut(read.value);
    return laid.ok ? ok({ document: laid.value.pageList.pages.map(pageOf) }) : laid;
  },
};
