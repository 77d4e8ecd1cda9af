import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Flow, ParagraphBlock, RichTextBlock, TableBlock } from '../../../shared/model';
import { createFlowBuilder, proposalFlow } from '../../../shared/templates';
import { arbitraryDoc, arbitraryProposal, form } from './arbitrary-proposal';

const paragraphsOf = (block: Block): readonly ParagraphBlock[] => {
  if (block.kind === 'paragraph') return [block];
  if (block.kind === 'signature') return block.blocks;
  if (block.kind === 'table') {
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  }
  return [];
};
const allParagraphs = (flow: Flow): ParagraphBlock[] => flow.blocks.flatMap(paragraphsOf);
const textOf = (paragraph: ParagraphBlock): string =>
  paragraph.runs.map(({ text }) => text).join('');

/** Text of a document as a reader meets it; cells row by row. */
const documentText = (nodes: readonly RichTextBlock[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'paragraph') {
        return (node.content ?? [])
          .map((inline) => (inline.type === 'text' ? inline.text : ''))
          .join('');
      }
      const holders =
        node.type === 'table'
          ? (node.content ?? []).flatMap((row) => row.content ?? [])
          : (node.content ?? []);
      return holders.map(({ content = [] }) => documentText(content)).join('');
    })
    .join('');

const tables = (flow: Flow): TableBlock[] =>
  flow.blocks.filter((block): block is TableBlock => block.kind === 'table');

const laws = (name: string, run: (flow: Flow) => void): void => {
  test(name, () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => run(proposalFlow(proposal, form))),
      { numRuns: 150 },
    );
  });
};

describe('a flow of any proposal', () => {
  test('holds every word of every section once, in order', () => {
    fc.assert(
      fc.property(arbitraryProposal, (proposal) => {
        const flow = proposalFlow(proposal, form);
        for (const { id, kind } of form.sections) {
          if (kind !== 'richText') continue;
          const value = proposal.values[id] as { content?: RichTextBlock[] } | undefined;
          const printed = allParagraphs(flow)
            .filter(({ section, role }) => section === id && role !== 'heading')
            .map(textOf)
            .join('')
            .replaceAll('\n', '');
          expect(printed).toBe(documentText(value?.content ?? []));
        }
      }),
      { numRuns: 150 },
    );
  });

  laws('prints head, every heading in order, and the signature', (flow) => {
    const headings = allParagraphs(flow).filter(({ role }) => role === 'heading');
    expect(headings.map(({ section }) => section)).toEqual(form.sections.map(({ id }) => id));
    expect(headings.every(({ format }) => format.keepNext)).toBe(true);
    expect(flow.blocks.slice(0, form.head.length).map((block) => block.id)).toEqual(
      form.head.map((_, index) => `head:${index}`),
    );
    expect(flow.blocks.at(-1)).toMatchObject({ kind: 'signature', minLinesBefore: 2 });
  });

  laws('gives each block an id of its own', (flow) => {
    const ids = [
      ...flow.blocks.map(({ id }) => id),
      ...flow.blocks
        .filter(({ kind }) => kind !== 'paragraph')
        .flatMap((block) => paragraphsOf(block).map(({ id }) => id)),
    ];
    expect(ids).toEqual([...new Set(ids)]);
  });

  laws(
    'has tables as wide as the text at their place, each place of the grid covered once',
    (flow) => {
      for (const table of tables(flow)) {
        const { page } = flow;
        const room = page.width - page.marginLeft - page.marginRight - table.indentLeft;
        expect(table.columns.reduce((sum, width) => sum + width, 0)).toBe(room);
        expect(table.columns.every((width) => Number.isInteger(width) && width >= 0)).toBe(true);
        let covered = 0;
        for (const [row, { cells }] of table.rows.entries()) {
          for (const { colspan, rowspan, blocks } of cells) {
            expect(row + rowspan).toBeLessThanOrEqual(table.rows.length);
            expect(blocks.length).toBeGreaterThan(0);
            covered += colspan * rowspan;
          }
        }
        expect(covered).toBe(table.columns.length * table.rows.length);
      }
    },
  );

  laws('never puts a table straight after a table', (flow) => {
    for (const [index, block] of flow.blocks.entries()) {
      if (block.kind === 'table') expect(flow.blocks[index + 1]?.kind).not.toBe('table');
    }
  });

  laws('says where each paragraph of a section comes from', (flow) => {
    for (const { section, source, id } of allParagraphs(flow)) {
      if (source !== null) expect(source.section).toBe(section);
      else expect(section === null || /gap|hole/u.test(id)).toBe(true);
    }
  });

  laws('measures in whole twips', (flow) => {
    for (const { format } of allParagraphs(flow)) {
      const lengths = [format.indentLeft, format.firstLine, format.spaceBefore, format.spaceAfter];
      expect(lengths.every(Number.isInteger)).toBe(true);
    }
  });
});

describe('a flow builder', () => {
  test('after any edits builds what a fresh one builds', () => {
    fc.assert(
      fc.property(
        arbitraryProposal,
        fc.array(fc.tuple(fc.constantFrom('ii', 'iii', 'iv'), arbitraryDoc), { maxLength: 4 }),
        (proposal, edits) => {
          const builder = createFlowBuilder(form);
          let now = proposal;
          builder.build(now);
          for (const [id, value] of edits) {
            now = { ...now, values: { ...now.values, [id]: value } };
            expect(builder.build(now)).toEqual(proposalFlow(now, form));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps the blocks (===) of sections that did not change', () => {
    fc.assert(
      fc.property(arbitraryProposal, arbitraryDoc, (proposal, value) => {
        const builder = createFlowBuilder(form);
        const before = builder.build({
          ...proposal,
          values: { ...proposal.values, iv: { type: 'doc' } },
        });
        const after = builder.build({ ...proposal, values: { ...proposal.values, iv: value } });
        const kept = (flow: Flow): Block[] => flow.blocks.filter(({ id }) => !/^(iv|v):/u.test(id));
        const old = kept(before);
        expect(kept(after).every((block, index) => block === old[index])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the paragraphs (===) of the edited section that say the same', () => {
    const paragraph = (text: string) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text }],
    });
    const builder = createFlowBuilder(form);
    const build = (texts: string[]): Flow =>
      builder.build({
        format: 'ban-de-xuat/proposal',
        version: 1,
        call: 'hp-2023-1882',
        template: form.id,
        style: { ...form.typography.style },
        values: { ii: { type: 'doc', content: texts.map(paragraph) } },
      });
    const before = build(['một', 'hai', 'ba']);
    const after = build(['một', 'hai!', 'ba']);
    const changed = after.blocks.filter((block, index) => block !== before.blocks[index]);
    expect(changed.map(({ id }) => id)).toEqual(['ii:1']);
    expect(build(['một', 'hai!', 'ba'])).toBe(after);
  });
});
