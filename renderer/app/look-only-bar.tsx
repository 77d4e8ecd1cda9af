import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { call } from '../bridge';
import { useWords } from '../i18n';
import { retryStore, useLookOnlyReason, useProgram } from '../state';
import { useMedia } from '../ui';

const useStyles = makeStyles({
  flush: { flexShrink: 0, borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
  // Beside its buttons the sentence may take two lines; below it they would take a third.
  wide: {
    whiteSpace: 'normal',
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  sentence: { overflowWrap: 'anywhere' },
});

/** Why nothing can be changed here, for as long as it is so; no alarm, for nothing is lost. */
export const LookOnlyBar = () => {
  const t = useWords();
  const styles = useStyles();
  const isNarrow = useMedia('(max-width: 900px)');
  const reason = useLookOnlyReason();
  const isNewer = useProgram(({ store }) => store?.state === 'newer-file');
  return (
    <section aria-label={t('lookOnly.title')} data-look-only="">
      <MessageBar
        intent="info"
        layout={isNarrow ? 'multiline' : 'singleline'}
        className={mergeClasses(styles.flush, !isNarrow && styles.wide)}
      >
        <MessageBarBody className={styles.sentence}>
          <MessageBarTitle>{t('lookOnly.title')}</MessageBarTitle>
          {reason}
        </MessageBarBody>
        <MessageBarActions>
          {!isNewer && (
            <Button onClick={() => void call('store.revealFile', undefined)}>
              {t('settings.showFolder')}
            </Button>
          )}
          <Button onClick={() => void retryStore()}>{t('recovery.retry')}</Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  );
};
