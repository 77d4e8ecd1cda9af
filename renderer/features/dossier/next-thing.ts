import type { DossierRecord } from '../../../shared/ipc';
import type { DossierStep } from '../../../shared/model';

/** What is to be done next in the step that is due; the window has a sentence for each. */
export type NextThing =
  | 'write'
  | 'mend'
  | 'freeze'
  | 'refreeze'
  | 'sign'
  | 'seal'
  | 'deliver'
  | 'receipt'
  | 'outcome'
  | 'nothing';

/** Something else is written now than what was frozen. */
export const isChanged = ({ proposals, papers }: DossierRecord): boolean =>
  proposals.some(({ changed }) => changed) || papers.some(({ fits }) => !fits);

/** The one thing that brings the dossier on, and the step in which it is done. */
export const nextThing = (record: DossierRecord): { thing: NextThing; step: DossierStep } => {
  const { step, freeze, course, done } = record;
  // What was handed in stays handed in; until then the papers must be those of the words.
  if (freeze !== null && course.deliveries.length === 0 && isChanged(record)) {
    return { thing: 'refreeze', step: 'sign' };
  }
  switch (step) {
    case 'write':
      return { thing: 'write', step };
    case 'check':
      return { thing: 'mend', step };
    case 'sign':
      return { thing: freeze === null ? 'freeze' : 'sign', step };
    case 'seal':
    case 'deliver':
      return { thing: step, step };
    case 'follow':
      if (done.includes('follow')) return { thing: 'nothing', step };
      if (course.receipt === null) return { thing: 'receipt', step: 'deliver' };
      return { thing: 'outcome', step };
  }
};

/** What a letter cannot do without, by its name in the data; empty texts only. */
export const blanksOf = ({ data }: DossierRecord): string[] => {
  const { organisation, signer } = data;
  const needed: readonly [string, string][] = [
    ['organisation.name', organisation.name],
    ['organisation.place', organisation.place],
    // Who signs for himself has no position.
    ['signer.position', organisation.individual ? '—' : signer.position],
    ['signer.name', signer.name],
  ];
  return needed.filter(([, text]) => text.trim() === '').map(([name]) => name);
};
