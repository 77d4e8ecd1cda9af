import { describe, expect, it } from 'vitest';
import { shortLastLines } from '../../../../renderer/features/fit/short-last-lines';
import { shortenValue } from '../../../../renderer/state/layout-worker/shorten-value';
import { layoutFlow } from '../../../../shared/layout';
import type { Proposal, RichTextDoc } from '../../../../shared/model';
import { proposalFlow } from '../../../../shared/templates';
import { form } from '../../../shared/templates/arbitrary-proposal';

const words =
  'Việc ứng dụng công nghệ tự động hoá trong dây chuyền sản xuất giúp doanh nghiệp giảm tiêu hao năng lượng nâng cao năng suất chất lượng sản phẩm và đáp ứng yêu cầu ngày càng khắt khe của thị trường'.split(
    ' ',
  );

/** Paragraphs of every length from one word on: some of them end in a short line. */
const text: RichTextDoc = {
  type: 'doc',
  content: Array.from({ length: 110 }, (_, length) => ({
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: Array.from({ length: length + 1 }, (_one, at) => words[at % words.length]).join(' '),
      },
    ],
  })),
};

const proposalWith = (ii: RichTextDoc): Proposal => ({
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: { ii, i: 'Một' },
});

const layout = (value: RichTextDoc) => layoutFlow(proposalFlow(proposalWith(value), form));
const before = layout(text);
const found = shortLastLines(before.pages);

describe('paragraphs with a word or two on their last line', () => {
  it('are found, and only they', () => {
    expect(found.length).toBeGreaterThan(5);
    const lastLines = before.pages
      .flatMap(({ lines }) => lines)
      .filter((line) => line.source?.path.length === 1 && line.last && line.index > 0);
    const short = lastLines.filter((line) => {
      const shown = line.spans.map((span) => span.text).join('');
      return shown.trim().split(/\s+/).length <= 2;
    });
    expect(found.map(({ shortening }) => shortening.path)).toEqual(
      short.map(({ source }) => source?.path),
    );
  });

  it('lose exactly a line without those words', () => {
    for (const { shortening, count, words: alone } of found) {
      const shortened = shortenValue(text, shortening) as RichTextDoc;
      expect(layout(shortened).lines).toBe(before.lines - 1);
      expect(alone.split(' ')).toHaveLength(count);
      const [index = 0] = shortening.path;
      const paragraph = text.content?.[index];
      const [inline] = paragraph?.type === 'paragraph' ? (paragraph.content ?? []) : [];
      expect(inline?.type === 'text' && inline.text.endsWith(alone)).toBe(true);
    }
  });

  it('are not looked for in one-line paragraphs, headings and fields', () => {
    const one = layout({ type: 'doc', content: text.content?.slice(0, 2) ?? [] });
    expect(shortLastLines(one.pages)).toEqual([]);
    expect(shortLastLines([])).toEqual([]);
  });
});
