import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import { glyphAdvance, missingGlyphs } from '../../../shared/layout';
import type { Flow, Line, Span } from '../../../shared/model';
import { checkLayout } from './check-layout';
import { FONT_SIZE, flowOf, label, paragraph, run } from './flow-parts';

const UNITS_PER_EM = 2048;

const linesOf = (flow: Flow): Line[] => checkLayout(flow).pages.flatMap(({ lines }) => lines);
const spansOf = (flow: Flow): Span[] => linesOf(flow).flatMap(({ spans }) => spans);
const textsOf = (flow: Flow): string[] =>
  linesOf(flow).map(({ spans }) => spans.map(({ text }) => text).join(''));

const sumOf = (text: string, face: Span['face'], size: number): number =>
  [...text].reduce(
    (sum, c) => sum + ((glyphAdvance(face, c.codePointAt(0)!) ?? 0) * size) / 2048,
    0,
  );

describe('text', () => {
  it('L1: widths are the raw advance widths, not kerned, joined or rounded', () => {
    const text = 'AV To fi Vượt 11';
    const [span] = spansOf(flowOf([paragraph(text)]));
    expect(span?.width).toBeCloseTo(sumOf(text, 'regular', FONT_SIZE), 9);
  });

  it('L2: text that is not in form NFC is laid out and reported', () => {
    const list = checkLayout(flowOf([paragraph('tie\u0302\u0301ng Việt')]));
    expect(list.diagnostics.map(({ code }) => code)).toEqual(['not-composed']);
    expect(checkLayout(flowOf([paragraph('tiếng Việt')])).diagnostics).toEqual([]);
  });

  it('L3: a character without a glyph is reported by itself and takes half an em', () => {
    const flow = flowOf([paragraph('Xin chào 😀 中 😀')]);
    const list = checkLayout(flow);
    expect(list.diagnostics.map(({ code, detail }) => [code, detail])).toEqual([
      ['missing-glyph', '😀'],
      ['missing-glyph', '中'],
    ]);
    expect(missingGlyphs('Xin chào 😀 中 😀\t\n\u2011')).toEqual(['😀', '中']);
    const [span] = spansOf(flowOf([paragraph('中')]));
    expect(span?.width).toBe(FONT_SIZE / 2);
  });

  it('L4: each face has its own widths; a list label is upright and regular', () => {
    const runs = [
      run('Chữ '),
      run('đậm', { bold: true }),
      run('nghiêng', { italic: true }),
      run('cả hai', { bold: true, italic: true }),
    ];
    const spans = spansOf(flowOf([paragraph(runs, {}, { label: label('1.') })]));
    expect(spans.map(({ face }) => face)).toEqual([
      'regular',
      'regular',
      'bold',
      'italic',
      'boldItalic',
    ]);
    for (const { text, face, width } of spans) {
      expect(width).toBeCloseTo(sumOf(text, face, FONT_SIZE), 9);
    }
  });

  it('L5: U+2011 is drawn as "-" and no line ends after it', () => {
    const word = `${'a'.repeat(30)}\u2011${'b'.repeat(30)}`;
    expect(textsOf(flowOf([paragraph(`${word} ${word}`)]))).toEqual([
      word.replace('\u2011', '-'),
      word.replace('\u2011', '-'),
    ]);
  });

  it('L6: a soft hyphen is not drawn, takes no room and ends no line', () => {
    const word = `${'a'.repeat(30)}\u00ad${'b'.repeat(30)}`;
    const plain = word.replace('\u00ad', '');
    expect(textsOf(flowOf([paragraph(`${word} ${word}`)]))).toEqual([plain, plain]);
    const [hyphened] = spansOf(flowOf([paragraph(word)]));
    const [whole] = spansOf(flowOf([paragraph(plain)]));
    expect(hyphened?.width).toBe(whole?.width);
  });

  it('L7: no line ends at a no-break space, and justification does not widen it', () => {
    const kept = Array.from({ length: 4 }, () => 'khoản\u00a01').join('\u00a0');
    const text = `Căn cứ quy định hiện hành về quản lý nhiệm vụ ${kept} của Luật, công ty đề xuất`;
    const lines = linesOf(flowOf([paragraph(text, { align: 'justify' })]));
    expect(lines.length).toBe(2);
    expect(lines.filter(({ spans }) => spans[0]?.text.includes(kept)).length).toBe(1);
    const first = lines[0]!;
    const spaces = [...(first.spans[0]?.text ?? '')].filter((c) => c === ' ').length;
    const room = 11906 - 1701 - 1134;
    expect(first.wordGap * spaces).toBeCloseTo(room - first.width, 6);
  });

  it('L8: a tab goes to the next half inch from the column, or to the left indent', () => {
    const xs = (text: string, format = {}): number[] =>
      spansOf(flowOf([paragraph(text, format)])).map(({ x }) => Math.round(x - 1701));
    expect(xs('a\tb\tc')).toEqual([0, 720, 1440]);
    expect(xs('a\tb', { indentLeft: twip(1000), firstLine: twip(-600) })).toEqual([400, 1000]);
    // A tab at a line's end hangs like a space.
    const full = 'n'.repeat(69);
    expect(textsOf(flowOf([paragraph(`${full}\tmột`)]))).toEqual([full, 'một']);
  });

  it('L9: raised letters are drawn at 58 % and end at the height of the others', () => {
    const runs = [
      run('m'),
      run('2', { script: 'superscript' }),
      run(' và CO'),
      run('2', { script: 'subscript' }),
    ];
    const lines = linesOf(flowOf([paragraph(runs), paragraph('x')]));
    const [, raised, , lowered] = lines[0]!.spans;
    expect([raised?.fontSize, lowered?.fontSize]).toEqual([151, 151]);
    expect(raised?.rise).toBeCloseTo(((FONT_SIZE - 151) * 1825) / UNITS_PER_EM, 9);
    expect(lowered?.rise).toBeCloseTo((-(FONT_SIZE - 151) * 443) / UNITS_PER_EM, 9);
    expect(lines[1]!.top - lines[0]!.top).toBe(299);
  });
});
