import type { Call } from './call';
import { PROPOSAL_FORMAT, PROPOSAL_VERSION, type Proposal } from './proposal';
import { emptyRichText } from './rich-text';
import type { Template } from './template';
import type { SectionKind, SectionValue } from './values';

/** What a section of a kind holds before anybody has written in it. */
export const emptyValue = (kind: SectionKind): SectionValue => {
  switch (kind) {
    case 'text':
      return '';
    case 'richText':
      return emptyRichText();
    case 'duration':
      return { from: null, to: null, months: null };
    case 'money':
      return { total: null, state: null, matching: null };
    case 'organisation':
      return { name: '', address: '', contact: { name: '', position: '', phone: '', email: '' } };
    case 'attachments':
      return [];
  }
};

/** A proposal with every section of its form, all empty, in the form's own style. */
export const emptyProposal = (call: Pick<Call, 'id'>, template: Template): Proposal => ({
  format: PROPOSAL_FORMAT,
  version: PROPOSAL_VERSION,
  call: call.id,
  template: template.id,
  style: structuredStyle(template),
  values: Object.fromEntries(template.sections.map(({ id, kind }) => [id, emptyValue(kind)])),
});

/** A copy: a proposal's style is changed without touching the form's. */
const structuredStyle = ({ typography: { style } }: Template): Proposal['style'] => ({
  ...style,
  margins: { ...style.margins },
});
