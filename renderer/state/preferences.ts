import { create } from 'zustand';
import type { Preferences } from '../../shared/ipc';
import { call, on } from '../bridge';
import { changeLanguage } from '../i18n';

const initial: Preferences = {
  language: 'vi',
  theme: 'system',
  panes: [19, 47, 34],
  previewZoom: 'fit-width',
  outlineCollapsed: false,
  sidePanel: 'preview',
  lastProposalId: null,
};

export const usePreferences = create<{ preferences: Preferences }>(() => ({
  preferences: initial,
}));

const take = (preferences: Preferences): void => {
  changeLanguage(preferences.language);
  usePreferences.setState({ preferences });
};

export const loadPreferences = async (): Promise<void> => {
  const answer = await call('preferences.get', undefined);
  // Without them the program works with its own choices; nothing of the person's work is in them.
  if (answer.ok) take(answer.value);
};

/** Takes effect at once; written by the main process. */
export const setPreferences = (patch: Partial<Preferences>): void => {
  const { preferences } = usePreferences.getState();
  take({ ...preferences, ...patch });
  void call('preferences.set', patch);
};

export const followPreferences = (): (() => void) => on('preferences.changed', take);
