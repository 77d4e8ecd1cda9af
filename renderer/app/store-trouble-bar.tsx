import { Button } from '@fluentui/react-components';
import { useWords } from '../i18n';
import { retryStore, useOpenProposal, useProgram } from '../state';
import { FailureBar } from '../ui';
import { LookOnlyBar } from './look-only-bar';

/** Trouble with the data while the program runs; what is being written stays on the screen. */
export const StoreTroubleBar = () => {
  const t = useWords();
  const store = useProgram(({ store: state }) => state);
  // The bar of the open proposal says it already, with what to do about the words.
  const isSaid = useOpenProposal(({ save }) => save.kind === 'failed');
  if (store?.readOnly === true) return <LookOnlyBar />;
  if (store === null || store.state === 'ready' || isSaid) return null;
  return (
    <FailureBar flush title={t(`recovery.state_${store.state}`)} failure={store}>
      <Button onClick={() => void retryStore()}>{t('recovery.retry')}</Button>
    </FailureBar>
  );
};
