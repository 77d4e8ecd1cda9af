import { useWords } from '../i18n';
import { isLookOnly, useProgram } from './program';

export const useLookOnly = (): boolean => useProgram(isLookOnly);

/** Why nothing can be changed, where, and what to do about it: one sentence or two. */
export const useLookOnlyReason = (): string => {
  const t = useWords();
  const state = useProgram(({ store }) => store?.state);
  const folder = useProgram(({ info, store }) => info?.dataFolder ?? store?.file ?? '');
  switch (state) {
    case 'newer-file':
      return t('lookOnly.newer');
    case 'not-writable':
      return t('lookOnly.notWritable', { folder });
    default:
      return t('lookOnly.diskTrouble', { folder });
  }
};
