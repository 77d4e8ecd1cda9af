import { describe, expect, it } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import { citationForm } from '../../../renderer/editor/citation-form';
import { formatCitation } from '../../../shared/rules';

const { references, templates } = loadShippedData();
const template = templates.find(({ id }) => id === 'hp-2023-bdx');
const decision = references.find(({ number }) => number === '1322/QĐ-TTg');
if (template === undefined || decision === undefined) throw new Error('shipped data is not whole');

const doc = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const formAt = (values: Record<string, unknown>, section: string, before = ''): string =>
  citationForm(decision, { template, values: values as never, section, before });

describe('a citation', () => {
  it('is written in full the first time in reading order', () => {
    expect(formAt({}, 'ii')).toBe('full');
    expect(formAt({ iv: doc('Theo Quyết định số 1322/QĐ-TTg') }, 'ii')).toBe('full');
  });

  it('is short after a mention in an earlier part or before the caret', () => {
    expect(formAt({ ii: doc('Theo Quyết định số 1322/QĐ-TTg') }, 'iv')).toBe('short');
    expect(formAt({}, 'ii', 'căn cứ QĐ 1322/QĐ-TTg và')).toBe('short');
    expect(formAt({ ii: doc('theo quyet dinh 1322 / QD-TTg') }, 'iv')).toBe('short');
  });

  it('does not take another number for a mention', () => {
    expect(formAt({ ii: doc('Theo Quyết định số 11322/QĐ-TTg') }, 'iv')).toBe('full');
  });

  it('of QĐ 1322 has number, date, issuer and title', () => {
    expect(formatCitation(decision, 'full').text).toMatch(
      /^Quyết định số 1322\/QĐ-TTg ngày 31\/8\/2020 của Thủ tướng Chính phủ phê duyệt /u,
    );
  });

  it('of a law without a number is short after its title', () => {
    const law = { ...decision, type: 'Luật', number: null, title: 'Khoa học', variants: [] };
    const at = (before: string): string =>
      citationForm(law, { template, values: {}, section: 'ii', before });
    expect(at('')).toBe('full');
    expect(at('theo Luật Khoa học, ')).toBe('short');
  });
});
