import type { Page } from 'playwright-core';
import type { Proposal } from '../../../shared/model';

/** Puts a proposal into the store as the window itself would, and makes it the one opened last. */
export const fillProposal = (page: Page, proposal: Proposal): Promise<void> =>
  page.evaluate(async ({ call, template, values }) => {
    // allowed: the benchmark fills the store as the window itself would
    const { api } = window;
    if (api === undefined) throw new Error('no preload script');
    const made = await api.call('proposals.create', {
      callId: call,
      templateId: template,
      title: 'Đo tốc độ',
      organisationId: null,
    });
    if (!made.ok) throw new Error(made.error.message);
    const { id } = made.value;
    for (const [section, value] of Object.entries(values)) {
      const saved = await api.call('proposals.saveSection', { id, section, value });
      if (!saved.ok) throw new Error(saved.error.message);
    }
    await api.call('preferences.set', { lastProposalId: id });
  }, proposal);
