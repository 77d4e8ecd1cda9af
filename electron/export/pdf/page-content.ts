import type { Face, Line, Page, Rule, Span } from '../../../shared/model';
import { contentNumber as n, TWIPS_PER_POINT } from './content-number';
import type { EmbeddedFace } from './embedded-face';

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
const showText = (span: Span, face: EmbeddedFace, wordGap: number): string => {
  const gap = n((-points(wordGap) * 1000) / points(span.fontSize));
  let shown = '';
  let stretched = false;
  for (const character of span.text) {
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
  span: Span,
  line: Line,
  pageHeight: number,
  faces: EmbeddedFaces,
): string => {
  const face = faceOf(faces, span);
  const font = `/${FONT_NAMES[span.face]} ${n(points(span.fontSize))} Tf`;
  const place = `1 0 0 1 ${n(points(span.x))} ${n(points(pageHeight - line.baseline))} Tm`;
  const text = showText(span, face, line.wordGap);
  return span.rise === 0
    ? `${font} ${place} ${text}`
    : `${font} ${n(points(span.rise))} Ts ${place} ${text} 0 Ts`;
};

/** Width on paper, with the gaps of a justified line; spaces that hang at the line's end stay bare. */
const drawnWidth = (span: Span, face: EmbeddedFace, wordGap: number): number => {
  let width = 0;
  for (const character of span.text) {
    const glyph = isDrawn(character) ? face.source.glyph(character.codePointAt(0) ?? 0) : null;
    if (glyph === null) continue;
    width += (glyph.advance * span.fontSize) / face.source.unitsPerEm;
    if (character === ' ') width += wordGap;
  }
  return width;
};

/** Height of a strike-through above the baseline, as a part of the em. */
const STRIKE_HEIGHT = 0.259;

const strokesOf = (span: Span, line: Line, pageHeight: number, faces: EmbeddedFaces): string[] => {
  if (!span.underline && !span.strike) return [];
  const face = faceOf(faces, span);
  const em = points(span.fontSize);
  const { underlinePosition, underlineThickness, unitsPerEm } = face.source;
  const thick = (em * underlineThickness) / unitsPerEm;
  const width = points(drawnWidth(span, face, line.wordGap));
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

interface Stretch {
  readonly piece: MarkedPiece | null;
  readonly spans: { readonly span: Span; readonly line: Line }[];
}

const samePiece = (a: MarkedPiece | null, b: MarkedPiece | null): boolean =>
  a?.blockId === b?.blockId && a?.part === b?.part;

/** Neighbouring spans of one paragraph become one marked piece. */
const stretchesOf = (
  lines: readonly Line[],
  pieceOf: (line: Line, spanIndex: number) => MarkedPiece | null,
): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const line of lines) {
    for (const [index, span] of line.spans.entries()) {
      const piece = pieceOf(line, index);
      const last = stretches.at(-1);
      if (last !== undefined && samePiece(last.piece, piece)) last.spans.push({ span, line });
      else stretches.push({ piece, spans: [{ span, line }] });
    }
  }
  return stretches;
};

const textObject = (stretch: Stretch, pageHeight: number, faces: EmbeddedFaces): string =>
  `BT\n${stretch.spans.map(({ span, line }) => spanOperators(span, line, pageHeight, faces)).join('\n')}\nET`;

/**
 * Draws one page in reading order. `pieceOf` says which part of the document's structure a span
 * belongs to; null for what only repeats (a table's head on its second page).
 */
export const pageContent = (
  page: Page,
  faces: EmbeddedFaces,
  pieceOf: (line: Line, spanIndex: number) => MarkedPiece | null,
): PageContent => {
  const pieces: MarkedPiece[] = [];
  let operators = '';
  for (const stretch of stretchesOf(page.lines, pieceOf)) {
    const text = textObject(stretch, page.height, faces);
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
    const numbers = folio.spans.map((span) => spanOperators(span, folio, page.height, faces));
    operators += artifact('<</Type /Pagination /Subtype /Header>>', ['BT', ...numbers, 'ET']);
  }
  return { operators, pieces };
};
