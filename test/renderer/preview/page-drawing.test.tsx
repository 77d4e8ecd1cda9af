// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fieldOfLine } from '../../../renderer/preview/field-of-line';
import { PageDrawing } from '../../../renderer/preview/page-drawing';
import { spanPieces } from '../../../renderer/preview/span-pieces';
import { layoutFlow } from '../../../shared/layout';
import type { Page, Proposal } from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';
import { form } from '../../shared/templates/arbitrary-proposal';

afterEach(cleanup);

const proposal: Proposal = {
  format: 'ban-de-xuat/proposal',
  version: 1,
  call: 'hp-2023-1882',
  template: form.id,
  style: form.typography.style,
  values: {
    i: 'Nâng cao hiệu suất',
    ii: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: `${'Công suất 10\u00a0kW của lò. '.repeat(12)}Hết` },
            { type: 'text', text: 'gạch', marks: [{ type: 'underline' }, { type: 'italic' }] },
          ],
        },
      ],
    },
    ix: { total: 350_000_000, state: 300_000_000, matching: 50_000_000 },
    'x-4': ['Giấy đăng ký'],
  },
};

const pages = layoutFlow(proposalFlow(proposal, form)).pages;

const drawn = (page: Page): HTMLElement => render(<PageDrawing page={page} />).container;

describe('a drawn page', () => {
  it('has every span of the page list where and as the list says', () => {
    for (const page of pages) {
      const spans = [...page.lines, ...(page.folio === null ? [] : [page.folio])].flatMap((line) =>
        line.spans.map((span) => ({ span, line })),
      );
      const drawings = [...drawn(page).querySelectorAll('text > tspan')];
      expect(drawings).toHaveLength(spans.length);
      spans.forEach(({ span, line }, index) => {
        const drawing = drawings[index];
        expect(drawing?.textContent).toBe(span.text);
        expect(Number(drawing?.getAttribute('x'))).toBe(span.x);
        const moved = drawing?.parentElement?.getAttribute('transform');
        expect(moved).toBe(`translate(0 ${line.baseline})`);
        expect(Number(drawing?.getAttribute('y'))).toBe(0 - span.rise);
        expect(Number(drawing?.getAttribute('font-size'))).toBe(span.fontSize);
        expect(Number(drawing?.getAttribute('word-spacing') ?? 0)).toBe(line.wordGap);
        expect(drawing?.getAttribute('text-decoration')).toBe(span.underline ? 'underline' : null);
      });
      cleanup();
    }
  });

  it('does not widen protected spaces of a justified line', () => {
    const [page] = pages;
    if (page === undefined) throw new Error('a page was expected');
    const inner = [...drawn(page).querySelectorAll('tspan > tspan')];
    expect(inner.length).toBeGreaterThan(3);
    for (const piece of inner) {
      expect(piece.textContent).toBe('\u00a0');
      expect(piece.getAttribute('word-spacing')).toBe('0');
    }
  });

  it('cuts a text around its protected spaces and loses none of it', () => {
    expect(spanPieces('a b')).toEqual([{ text: 'a b', stretches: true }]);
    const pieces = spanPieces('\u00a010\u00a0\u00a0kW x');
    expect(pieces.map(({ text }) => text).join('')).toBe('\u00a010\u00a0\u00a0kW x');
    expect(pieces.map(({ stretches }) => stretches)).toEqual([false, true, false, true]);
  });
});

describe('the field of a printed line', () => {
  const fieldOf = (words: string): string | null => {
    const line = pages
      .flatMap(({ lines }) => lines)
      .find(({ spans }) => spans.some(({ text }) => text.includes(words)));
    if (line === undefined) throw new Error(`no line with ${words}`);
    return fieldOfLine(line, form);
  };

  it.each([
    ['350.000.000', 'total'],
    ['Ba trăm năm mươi', 'total'],
    ['300.000.000', 'state'],
    ['Trong đó', null],
    ['Địa chỉ', 'address'],
    ['Điện thoại', 'contact.phone'],
    ['Giấy đăng ký', '0'],
    ['Nâng cao hiệu suất', null],
  ])('of %s is %s', (words, field) => {
    expect(fieldOf(words)).toBe(field);
  });
});
