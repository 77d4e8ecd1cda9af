import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  Copy20Regular,
  DatabaseWarning20Regular,
  FolderOpen20Regular,
  ShieldCheckmark20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { RecoveryOffer, StoreState } from '../../../shared/ipc';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { readHealth, recoverStore } from '../../state';
import { copyText } from '../../ui';
import { RecoveryPlan } from './recovery-plan';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', display: 'grid', placeItems: 'center' },
  sheet: {
    boxSizing: 'border-box',
    width: 'min(680px, 100% - 32px)',
    margin: `${tokens.spacingVerticalXXL} 0`,
    padding: tokens.spacingHorizontalXXXL,
    display: 'grid',
    gap: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  icon: {
    color: tokens.colorStatusDangerForeground1,
    display: 'inline-flex',
    '& > svg': { width: '32px', height: '32px' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  copied: { alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

/** Files for which a backup and the journal would help, if there were any. */
const CAN_BE_REBUILT: ReadonlySet<StoreState['state']> = new Set([
  'empty-file',
  'foreign-file',
  'damaged-file',
]);

interface RecoveryScreenProps {
  store: StoreState;
  /** Tries to open the file again. */
  onRetry: () => Promise<void>;
}

/** The data could not be opened: says what was found and never pretends to start empty. */
export const RecoveryScreen = ({ store, onRetry }: RecoveryScreenProps) => {
  const t = useWords();
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState('');
  const [offer, setOffer] = useState<RecoveryOffer | null>(null);
  // What stands in the way may be another thing after a try.
  useEffect(() => {
    // The data are open and the window is about to work: its question is for somebody else.
    if (store.state === 'ready') return;
    let stale = false;
    void readHealth().then((health) => {
      if (!stale) setOffer(health?.recovery ?? null);
    });
    return () => {
      stale = true;
    };
  }, [store]);
  const recover = async (): Promise<void> => {
    setBusy(true);
    await recoverStore();
    setBusy(false);
  };
  const retry = async (): Promise<void> => {
    setBusy(true);
    await onRetry();
    setBusy(false);
  };
  const copy = async (): Promise<void> => {
    const lines = [store.state, store.message, store.hint, store.file];
    const copied = await copyText(lines.filter((line) => line !== '').join('\n'));
    setCopied(copied ? t('recovery.copied') : t('common.copyFailed'));
  };
  return (
    <main id="main" data-pane="main" tabIndex={-1} className={styles.root}>
      <div className={styles.sheet} role="alert">
        <div className={styles.head}>
          <span className={styles.icon} aria-hidden="true">
            <DatabaseWarning20Regular />
          </span>
          <Text as="h1" size={600} weight="semibold">
            {t('recovery.title')}
          </Text>
        </div>
        <Text className={styles.quiet}>{t('recovery.untouched')}</Text>
        <dl className={styles.facts}>
          <div>
            <dt className={styles.term}>{t('recovery.found')}</dt>
            <dd className={styles.value}>
              {store.message === '' && store.state !== 'ready'
                ? t(`recovery.state_${store.state}`)
                : store.message}
            </dd>
          </div>
          <div>
            <dt className={styles.term}>{t('recovery.next')}</dt>
            <dd className={styles.value}>{store.hint}</dd>
          </div>
          {store.file !== '' && (
            <div>
              <dt className={styles.term}>{t('recovery.file')}</dt>
              <dd className={`${styles.value} ${styles.path}`}>{store.file}</dd>
            </div>
          )}
        </dl>
        {offer !== null ? (
          <RecoveryPlan offer={offer} />
        ) : (
          CAN_BE_REBUILT.has(store.state) && (
            <Text className={styles.quiet}>{t('recovery.noPlan')}</Text>
          )
        )}
        <div className={styles.actions}>
          {offer !== null && (
            <Button
              appearance="primary"
              icon={<ShieldCheckmark20Regular />}
              disabledFocusable={busy}
              onClick={() => {
                if (!busy) void recover();
              }}
            >
              {busy ? t('recovery.recovering') : t('recovery.recover')}
            </Button>
          )}
          <Button
            appearance={offer === null ? 'primary' : 'secondary'}
            icon={busy ? <Spinner size="tiny" /> : <ArrowClockwise20Regular />}
            disabledFocusable={busy}
            onClick={() => void retry()}
          >
            {t('recovery.retry')}
          </Button>
          <Button
            icon={<FolderOpen20Regular />}
            onClick={() => void call('store.revealFile', undefined)}
          >
            {t('recovery.reveal')}
          </Button>
          <Button icon={<Copy20Regular />} onClick={() => void copy()}>
            {t('recovery.copy')}
          </Button>
          <Text role="status" className={styles.copied}>
            {copied}
          </Text>
        </div>
      </div>
    </main>
  );
};
