import { create } from 'zustand';
import type { PageFurniture } from '../../shared/model';
import { call, on } from '../bridge';
import { useOpenProposal } from './open-proposal';

/** What stands on the pages of the open proposal beside its text, as print and files will show it. */
export const usePaperFurniture = create<PageFurniture>(() => ({}));

let asked = 0;

const take = async (): Promise<void> => {
  asked += 1;
  const turn = asked;
  const id = useOpenProposal.getState().record?.id;
  const answer = id === undefined ? null : await call('dossier.furniture', { id });
  // Asked again meanwhile: what is answered is of words that are no longer those.
  if (turn !== asked) return;
  const furniture = answer === null ? {} : answer.ok ? answer.value : null;
  if (furniture === null) return;
  // The same furniture in another object would draw every sheet again after each save.
  const before = JSON.stringify(usePaperFurniture.getState());
  if (JSON.stringify(furniture) !== before) usePaperFurniture.setState(furniture, true);
};

/**
 * Frozen words that are changed are a draft again, and back to a letter they are what was frozen; only
 * the store can tell, and only once the words are in it.
 */
export const followFurniture = (): (() => void) => {
  const quiet = on('dossier.changed', () => void take());
  const still = useOpenProposal.subscribe((now, before) => {
    const isOther = now.record?.id !== before.record?.id;
    const isSaved = now.save.kind === 'saved' && before.save.kind !== 'saved';
    if (isOther || isSaved) void take();
  });
  return () => {
    quiet();
    still();
  };
};
