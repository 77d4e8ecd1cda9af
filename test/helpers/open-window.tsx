import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import call2023 from '../../assets/calls/hp-2023-1882.json';
import form2023 from '../../assets/templates/hp-2023-bdx.json';
import type { ProposalRecord } from '../../shared/ipc';
import { type Call, callSchema, type Template, templateSchema } from '../../shared/model';
import { fillBrowserGaps } from './browser-gaps';
import { createFakeApi, type FakeApi, type FakeWorld } from './fake-api';

configure({
  asyncUtilTimeout: 10_000,
  // Whether something is visible takes jsdom seconds to compute, and without layout it is guesswork.
  defaultHidden: true,
  // The whole document in a message hides the sentence that says what was missing.
  getElementError: (message) => new Error(message ?? 'not found'),
});

// A window left standing would still be watching when its document is taken down.
afterEach(cleanup);

export const hpCall: Call = callSchema.parse(call2023);
export const hpForm: Template = templateSchema.parse(form2023);

export const savedAt = '2026-11-25T03:42:07.000Z';

export const proposalRecord = (more: Partial<ProposalRecord> = {}): ProposalRecord => ({
  id: 'p1',
  title: 'Giảm phế phẩm ép nhựa',
  callId: hpCall.id,
  templateId: hpForm.id,
  organisationId: null,
  style: hpForm.typography.style,
  values: {},
  createdAt: savedAt,
  modifiedAt: savedAt,
  trashedAt: null,
  seq: 1,
  view: null,
  ...more,
});

/**
 * The whole window over a fake of the main process, as main.tsx starts it. Every call begins with
 * modules of its own, so that nothing remembers the test before. The test file must put
 * `layout-in-thread` in the place of `start-worker`.
 */
export const openWindow = async (
  world: Partial<FakeWorld> = {},
  hash = '',
  prepare: (api: FakeApi) => void = () => undefined,
): Promise<FakeApi> => {
  vi.resetModules();
  fillBrowserGaps();
  window.location.hash = hash;
  const api = createFakeApi({ calls: [hpCall], templates: [hpForm], ...world });
  prepare(api);
  Object.defineProperty(window, 'api', { value: api, configurable: true });
  const { startWords } = await import('../../renderer/i18n');
  const { followEverything, startWindow } = await import('../../renderer/app/start-window');
  const { App } = await import('../../renderer/app/app');
  startWords('vi');
  followEverything();
  render(<App />);
  await startWindow();
  return api;
};

/** Inputs of the requests of one channel, oldest first. */
export const inputsOf = (api: FakeApi, channel: string): unknown[] =>
  api.requests.filter((request) => request.channel === channel).map(({ input }) => input);
