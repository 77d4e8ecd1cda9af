import type { Node, ResolvedPos } from '@tiptap/pm/model';

/** Child indexes down to the paragraph, and the UTF-16 offset in it. */
export interface CaretPath {
  readonly path: readonly number[];
  readonly offset: number;
}

/** Null where the place is between blocks. */
export const caretPathOf = ($pos: ResolvedPos): CaretPath | null => {
  if (!$pos.parent.isTextblock) return null;
  const path = Array.from({ length: $pos.depth }, (_, depth) => $pos.index(depth));
  return { path, offset: $pos.parentOffset };
};

/** The nearest position to a place that may no longer be there. */
export const positionOf = (doc: Node, { path, offset }: CaretPath): number => {
  let node = doc;
  let position = 0;
  for (const step of path) {
    if (node.isTextblock || node.childCount === 0) break;
    const index = Math.max(0, Math.min(step, node.childCount - 1));
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize;
    node = node.child(index);
    // Inside the child, behind its opening token.
    position += 1;
  }
  while (!node.isTextblock && node.firstChild !== null) {
    node = node.firstChild;
    position += 1;
  }
  return position + Math.max(0, Math.min(offset, node.content.size));
};
