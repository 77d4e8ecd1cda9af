import type { Face, Line, Page, Rule, Span } from '../../../shared/model';
import { contentNumber as n, TWIPS_PER_POINT } from './content-number';
import type { EmbeddedFace } from './embedded-face';
import type { LineOrigins } from './line-origin';

export type EmbeddedFaces = ReadonlyMap<Face, EmbeddedFace>;

/** A piece of a page that the structure tree points at. */
export interface MarkedPiece {
  readonly blockId: string;
  readonly part: 'label' | 'text';
}

export interface PageContent {
  readonly operators: string;
  /** By marked-content identifier (MCID), from 0. */
  readonly pieces: readonly MarkedPiece[];
}

export const FONT_NAMES: Readonly<Record<Face, string>> = {
  regular: 'F1',
  bold: 'F2',
  italic: 'F3',
  boldItalic: 'F4',
};

const points = (twips: number): number => twips / TWIPS_PER_POINT;

/** Positioned by the engine, not to be drawn: they only shape the line. */
const isDrawn = (character: string): boolean => character !== '\n' && character !== '\t';

const faceOf = (faces: EmbeddedFaces, span: Span): EmbeddedFace => {
  const face = faces.get(span.face);
  if (face === undefined) throw new Error(`face ${span.face} was not embedded`);
  return face;
};

/**
 * The text of a span as one array of strings and gaps. Words are moved apart by numbers between the
 * strings, because the operator for word spacing (Tw) acts on one-byte codes only.
 */
const showText = (text: string, fontSize: number, face: EmbeddedFace, wordGap: number): string => {
  const gap = n((-wordGap * 1000) / fontSize);
  let shown = '';
  let stretched = false;
  for (const character of text) {
    if (!isDrawn(character)) continue;
    shown += face.codes.get(character.codePointAt(0) ?? 0) ?? '';
    if (character === ' ' && gap !== '0') {
      shown += `>${gap}<`;
      stretched = true;
    }
  }
  return stretched ? `[<${shown}>]TJ` : `<${shown}>Tj`;
};

const spanOperators = (
  { span, line, closing, isLabel }: DrawnSpan,
  pageHeight: number,
  faces: EmbeddedFaces,
): string => {
  const face = faceOf(faces, span);
  const font = `/${FONT_NAMES[span.face]} ${n(points(span.fontSize))} Tf`;
  const place = `1 0 0 1 ${n(points(span.x))} ${n(points(pageHeight - line.baseline))} Tm`;
  const gap = isLabel ? 0 : line.wordGap;
  const text = showText(span.text + closing, span.fontSize, face, gap);
  return span.rise === 0
    ? `${font} ${place} ${text}`
    : `${font} ${n(points(span.rise))} Ts ${place} ${text} 0 Ts`;
};

/** Height of a strike-through above the baseline, as a part of the em. */
const STRIKE_HEIGHT = 0.259;

const strokesOf = (span: Span, line: Line, pageHeight: number, faces: EmbeddedFaces): string[] => {
  if (!span.underline && !span.strike) return [];
  const face = faceOf(faces, span);
  const em = points(span.fontSize);
  const { underlinePosition, underlineThickness, unitsPerEm } = face.source;
  const thick = (em * underlineThickness) / unitsPerEm;
  const width = points(span.width);
  const base = points(pageHeight - line.baseline) + points(span.rise);
  const stroke = (middle: number): string =>
    `${n(points(span.x))} ${n(middle - thick / 2)} ${n(width)} ${n(thick)} re f`;
  return [
    ...(span.underline ? [stroke(base + (em * underlinePosition) / unitsPerEm)] : []),
    ...(span.strike ? [stroke(base + em * STRIKE_HEIGHT)] : []),
  ];
};

const artifact = (properties: string, operators: readonly string[]): string =>
  operators.length === 0 ? '' : `/Artifact ${properties} BDC\n${operators.join('\n')}\nEMC\n`;

const ruleOperators = (rule: Rule, pageHeight: number): string => {
  const [x1, y1] = [points(rule.x1), points(pageHeight - rule.y1)];
  const [x2, y2] = [points(rule.x2), points(pageHeight - rule.y2)];
  return `${n(points(rule.width))} w ${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`;
};

interface DrawnSpan {
  readonly span: Span;
  readonly line: Line;
  /** Text that hangs over the line's end, unseen. */
  readonly closing: string;
  /** Stands beside the text: its spaces are not widened with the line's. */
  readonly isLabel: boolean;
}

interface Stretch {
  readonly piece: MarkedPiece | null;
  readonly spans: DrawnSpan[];
}

const samePiece = (a: MarkedPiece | null, b: MarkedPiece | null): boolean =>
  a?.blockId === b?.blockId && a?.part === b?.part;

/** Neighbouring spans of one paragraph become one marked piece. */
const stretchesOf = (lines: readonly Line[], origins: LineOrigins): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const line of lines) {
    for (const [index, span] of line.spans.entries()) {
      const piece = origins.pieceOf(line, index);
      // Copied text and screen readers would join the last word with the first of the next line.
      const closing = index === line.spans.length - 1 && origins.endsInSpace(line) ? ' ' : '';
      const drawn = { span, line, closing, isLabel: origins.isLabel(line, index) };
      const last = stretches.at(-1);
      if (last !== undefined && samePiece(last.piece, piece)) last.spans.push(drawn);
      else stretches.push({ piece, spans: [drawn] });
    }
  }
  return stretches;
};

const textObject = (
  spans: readonly DrawnSpan[],
  pageHeight: number,
  faces: EmbeddedFaces,
): string => `BT\n${spans.map((span) => spanOperators(span, pageHeight, faces)).join('\n')}\nET`;

/**
 * Draws one page in reading order. What only repeats (a table's head on its second page) is drawn
 * as no part of the document.
 */
export const pageContent = (
  page: Page,
  faces: EmbeddedFaces,
  origins: LineOrigins,
): PageContent => {
  const pieces: MarkedPiece[] = [];
  let operators = '';
  for (const stretch of stretchesOf(page.lines, origins)) {
    const text = textObject(stretch.spans, page.height, faces);
    if (stretch.piece === null) {
      operators += `/Artifact BMC\n${text}\nEMC\n`;
      continue;
    }
    operators += `/${stretch.piece.part === 'label' ? 'Lbl' : 'P'} <</MCID ${pieces.length}>> BDC\n${text}\nEMC\n`;
    pieces.push(stretch.piece);
  }
  const strokes = page.lines.flatMap((line) =>
    line.spans.flatMap((span) => strokesOf(span, line, page.height, faces)),
  );
  operators += artifact('<</Type /Layout>>', strokes);
  operators += artifact(
    '<</Type /Layout>>',
    page.rules.map((rule) => ruleOperators(rule, page.height)),
  );
  const { folio } = page;
  if (folio !== null) {
    const spans = folio.spans.map((span) => ({
      span,
      line: folio,
      closing: '',
      isLabel: false,
    }));
    const number = textObject(spans, page.height, faces);
    operators += artifact('<</Type /Pagination /Subtype /Header>>', [number]);
  }
  return { operators, pieces };
};
