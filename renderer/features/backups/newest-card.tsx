import { Badge, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ShieldCheckmark20Regular, TaskListSquareLtr20Regular } from '@fluentui/react-icons';
import { fileSize, relativeTime, useWords, wholeNumber } from '../../i18n';
import { checkData, makeBackup, notify, useBackups } from '../../state';
import { Card } from './card';

const useStyles = makeStyles({
  time: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  damaged: { color: tokens.colorStatusDangerForeground1 },
});

/** The newest copy, and the two ways to be sure: make one now, read every row now. */
export const NewestCard = ({ now }: { now: Date }) => {
  const t = useWords();
  const styles = useStyles();
  const { state, working, checked } = useBackups();
  const newest = state?.newest ?? null;
  const make = async (): Promise<void> => {
    const made = await makeBackup();
    if (made.ok) notify({ intent: 'success', text: t('backups.made') });
  };
  const work = () => {
    if (working === 'make' || state?.running === true) return t('backups.making');
    return working === 'check' ? t('backups.checking') : null;
  };
  const running = work();
  return (
    <Card
      title={t('backups.newest')}
      actions={
        <>
          <Button
            appearance="primary"
            icon={<ShieldCheckmark20Regular />}
            disabledFocusable={working !== null}
            onClick={() => void make()}
          >
            {t('backups.make')}
          </Button>
          <Button
            icon={<TaskListSquareLtr20Regular />}
            disabledFocusable={working !== null}
            onClick={() => void checkData()}
          >
            {t('backups.check')}
          </Button>
        </>
      }
    >
      {newest === null ? (
        <Text className={styles.quiet}>{t('backups.none')}</Text>
      ) : (
        <>
          <div className={styles.time}>
            <Text size={400}>{relativeTime(newest.at, now, t)}</Text>
            <Badge appearance="tint" color="success">
              {t('backups.verified')}
            </Badge>
            <Text className={styles.quiet}>{fileSize(newest.bytes)}</Text>
          </div>
          <Text className={styles.quiet}>
            {(state?.behind ?? 0) === 0
              ? t('backups.behindNone')
              : t('backups.behind', { changes: wholeNumber(state?.behind ?? 0) })}
          </Text>
        </>
      )}
      <div role="status">
        {running !== null && <Spinner size="tiny" labelPosition="after" label={running} />}
        {running === null && checked !== null && (
          <>
            {checked.damaged.length === 0 && checked.mended.length === 0 && (
              <Text>{t('backups.checkedFine')}</Text>
            )}
            {checked.mended.length > 0 && (
              <Text block>{t('backups.checkedMended', { names: checked.mended.join('; ') })}</Text>
            )}
            {checked.damaged.length > 0 && (
              <Text block className={styles.damaged}>
                {t('backups.checkedDamaged', { names: checked.damaged.join('; ') })}
              </Text>
            )}
          </>
        )}
      </div>
    </Card>
  );
};
