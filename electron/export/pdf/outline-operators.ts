import { contentNumber as n } from './content-number';

type Point = readonly [number, number];

const TOKENS = /[MLQCZ]|-?\d*\.?\d+(?:e-?\d+)?/gu;
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

const write = ([x, y]: Point): string => `${n(x, 2)} ${n(y, 2)}`;

const between = ([x, y]: Point, [toX, toY]: Point, part: number): Point => [
  x + (toX - x) * part,
  y + (toY - y) * part,
];

/**
 * A glyph's outline (SVG path data) as PDF path operators, scaled and moved right. PDF knows cubic
 * curves only; the quadratic ones of TrueType are raised by a degree.
 */
export const outlineOperators = (path: string, scale: number, moveX: number): string => {
  const tokens = path.match(TOKENS) ?? [];
  const operators: string[] = [];
  let pen: Point = [0, 0];
  let at = 0;
  while (at < tokens.length) {
    const command = tokens[at] ?? '';
    const count = ARGUMENTS[command] ?? 0;
    const numbers = tokens.slice(at + 1, at + 1 + count).map(Number);
    const points: Point[] = [];
    for (let index = 0; index < count; index += 2) {
      points.push([(numbers[index] ?? 0) * scale + moveX, (numbers[index + 1] ?? 0) * scale]);
    }
    const [first = pen, second = pen] = points;
    if (command === 'M') operators.push(`${write(first)} m`);
    if (command === 'L') operators.push(`${write(first)} l`);
    if (command === 'Q') {
      const controls = [between(pen, first, 2 / 3), between(second, first, 2 / 3)] as const;
      operators.push(`${controls.map(write).join(' ')} ${write(second)} c`);
    }
    if (command === 'C') operators.push(`${points.map(write).join(' ')} c`);
    if (command === 'Z') operators.push('h');
    pen = points.at(-1) ?? pen;
    at += 1 + count;
  }
  return operators.join('\n');
};
