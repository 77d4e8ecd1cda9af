import { useEffect, useState } from 'react';
import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure, RevisionWords } from '../../../shared/ipc';
import type { TemplateSection } from '../../../shared/model';
import { presentWords, readVersion } from '../../state';
import { compareVersions, type SectionComparison } from './compare-versions';

/** A number of a version, or the words in the window. */
export type Side = number | 'present';

export type ComparisonState =
  | { readonly phase: 'nothing' | 'reading' }
  | { readonly phase: 'failed'; readonly failure: IpcFailure }
  | { readonly phase: 'ready'; readonly parts: readonly SectionComparison[] };

const CLOSED: IpcFailure = { code: 'not-found', message: 'Hồ sơ này đã đóng.' };

const wordsOf = (id: string, side: Side): Promise<Result<RevisionWords, IpcFailure>> => {
  if (side !== 'present') return readVersion(id, side);
  const value = presentWords();
  return Promise.resolve(value === null ? err(CLOSED) : ok(value));
};

/** Reads both sides and compares them; the answer to an older question is dropped. */
export const useComparison = (
  id: string,
  before: Side | null,
  after: Side,
  sections: readonly TemplateSection[],
): ComparisonState => {
  const [state, setState] = useState<ComparisonState>({ phase: 'nothing' });
  useEffect(() => {
    if (before === null) {
      setState({ phase: 'nothing' });
      return;
    }
    let stale = false;
    const compare = async (): Promise<void> => {
      const [old, next] = await Promise.all([wordsOf(id, before), wordsOf(id, after)]);
      if (stale) return;
      if (!old.ok) setState({ phase: 'failed', failure: old.error });
      else if (!next.ok) setState({ phase: 'failed', failure: next.error });
      else setState({ phase: 'ready', parts: compareVersions(old.value, next.value, sections) });
    };
    setState({ phase: 'reading' });
    void compare();
    return () => {
      stale = true;
    };
  }, [id, before, after, sections]);
  return state;
};
