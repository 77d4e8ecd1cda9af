import { Button } from '@fluentui/react-components';
import { useWords } from '../../i18n';
import { closeUnsaved, saveNow, useClosing, useOpenProposal } from '../../state';
import { FailureBar } from '../../ui';

/** The newest words are on the screen only: says so, why, and what can be done. */
export const SaveFailureBar = () => {
  const t = useWords();
  const save = useOpenProposal(({ save: state }) => state);
  const { refused } = useClosing();
  if (save.kind !== 'failed') return null;
  const { failure, retries } = save;
  // The store's own hints say already that the words are kept and that it tries again.
  const hint = [
    ...(failure.hint === undefined
      ? [t('save.failedKept'), ...(retries ? [t('save.retrying')] : [])]
      : [failure.hint]),
    ...(refused ? [t('save.closeRefused')] : []),
  ];
  return (
    <FailureBar
      flush
      title={t('save.failedTitle')}
      failure={{ message: failure.message, hint: hint.join(' ') }}
    >
      <Button onClick={() => void saveNow()}>{t('save.saveNow')}</Button>
      {refused && <Button onClick={() => void closeUnsaved()}>{t('save.closeAnyway')}</Button>}
    </FailureBar>
  );
};
