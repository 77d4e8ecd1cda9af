import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RecoveryOffer } from '../../../shared/ipc';
import { relativeTime, useWords } from '../../i18n';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, paddingInlineStart: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  missing: { color: tokens.colorStatusDangerForeground1 },
});

/** What was found, what it would bring back, and by name what not. */
export const RecoveryPlan = ({ offer }: { offer: RecoveryOffer }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={t('recovery.plan')}>
      <Text as="h2" size={400} weight="semibold">
        {t('recovery.plan')}
      </Text>
      <Text>{offer.found}</Text>
      <Text>{offer.restores}</Text>
      {offer.backupAt !== null && (
        <Text className={styles.quiet}>
          {t('recovery.planAt', {
            time: relativeTime(offer.backupAt, new Date(), t).toLowerCase(),
          })}
        </Text>
      )}
      {offer.missing.length === 0 ? (
        <Text>{t('recovery.missingNone')}</Text>
      ) : (
        <div className={styles.missing}>
          <Text weight="semibold">{t('recovery.missing')}</Text>
          <ul className={styles.list}>
            {offer.missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <Text className={styles.quiet}>{t('recovery.recoverHint')}</Text>
    </section>
  );
};
