import type { ProposalRecord } from '../../../shared/ipc';
import type { Freeze } from '../../../shared/model';
import { draftFurniture, frozenFurniture, type PageFurniture } from '../../export';
import type { Store } from '../../store';
import { holding, isUnchanged, leadOf, readFreezes } from './dossier-state';

/** The frozen version that a proposal's words still are; null: they are a draft. */
export const frozenVersionOf = (store: Store, record: ProposalRecord): Freeze | null => {
  const frozen = holding(readFreezes(store, leadOf(store, record.id)));
  return frozen !== null && isUnchanged(store, frozen, record) ? frozen : null;
};

/** A changed proposal is a draft, whatever was frozen before: it must not pass for what was signed. */
export const proposalFurniture = (store: Store, record: ProposalRecord): PageFurniture => {
  const frozen = frozenVersionOf(store, record);
  return frozen === null ? draftFurniture() : frozenFurniture(frozen, `proposal:${record.id}`);
};
