import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Call, DossierDocument } from '../../../shared/model';
import { useWords } from '../../i18n';
import { Card } from './card';

const useStyles = makeStyles({
  list: {
    listStyleType: 'decimal',
    margin: 0,
    paddingInlineStart: '24px',
    display: 'grid',
    gap: '12px',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What has to be sent: which papers, how many, in which form. */
export const DossierCard = ({ call }: { call: Call }) => {
  const t = useWords();
  const styles = useStyles();
  const { dossier } = call;
  if (dossier === null) {
    return (
      <Card title={t('calls.dossier')}>
        <Text>{t('calls.noDossier')}</Text>
      </Card>
    );
  }
  const media = ({ media: kinds }: DossierDocument): string =>
    kinds.map((kind) => t(`calls.medium_${kind}`)).join(', ');
  return (
    <Card title={t('calls.dossier')}>
      <ol className={styles.list}>
        {dossier.documents.map((document) => (
          <li key={document.id} lang="vi">
            <div className={styles.head}>
              <span className={styles.name}>{document.title}</span>
              <Badge appearance="tint" color="informative">
                {document.copies === null
                  ? t('calls.copiesUnknown')
                  : t('calls.copies', { count: document.copies })}
              </Badge>
              <Badge appearance="tint" color="informative">
                {media(document)}
              </Badge>
              {document.form.standing === 'basis' && (
                <Badge appearance="filled" color="warning">
                  {t('calls.toCompare')}
                </Badge>
              )}
              {document.form.standing === 'unknown' && (
                <Badge appearance="outline" color="warning">
                  {t('calls.formUnknown')}
                </Badge>
              )}
            </div>
            {document.wording !== '' && <div>“{document.wording}”</div>}
            {document.condition !== '' && <div className={styles.quiet}>{document.condition}</div>}
            {document.form.note !== '' && <div className={styles.quiet}>{document.form.note}</div>}
          </li>
        ))}
      </ol>
      {dossier.inPriorityOrder && <Text>{t('calls.priorityOrder')}</Text>}
      {dossier.email !== '' && <Text>{t('calls.sendTo', { email: dossier.email })}</Text>}
      {dossier.note !== '' && (
        <Text className={styles.quiet} lang="vi">
          {dossier.note}
        </Text>
      )}
    </Card>
  );
};
