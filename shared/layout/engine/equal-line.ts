import type { Line, Span } from '../../model';
import { sameSource } from './same-source';

const equalSpan = (a: Span, b: Span): boolean =>
  a === b ||
  (a.text === b.text &&
    a.x === b.x &&
    a.width === b.width &&
    a.face === b.face &&
    a.fontSize === b.fontSize &&
    a.rise === b.rise &&
    a.underline === b.underline &&
    a.strike === b.strike);

const equalSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((span, at) => {
      const other = b[at];
      return other !== undefined && equalSpan(span, other);
    }));

/** True when the two lines are the same in every field. */
export const equalLine = (a: Line, b: Line): boolean =>
  a === b ||
  (a.top === b.top &&
    a.height === b.height &&
    a.baseline === b.baseline &&
    a.x === b.x &&
    a.width === b.width &&
    a.wordGap === b.wordGap &&
    a.role === b.role &&
    a.section === b.section &&
    a.blockId === b.blockId &&
    a.index === b.index &&
    a.last === b.last &&
    a.from === b.from &&
    a.to === b.to &&
    sameSource(a.source, b.source) &&
    equalSpans(a.spans, b.spans));
