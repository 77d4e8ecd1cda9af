import { useState } from 'react';
import type { Preferences } from '../../../shared/ipc';
import { setPreferences, usePreferences } from '../../state';

export type SideTab = Exclude<Preferences['sidePanel'], 'closed'>;

interface SidePanelState {
  readonly tab: SideTab;
  readonly isOpen: boolean;
  readonly show: (tab: SideTab) => void;
  readonly close: () => void;
  readonly toggle: () => void;
}

/**
 * Which panel stands at the side. Where it lies over the text (`narrow`) it is not remembered and
 * begins closed: nobody wants the text covered when they open a proposal.
 */
export const useSidePanel = (narrow: boolean): SidePanelState => {
  const remembered = usePreferences(({ preferences }) => preferences.sidePanel);
  const [over, setOver] = useState(false);
  const [tab, setTab] = useState<SideTab>(remembered === 'closed' ? 'preview' : remembered);
  const isOpen = narrow ? over : remembered !== 'closed';
  const show = (next: SideTab): void => {
    setTab(next);
    if (narrow) setOver(true);
    else setPreferences({ sidePanel: next });
  };
  const close = (): void => {
    if (narrow) setOver(false);
    else setPreferences({ sidePanel: 'closed' });
  };
  return { tab, isOpen, show, close, toggle: () => (isOpen ? close() : show(tab)) };
};
