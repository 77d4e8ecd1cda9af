import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { call } from '../bridge';
import { useWords } from '../i18n';
import { retryStore, useLookOnlyReason, useProgram } from '../state';

const useStyles = makeStyles({
  flush: { flexShrink: 0, borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
});

/** Why nothing can be changed here, for as long as it is so; no alarm, for nothing is lost. */
export const LookOnlyBar = () => {
  const t = useWords();
  const styles = useStyles();
  const reason = useLookOnlyReason();
  const isNewer = useProgram(({ store }) => store?.state === 'newer-file');
  return (
    <section aria-label={t('lookOnly.title')} data-look-only="">
      <MessageBar intent="info" className={styles.flush}>
        <MessageBarBody>
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
