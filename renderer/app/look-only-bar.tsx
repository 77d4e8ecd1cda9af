import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useWords } from '../i18n';
import { retryStore } from '../state';

const useStyles = makeStyles({
  flush: { flexShrink: 0, borderRadius: 0, borderInlineStyle: 'none', borderTopStyle: 'none' },
});

/** Why nothing can be changed here, for as long as it is so; no alarm, for nothing is lost. */
export const LookOnlyBar = () => {
  const t = useWords();
  const styles = useStyles();
  return (
    <section aria-label={t('lookOnly.title')} data-look-only="">
      <MessageBar intent="info" className={styles.flush}>
        <MessageBarBody>
          <MessageBarTitle>{t('lookOnly.title')}</MessageBarTitle>
          {t('lookOnly.text')}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void retryStore()}>{t('recovery.retry')}</Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  );
};
