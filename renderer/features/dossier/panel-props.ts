import type { DossierRecord } from '../../../shared/ipc';
import type { DossierStep } from '../../../shared/model';

/** What every step gets: the dossier, and how to open what lies beside the steps. */
export interface PanelProps {
  record: DossierRecord;
  onData: () => void;
  onProposals: () => void;
  onCounts: () => void;
  onFreeze: () => void;
  onUnfreeze: () => void;
  onPictures: () => void;
  onPaper: (paper: string) => void;
  onStep: (step: DossierStep) => void;
}
