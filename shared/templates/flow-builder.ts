import type {
  Block,
  Flow,
  Proposal,
  SectionValue,
  Style,
  Template,
  TemplateSection,
} from '../model';
import { headBlocks, signatureGroup } from './frame-blocks';
import { type Look, lookOf } from './look';
import type { TextBlock } from './rich-text-blocks';
import { sectionBlocks } from './section-blocks';
import { shareStructure } from './share-structure';

export interface FlowBuilder {
  /**
   * The flow of a proposal. Blocks of sections whose value is the same object as last time, and
   * equal blocks of the others, are the same objects (===) as last time.
   */
  build(proposal: Proposal): Flow;
}

interface Built {
  readonly value: SectionValue | undefined;
  readonly look: Look;
  readonly afterTable: boolean;
  readonly blocks: readonly TextBlock[];
}

/** The task's name, as the document's title: the first plain answer, else the form's own title. */
const titleOf = (proposal: Proposal, template: Template): string => {
  const named = template.sections.find(({ kind }) => kind === 'text');
  const answer = named === undefined ? undefined : proposal.values[named.id];
  const title = typeof answer === 'string' ? answer.replace(/\s+/gu, ' ').trim() : '';
  return (title === '' ? template.title : title).normalize('NFC');
};

interface Frame {
  readonly style: Style;
  readonly look: Look;
  readonly head: readonly Block[];
  /** The signature block with the form's notes below it. */
  readonly end: readonly Block[];
}

const frameOf = (style: Style, template: Template, look: Look): Frame => {
  return {
    style,
    look,
    head: headBlocks(template, look),
    end: [signatureGroup(template, look)],
  };
};

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/**
 * Keeps what it built last for one template. The template does not change under it. `lookFor` says how
 * a style looks, where it is not the usual way.
 */
export const createFlowBuilder = (
  template: Template,
  lookFor: (style: Style, template: Template) => Look = lookOf,
): FlowBuilder => {
  const built = new Map<string, Built>();
  let frame: Frame | null = null;
  let last: Flow | null = null;

  const sectionOf = (
    form: TemplateSection,
    proposal: Proposal,
    look: Look,
    afterTable: boolean,
  ): readonly TextBlock[] => {
    // Own keys only: a section named like something every object has must not find that.
    const value = Object.hasOwn(proposal.values, form.id) ? proposal.values[form.id] : undefined;
    const before = built.get(form.id);
    if (before?.value === value && before?.look === look && before?.afterTable === afterTable) {
      return before.blocks;
    }
    const fresh = sectionBlocks(form, value, look, afterTable);
    const blocks = before === undefined ? fresh : shareStructure(before.blocks, fresh);
    built.set(form.id, { value, look, afterTable, blocks });
    return blocks;
  };

  return {
    build(proposal) {
      if (frame === null || shareStructure(frame.style, proposal.style) !== frame.style) {
        frame = frameOf(proposal.style, template, lookFor(proposal.style, template));
      }
      const { look, head, end } = frame;
      const blocks: Block[] = [...head];
      for (const form of template.sections) {
        blocks.push(...sectionOf(form, proposal, look, blocks.at(-1)?.kind === 'table'));
      }
      blocks.push(...end);
      const title = titleOf(proposal, template);
      if (last?.page === look.page && last.title === title && sameItems(last.blocks, blocks)) {
        return last;
      }
      last = { page: look.page, blocks, language: 'vi-VN', title };
      return last;
    },
  };
};

/** The flow of a proposal, from scratch. */
export const proposalFlow = (proposal: Proposal, template: Template): Flow =>
  createFlowBuilder(template).build(proposal);
