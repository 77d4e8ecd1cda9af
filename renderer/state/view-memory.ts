import type { ProposalRecord } from '../../shared/ipc';
import { call } from '../bridge';
import { useOpenProposal } from './open-proposal';
import { usePageCount } from './page-count';

export type View = NonNullable<ProposalRecord['view']>;

/** Sent at most this long after a move, also while somebody types on without a pause. */
const LATEST_MS = 800;

let timer: ReturnType<typeof setTimeout> | null = null;
let view: View = { section: null, anchor: 0, scroll: 0 };

const send = async (): Promise<void> => {
  timer = null;
  const { record, readOnly } = useOpenProposal.getState();
  if (record === null || readOnly) return;
  const { fill } = usePageCount.getState();
  // Losing this loses only where the caret was; the next move sends it again.
  await call('proposals.saveView', { id: record.id, view, pages: fill > 0 ? fill : null });
};

const later = (): void => {
  timer ??= setTimeout(() => void send(), LATEST_MS);
};

/** Takes over where the person was when the proposal was last open. */
export const startView = (stored: View | null): void => {
  view = stored ?? { section: null, anchor: 0, scroll: 0 };
};

/** Remembers where the person is, so that the next opening comes back here. */
export const rememberView = (patch: Partial<View>): void => {
  view = { ...view, ...patch };
  later();
};

/** The list shows the count without laying out; so it is told of each new one. */
export const followPageCount = (): (() => void) =>
  usePageCount.subscribe((now, before) => {
    if (now.fill !== before.fill) later();
  });

/** Words that come back after a crash want the caret that stood in them, so both go together. */
export const followSaves = (): (() => void) =>
  useOpenProposal.subscribe((now, before) => {
    if (now.save.kind === 'saved' && before.save.kind !== 'saved') void flushView();
  });

export const flushView = async (): Promise<void> => {
  if (timer === null) return;
  clearTimeout(timer);
  await send();
};
