import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { UsbStick20Regular } from '@fluentui/react-icons';
import { useWords } from '../../i18n';
import { chooseSecondPlace, forgetSecondPlace, useBackups } from '../../state';
import { Card } from './card';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  lost: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** A stick or another disk that gets every copy too. */
export const SecondPlaceCard = () => {
  const t = useWords();
  const styles = useStyles();
  const { state, working } = useBackups();
  const second = state?.secondPlace ?? null;
  const isBusy = working !== null;
  return (
    <Card
      title={t('backups.second')}
      actions={
        <>
          <Button
            icon={<UsbStick20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void chooseSecondPlace()}
          >
            {second === null ? t('backups.choose') : t('backups.change')}
          </Button>
          {second !== null && (
            <Button disabledFocusable={isBusy} onClick={() => void forgetSecondPlace()}>
              {t('backups.forget')}
            </Button>
          )}
        </>
      }
    >
      {second === null ? (
        <Text className={styles.quiet}>{t('backups.secondNone')}</Text>
      ) : (
        <>
          <span className={styles.path}>{second.folder}</span>
          <Text className={second.reachable ? styles.quiet : styles.lost}>
            {second.reachable ? t('backups.secondFine') : t('backups.secondLost')}
          </Text>
        </>
      )}
      {working === 'place' && (
        <Spinner size="tiny" labelPosition="after" label={t('backups.making')} />
      )}
    </Card>
  );
};
