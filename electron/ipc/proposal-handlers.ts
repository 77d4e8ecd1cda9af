import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure, ProposalSummary } from '../../shared/ipc';
import {
  emptyCompliance,
  isDrawable,
  type OrganisationProfile,
  type Template,
} from '../../shared/model';
import type { ProposalListing, Store } from '../store';
import { COMPLIANCE } from './compliance-handlers';
import type { HandlerGroup } from './handlers';
import { nfcTexts } from './nfc-texts';
import { checkSectionValue } from './section-value';
import type { Library, Services } from './services';

const noCall = (id: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có đợt kêu gọi “${id}”.`,
  hint: 'Hãy chọn đợt kêu gọi khác trong danh sách.',
});

const noTemplate = (id: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có mẫu “${id}”.`,
  hint: 'Hãy cài phiên bản chương trình có mẫu này rồi mở lại. Hồ sơ vẫn được giữ nguyên.',
});

const noSection = (id: string): IpcFailure => ({
  code: 'invalid-value',
  message: `Mẫu của hồ sơ này không có phần “${id}”.`,
  hint: 'Hãy đóng hồ sơ rồi mở lại.',
});

const absurdStyle: IpcFailure = {
  code: 'invalid-value',
  message: 'Với kiểu trang này thì không dựng được trang nào nên chưa ghi.',
  hint: 'Hãy chọn lại cỡ chữ, giãn dòng và lề trong khoảng cho phép.',
};

const noOrganisation: IpcFailure = {
  code: 'not-found',
  message: 'Đơn vị này không còn trong danh sách.',
  hint: 'Hãy chọn đơn vị khác hoặc chọn “Để sau”.',
};

const templateOf = ({ templates }: Library, id: string): Result<Template, IpcFailure> => {
  const template = templates.find((one) => one.id === id);
  return template === undefined ? err(noTemplate(id)) : ok(template);
};

const summaryOf = (listing: ProposalListing, library: Library): ProposalSummary => {
  const { answered, ...rest } = listing;
  const template = library.templates.find(({ id }) => id === listing.templateId);
  const sections = template?.sections.map(({ id }) => id) ?? answered;
  return {
    ...rest,
    callTitle: library.calls.find(({ id }) => id === listing.callId)?.title ?? listing.callId,
    pageLimit: template?.pageLimit.max ?? 0,
    answered: answered.filter((id) => sections.includes(id)).length,
    sections: sections.length,
  };
};

/** What a new proposal takes over from the profile: the answer of the form's organisation part. */
const startValues = (
  template: Template,
  profile: OrganisationProfile | null,
): Record<string, unknown> => {
  const place = template.sections.find(({ kind }) => kind === 'organisation');
  if (profile === null || place === undefined) return {};
  const { id: _id, isDefault: _isDefault, ...answer } = profile;
  return { [place.id]: answer };
};

const findProfile = (
  store: Store,
  id: string | null,
): Result<OrganisationProfile | null, IpcFailure> => {
  if (id === null) return ok(null);
  const list = store.listOrganisations();
  if (!list.ok) return list;
  const profile = list.value.find((one) => one.id === id);
  return profile === undefined ? err(noOrganisation) : ok(profile);
};

const tidyTitle = (title: string): string => nfcTexts(title).replace(/\s+/gu, ' ').trim();

type ProposalChannel =
  | 'proposals.list'
  | 'proposals.create'
  | 'proposals.open'
  | 'proposals.rename'
  | 'proposals.duplicate'
  | 'proposals.trash'
  | 'proposals.restore'
  | 'proposals.erase'
  | 'proposals.saveSection'
  | 'proposals.saveStyle'
  | 'proposals.saveView';

export const proposalHandlers = ({
  keeper,
  library,
  emit,
}: Services): HandlerGroup<ProposalChannel> => {
  /** Words saved while typing are not announced: lists ask anew when they are shown. */
  const announced = <T>(id: string, result: Result<T, IpcFailure>): Result<T, IpcFailure> => {
    if (result.ok) emit('proposals.changed', { ids: [id] });
    return result;
  };

  return {
    'proposals.list': (filter) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const list = store.value.listProposals(filter);
      return list.ok ? ok(list.value.map((listing) => summaryOf(listing, library))) : list;
    },

    'proposals.create': ({ callId, templateId, title, organisationId, orientations = [] }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      if (!library.calls.some(({ id }) => id === callId)) return err(noCall(callId));
      const template = templateOf(library, templateId);
      if (!template.ok) return template;
      const profile = findProfile(store.value, organisationId);
      if (!profile.ok) return profile;
      const created = store.value.createProposal({
        callId,
        templateId,
        title: tidyTitle(title),
        organisationId,
        style: template.value.typography.style,
        values: startValues(template.value, profile.value),
      });
      if (!created.ok) return created;
      if (orientations.length > 0) {
        const compliance = { ...emptyCompliance(), chosen: orientations };
        const kept = store.value.savePart(created.value.id, COMPLIANCE, compliance);
        if (!kept.ok) return kept;
      }
      return announced(created.value.id, created);
    },

    'proposals.open': ({ id }) => {
      const store = keeper.store();
      return store.ok ? store.value.openProposal(id) : store;
    },

    'proposals.rename': ({ id, title }) => {
      const store = keeper.store();
      return store.ok ? announced(id, store.value.renameProposal(id, tidyTitle(title))) : store;
    },

    'proposals.duplicate': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const original = store.value.openProposal(id);
      if (!original.ok) return original;
      const title = `${original.value.title} (bản sao)`.trim();
      const copy = store.value.duplicateProposal(id, title);
      if (!copy.ok) return copy;
      // What it answers is part of what was written; the rest of a proposal's parts is its own way.
      const parts = store.value.readParts(id);
      const compliance = parts.ok ? parts.value[COMPLIANCE] : undefined;
      if (compliance !== undefined) store.value.savePart(copy.value.id, COMPLIANCE, compliance);
      return announced(copy.value.id, copy);
    },

    'proposals.trash': ({ id }) => {
      const store = keeper.store();
      return store.ok ? announced(id, store.value.trashProposal(id)) : store;
    },

    'proposals.restore': ({ id }) => {
      const store = keeper.store();
      return store.ok ? announced(id, store.value.restoreProposal(id)) : store;
    },

    'proposals.erase': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const erased = announced(id, store.value.eraseProposal(id));
      return erased.ok ? ok(undefined) : erased;
    },

    'proposals.saveSection': ({ id, section, value }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const proposal = store.value.openProposal(id);
      if (!proposal.ok) return proposal;
      const template = templateOf(library, proposal.value.templateId);
      if (!template.ok) return template;
      const place = template.value.sections.find((one) => one.id === section);
      if (place === undefined) return err(noSection(section));
      const checked = checkSectionValue(place, value);
      return checked.ok ? store.value.saveSection(id, section, checked.value) : checked;
    },

    'proposals.saveStyle': ({ id, style }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      return isDrawable(style) ? store.value.saveStyle(id, style) : err(absurdStyle);
    },

    'proposals.saveView': ({ id, view, pages }) => {
      const store = keeper.store();
      return store.ok ? store.value.saveView(id, view, pages) : store;
    },
  };
};
