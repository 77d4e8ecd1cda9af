import { z } from 'zod';
import type { Orientation } from './call';

/** Which orientations a proposal means to answer, and where it does. */
export const complianceSchema = z.strictObject({
  /** Ids of the call's orientations, any level. */
  chosen: z.array(z.string()),
  /** Orientation id → ids of the sections that answer it. */
  answers: z.record(z.string(), z.array(z.string())),
});
export type Compliance = z.infer<typeof complianceSchema>;

export const emptyCompliance = (): Compliance => ({ chosen: [], answers: {} });

/** Finds an orientation anywhere in the tree. */
export const findOrientation = (
  orientations: readonly Orientation[],
  id: string,
): Orientation | null => {
  for (const orientation of orientations) {
    if (orientation.id === id) return orientation;
    const found = findOrientation(orientation.children, id);
    if (found !== null) return found;
  }
  return null;
};
