import { create } from 'zustand';

export const NOTICE_MS = 10_000;

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly intent: 'success' | 'error' | 'info';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const useNotices = create<{ notices: readonly Notice[] }>(() => ({ notices: [] }));

let lastId = 0;

/** Good news without anything to do has been read when the next one comes; the rest waits its time. */
const isStillWanted = ({ intent, action }: Notice): boolean =>
  intent === 'error' || action !== undefined;

/** Shows a sentence at the bottom for ten seconds, with at most one thing to do about it. */
export const notify = (notice: Omit<Notice, 'id'>): void => {
  lastId += 1;
  const added = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter(isStillWanted).slice(-2), added],
  }));
};

export const dismissNotice = (id: number): void => {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
};
