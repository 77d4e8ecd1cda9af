import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { RecoveryScreen } from '../features/recovery';
import { useWords } from '../i18n';
import { retryStore, useProgram } from '../state';
import { Delayed } from '../ui';
import { Frame } from './frame';

const useStyles = makeStyles({
  root: {
    height: '100%',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  waiting: { height: '100%', display: 'grid', placeItems: 'center' },
});

/** Which of the three windows there are: waiting, recovering, working. */
export const Window = () => {
  const t = useWords();
  const styles = useStyles();
  const { phase, store } = useProgram();
  const content = () => {
    if (phase === 'recovery' && store !== null) {
      return (
        <RecoveryScreen
          store={store}
          onRetry={async () => {
            await retryStore();
          }}
        />
      );
    }
    if (phase !== 'ready') {
      return (
        <main id="main" className={styles.waiting}>
          <Delayed>
            <Spinner label={t('app.starting')} />
          </Delayed>
        </main>
      );
    }
    return <Frame />;
  };
  return <div className={styles.root}>{content()}</div>;
};
