import { twip } from '../../../shared/base';
import type { Block, Flow, ParagraphBlock, Run } from '../../../shared/model';
import type { Random } from '../../corpus';

const WORDS = [
  'và',
  'chất lượng',
  'NĐ-CP',
  '2023',
  'thử nghiệm',
  'https://haiphong.gov.vn/a-b',
  'ở',
];

const plain = (text: string, fontSize: number): Run => ({
  text,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: 'normal',
  fontSize: twip(fontSize),
});

const withText = (block: ParagraphBlock, change: (text: string) => string): ParagraphBlock => {
  const runs = block.runs.length === 0 ? [plain('', block.fontSize)] : block.runs;
  const last = runs.length - 1;
  return {
    ...block,
    runs: runs.map((run, at) => (at === last ? { ...run, text: change(run.text) } : run)),
  };
};

const cutWord = (text: string): string => text.split(' ').slice(0, -1).join(' ');

const editParagraph = (random: Random, block: ParagraphBlock): ParagraphBlock => {
  const word = random.pick(WORDS);
  return random.pick([
    () => withText(block, (text) => `${text} ${word}`),
    () => withText(block, (text) => `${text}${random.pick([...'aêươ-/ '])}`),
    () => withText(block, cutWord),
    () => withText(block, (text) => `${word} ${text}`),
    () => withText(block, (text) => text.repeat(random.int(1, 6))),
    () => ({ ...block, format: { ...block.format, keepNext: !block.format.keepNext } }),
    () => ({ ...block, format: { ...block.format, spaceBefore: twip(random.int(0, 400)) } }),
    () => ({ ...block, role: block.role === 'body' ? ('note' as const) : ('body' as const) }),
    () => ({ ...block }),
  ])();
};

/** A copy that is equal and not the same, as a section resolved anew gives. */
const copyOf = (block: Block): Block => structuredClone(block);

/** One change as people make it, or as the program does: other blocks stay the same objects. */
export const editFlow = (random: Random, flow: Flow): Flow => {
  const blocks = [...flow.blocks];
  const at = random.int(0, Math.max(0, blocks.length - 1));
  const block = blocks[at];
  if (block === undefined) return flow;
  const kind = random.next();
  if (kind < 0.55 && block.kind === 'paragraph') blocks[at] = editParagraph(random, block);
  else if (kind < 0.65) blocks.splice(at, random.int(1, 3));
  else if (kind < 0.75) {
    const copies = blocks.slice(at, at + random.int(1, 3)).map(copyOf);
    for (const copy of copies) {
      if (copy.kind === 'paragraph') {
        blocks.splice(at, 0, { ...copy, id: `${copy.id}-copy-${random.int(0, 1e9)}` });
      }
    }
  } else if (kind < 0.8)
    blocks.splice(at, 0, { kind: 'pageBreak', id: `break-${random.int(0, 1e9)}` });
  else if (kind < 0.9) blocks.splice(0, blocks.length, ...blocks.map(copyOf));
  else {
    return { ...flow, page: { ...flow.page, marginBottom: twip(1134 + 10 * random.int(0, 30)) } };
  }
  return { ...flow, blocks };
};
