import './paper.css';
import { memo } from 'react';
import type { Line, Page, Rule, Span } from '../../shared/model';
import { spanPieces } from './span-pieces';

const isBold = ({ face }: Span): boolean => face === 'bold' || face === 'boldItalic';
const isItalic = ({ face }: Span): boolean => face === 'italic' || face === 'boldItalic';

const decorationOf = ({ underline, strike }: Span): string | undefined => {
  const lines = [underline ? 'underline' : '', strike ? 'line-through' : ''].filter(Boolean);
  return lines.length === 0 ? undefined : lines.join(' ');
};

const DrawnSpan = ({ span, wordGap }: { span: Span; wordGap: number }) => {
  const pieces = wordGap === 0 ? null : spanPieces(span.text);
  return (
    <tspan
      x={span.x}
      y={-span.rise}
      fontSize={span.fontSize}
      fontWeight={isBold(span) ? 700 : 400}
      fontStyle={isItalic(span) ? 'italic' : 'normal'}
      textDecoration={decorationOf(span)}
      wordSpacing={wordGap === 0 ? undefined : wordGap}
    >
      {pieces === null || pieces.length === 1
        ? span.text
        : pieces.map((piece, index) =>
            piece.stretches ? (
              piece.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece's place is its name.
              <tspan key={index} wordSpacing={0}>
                {piece.text}
              </tspan>
            ),
          )}
    </tspan>
  );
};

interface LineText {
  readonly spans: readonly Span[];
  readonly wordGap: number;
}

const sameSpan = (a: Span, b: Span | undefined): boolean =>
  a.text === b?.text &&
  a.x === b.x &&
  a.face === b.face &&
  a.fontSize === b.fontSize &&
  a.rise === b.rise &&
  a.underline === b.underline &&
  a.strike === b.strike;

const sameText = (a: LineText, b: LineText): boolean =>
  a.wordGap === b.wordGap &&
  a.spans.length === b.spans.length &&
  a.spans.every((span, index) => sameSpan(span, b.spans[index]));

/**
 * A page comes from the worker as a copy, so its lines are new objects even where nothing changed.
 * Comparing them is much cheaper than drawing them: one key changes one line of a page.
 */
const DrawnText = memo(
  ({ spans, wordGap }: LineText) =>
    spans.map((span, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a span's place is its name.
      <DrawnSpan key={index} span={span} wordGap={wordGap} />
    )),
  sameText,
);

/** A line that only moved up or down is moved as it is. */
const DrawnLine = ({ line }: { line: Line }) => (
  <text transform={`translate(0 ${line.baseline})`}>
    <DrawnText spans={line.spans} wordGap={line.wordGap} />
  </text>
);

/** Lines keep their name when others come before them. */
const lineKey = ({ blockId, index }: Line): string => `${blockId}/${index}`;

const DrawnRule = ({ rule }: { rule: Rule }) => (
  <line
    x1={rule.x1}
    y1={rule.y1}
    x2={rule.x2}
    y2={rule.y2}
    stroke="#000"
    strokeWidth={rule.width}
    shapeRendering="crispEdges"
  />
);

/**
 * One page of the page list, in twips. Drawn again only when the page is another object. The words
 * are the editor's for screen readers; here they would be read twice.
 */
export const PageDrawing = memo(({ page }: { page: Page }) => (
  <svg
    className="paper-drawing"
    viewBox={`0 0 ${page.width} ${page.height}`}
    width="100%"
    height="100%"
    lang="vi"
    aria-hidden="true"
  >
    {page.rules.map((rule, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stroke's place is its name.
      <DrawnRule key={index} rule={rule} />
    ))}
    {page.lines.map((line) => (
      <DrawnLine key={lineKey(line)} line={line} />
    ))}
    {page.folio !== null && <DrawnLine line={page.folio} />}
  </svg>
));
