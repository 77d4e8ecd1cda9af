import { useCallback } from 'react';
import type { Command } from '../features/palette';
import { useWords } from '../i18n';
import { findEverywhere, navigate, routeOfFind, useLookOnly } from '../state';

const MOST = 12;

/** Looks for records of the library and proposals by their words, for the palette. */
export const useFindRecords = (): ((typed: string) => Promise<readonly Command[]>) => {
  const t = useWords();
  const lookOnly = useLookOnly();
  return useCallback(
    async (typed) => {
      // The places of other finds are not there where the data are only looked at.
      const kinds = lookOnly ? (['proposal'] as const) : undefined;
      const answer = await findEverywhere(typed, {
        limit: MOST,
        ...(kinds === undefined ? {} : { kinds: [...kinds] }),
      });
      if (!answer.ok) return [];
      return answer.value.map(
        (hit): Command => ({
          // A proposal found by its words is the same entry as the one found by its name.
          id: hit.kind === 'proposal' ? `proposal-${hit.id}` : `${hit.kind}/${hit.id}`,
          title: hit.title.trim() === '' ? t('common.untitled') : hit.title,
          group: t(`library.kind_${hit.kind}`),
          run: () => navigate(routeOfFind(hit)),
        }),
      );
    },
    [t, lookOnly],
  );
};
