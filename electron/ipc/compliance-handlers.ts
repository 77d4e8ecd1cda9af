import { ok } from '../../shared/base';
import { complianceSchema, emptyCompliance } from '../../shared/model';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

/** Name of the part of a proposal that says which orientations it answers, and where. */
export const COMPLIANCE = 'compliance';

export const complianceHandlers = ({
  keeper,
}: Services): HandlerGroup<'proposals.compliance' | 'proposals.saveCompliance'> => ({
  'proposals.compliance': ({ id }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const parts = store.value.readParts(id);
    if (!parts.ok) return parts;
    const parsed = complianceSchema.safeParse(parts.value[COMPLIANCE]);
    return ok(parsed.success ? parsed.data : emptyCompliance());
  },
  'proposals.saveCompliance': ({ id, compliance }) => {
    const store = keeper.store();
    return store.ok ? store.value.savePart(id, COMPLIANCE, compliance) : store;
  },
});
