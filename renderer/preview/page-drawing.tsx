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

const DrawnSpan = ({ span, line }: { span: Span; line: Line }) => {
  const pieces = line.wordGap === 0 ? null : spanPieces(span.text);
  return (
    <tspan
      x={span.x}
      y={line.baseline - span.rise}
      fontSize={span.fontSize}
      fontWeight={isBold(span) ? 700 : 400}
      fontStyle={isItalic(span) ? 'italic' : 'normal'}
      textDecoration={decorationOf(span)}
      wordSpacing={line.wordGap === 0 ? undefined : line.wordGap}
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

const DrawnLine = ({ line }: { line: Line }) => (
  <text>
    {line.spans.map((span, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a span's place is its name.
      <DrawnSpan key={index} span={span} line={line} />
    ))}
  </text>
);

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
    {page.lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its name.
      <DrawnLine key={index} line={line} />
    ))}
    {page.folio !== null && <DrawnLine line={page.folio} />}
  </svg>
));
