import type { Flow, Line, ParagraphBlock } from '../../../shared/model';
import { paragraphsOf } from '../paragraphs-of';
import type { MarkedPiece } from './page-content';

/** What a line is of the document it came from. */
export interface LineOrigins {
  /**
   * The part of the structure that a span belongs to; null for what only repeats (a table's head on
   * its second page). Asked for every line once, in order.
   */
  readonly pieceOf: (line: Line, spanIndex: number) => MarkedPiece | null;
  /** The number or sign of a list item: the engine draws it as the first span of its first line. */
  readonly isLabel: (line: Line, spanIndex: number) => boolean;
  /** The paper ends the line there, but the text has a space or a break before it goes on. */
  readonly endsInSpace: (line: Line) => boolean;
}

const textOf = (block: ParagraphBlock): string => block.runs.map(({ text }) => text).join('');

export const lineOrigins = (flow: Flow): LineOrigins => {
  const blocks = new Map(paragraphsOf(flow.blocks).map((block) => [block.id, block]));
  const texts = new Map<string, string>();
  const textOfBlock = (id: string): string => {
    const block = blocks.get(id);
    const text = texts.get(id) ?? (block === undefined ? '' : textOf(block));
    texts.set(id, text);
    return text;
  };
  const isLabel = (line: Line, spanIndex: number): boolean => {
    if (spanIndex > 0 || line.index > 0) return false;
    return line.spans[0]?.text === blocks.get(line.blockId)?.label?.text;
  };
  const seen = new Map<string, Line>();
  return {
    isLabel,
    pieceOf: (line, spanIndex) => {
      const key = `${line.index}:${line.blockId}`;
      const first = seen.get(key) ?? line;
      seen.set(key, first);
      if (first !== line) return null;
      return { blockId: line.blockId, part: isLabel(line, spanIndex) ? 'label' : 'text' };
    },
    endsInSpace: (line) =>
      !line.last && /\s/u.test(textOfBlock(line.blockId).slice(line.to - 1, line.to + 1)),
  };
};
