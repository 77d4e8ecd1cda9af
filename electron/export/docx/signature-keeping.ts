import type { Flow, PageList, SignatureGroup } from '../../../shared/model';

const hasText = (runs: readonly { readonly text: string }[]): boolean =>
  runs.some(({ text }) => text.trim() !== '');

/** Lines of each paragraph as laid out; a repeated table head counts once. */
const linesByBlock = (pageList: PageList): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { lines } of pageList.pages) {
    for (const { blockId, index } of lines) {
      counts.set(blockId, Math.max(counts.get(blockId) ?? 0, index + 1));
    }
  }
  return counts;
};

/**
 * Paragraphs that stay whole and with the signature block after them: as many before it as hold the
 * lines it wants above itself (layout rule L45). In a word processor keep-with-next and keep-lines
 * say the same thing.
 */
export const keptWithSignature = (flow: Flow, pageList: PageList): ReadonlySet<string> => {
  const lines = linesByBlock(pageList);
  const kept = new Set<string>();
  const keepBefore = (group: SignatureGroup, groupAt: number): void => {
    let above = 0;
    for (let at = groupAt - 1; at >= 0 && above < group.minLinesBefore; at -= 1) {
      const block = flow.blocks[at];
      if (block?.kind !== 'paragraph') return;
      kept.add(block.id);
      if (block.format.pageBreakBefore) return;
      if (hasText(block.runs)) above += lines.get(block.id) ?? 1;
    }
  };
  for (const [at, block] of flow.blocks.entries()) {
    if (block.kind === 'signature' && block.blocks.length > 0) keepBefore(block, at);
  }
  return kept;
};
