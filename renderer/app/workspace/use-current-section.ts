import { useState } from 'react';
import type { Template } from '../../../shared/model';
import { goToField } from '../../state';

interface CurrentSection {
  readonly current: string | null;
  readonly setCurrent: (section: string) => void;
  /** To the part before or after; stays at the first and the last one. */
  readonly step: (by: 1 | -1) => void;
}

/** The part that is being written; the outline, the guidance and Alt+arrows follow it. */
export const useCurrentSection = (template: Template, initial: string | null): CurrentSection => {
  const [current, setCurrent] = useState(initial ?? template.sections[0]?.id ?? null);
  const step = (by: 1 | -1): void => {
    const here = template.sections.findIndex(({ id }) => id === current);
    const next = template.sections[here + by];
    if (next === undefined) return;
    setCurrent(next.id);
    goToField(next.id);
  };
  return { current, setCurrent, step };
};
