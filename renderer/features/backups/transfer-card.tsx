import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowExportUp20Regular, ArrowImport20Regular } from '@fluentui/react-icons';
import { useWords } from '../../i18n';
import { askToImport, askToWrite, useProposalList } from '../../state';
import { Card } from './card';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** To another computer and from there. */
export const TransferCard = () => {
  const t = useWords();
  const styles = useStyles();
  const isEmpty = useProposalList(({ active }) => active.length === 0);
  return (
    <Card
      title={t('backups.transfer')}
      actions={
        <>
          <Button
            icon={<ArrowExportUp20Regular />}
            disabledFocusable={isEmpty}
            onClick={() => {
              if (!isEmpty) askToWrite([]);
            }}
          >
            {t('home.transfer')}
          </Button>
          <Button icon={<ArrowImport20Regular />} onClick={askToImport}>
            {t('home.import')}
          </Button>
        </>
      }
    >
      <Text className={styles.quiet}>{t('backups.transferText')}</Text>
    </Card>
  );
};
