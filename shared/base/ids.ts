/** Identifiers are opaque strings; the brands stop one being handed over for another. */
export type ProposalId = string & { readonly __id: 'proposal' };
export type SectionId = string & { readonly __id: 'section' };
export type TemplateId = string & { readonly __id: 'template' };
export type CallId = string & { readonly __id: 'call' };
export type OrganisationId = string & { readonly __id: 'organisation' };

export const proposalId = (value: string): ProposalId => value as ProposalId;
export const sectionId = (value: string): SectionId => value as SectionId;
export const templateId = (value: string): TemplateId => value as TemplateId;
export const callId = (value: string): CallId => value as CallId;
export const organisationId = (value: string): OrganisationId => value as OrganisationId;
