import { mm, mmToWholeTwip } from '../../../shared/base';
import type { ProposalRecord } from '../../../shared/ipc';
import type { Freeze, PageFurniture } from '../../../shared/model';
import { draftFurniture, frozenFurniture } from '../../export';
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
  const { left, right } = record.style.margins;
  const own = frozen === null ? draftFurniture() : frozenFurniture(frozen, `proposal:${record.id}`);
  return { ...own, sides: { left: mmToWholeTwip(mm(left)), right: mmToWholeTwip(mm(right)) } };
};
