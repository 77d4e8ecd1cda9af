import { Button } from '@fluentui/react-components';
import { useWords } from '../i18n';
import { retryStore, useProgram } from '../state';
import { FailureBar } from '../ui';

/** Trouble with the data while the program runs; what is being written stays on the screen. */
export const StoreTroubleBar = () => {
  const t = useWords();
  const store = useProgram(({ store: state }) => state);
  if (store === null || store.state === 'ready') return null;
  return (
    <FailureBar flush title={t(`recovery.state_${store.state}`)} failure={store}>
      <Button onClick={() => void retryStore()}>{t('recovery.retry')}</Button>
    </FailureBar>
  );
};
