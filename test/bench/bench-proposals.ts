import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Proposal,
  type RichTextBlock,
  type RichTextDoc,
  type SectionValue,
  type Template,
  templateSchema,
} from '../../shared/model';

const TIMES_LONGER = 13;

/** The example proposal that the README uses, and one of about fifty pages made of the same prose. */
export interface BenchText {
  readonly template: Template;
  readonly five: Proposal;
  readonly fifty: Proposal;
  /** The section whose first paragraph is typed into. */
  readonly typed: string;
}

const isDoc = (value: SectionValue | undefined): value is RichTextDoc =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';

const repeated = (doc: RichTextDoc): RichTextDoc => ({
  type: 'doc',
  content: Array.from({ length: TIMES_LONGER }, () => structuredClone(doc.content ?? [])).flat(),
});

export const readBenchText = (projectRoot: string, example: Proposal): BenchText => {
  const template = templateSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, 'assets/templates/hp-2023-bdx.json'), 'utf8')),
  );
  const typed = template.sections.find(({ id }) => {
    const value = example.values[id];
    return isDoc(value) && value.content?.some(({ type }) => type === 'paragraph') === true;
  })?.id;
  if (typed === undefined) throw new Error('the example has no paragraph to type into');
  const values = Object.fromEntries(
    Object.entries(example.values).map(([id, value]) => [
      id,
      isDoc(value) ? repeated(value) : value,
    ]),
  );
  return { template, five: example, fifty: { ...example, values }, typed };
};

const typedInto = (block: RichTextBlock, letter: string): RichTextBlock => {
  if (block.type !== 'paragraph') return block;
  const inline = block.content ?? [];
  const last = inline.at(-1);
  if (last?.type !== 'text')
    return { ...block, content: [...inline, { type: 'text', text: letter }] };
  return {
    ...block,
    content: [...inline.slice(0, -1), { ...last, text: `${last.text}${letter}` }],
  };
};

/**
 * One keystroke as the editor reports it: a new document for one section, in which the blocks that
 * were not touched are the same objects as before.
 */
export const withKeystroke = (proposal: Proposal, section: string, letter: string): Proposal => {
  const doc = proposal.values[section];
  if (!isDoc(doc)) throw new Error(`section ${section} is no rich text`);
  const content = [...(doc.content ?? [])];
  const index = content.findIndex(({ type }) => type === 'paragraph');
  const block = content[index];
  if (block === undefined) throw new Error(`section ${section} has no paragraph`);
  content[index] = typedInto(block, letter);
  return { ...proposal, values: { ...proposal.values, [section]: { type: 'doc', content } } };
};
