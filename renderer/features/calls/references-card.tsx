import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Call } from '../../../shared/model';
import { useWords } from '../../i18n';
import { hashOf, useLibrary } from '../../state';
import { Card } from './card';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The documents a call stands on; each opens its record. */
export const ReferencesCard = ({ call }: { call: Call }) => {
  const t = useWords();
  const styles = useStyles();
  const references = useLibrary((state) => state.references);
  if (call.references.length === 0) return null;
  return (
    <Card title={t('calls.references')}>
      <ul className={styles.list} lang="vi">
        {call.references.map(({ reference: id, wording, role }) => {
          const record = references.find((one) => one.id === id);
          return (
            <li key={id + wording} className={styles.item}>
              <Badge appearance="tint" color="informative">
                {t(`calls.role_${role}`)}
              </Badge>
              {record === undefined ? (
                wording
              ) : (
                <Link href={hashOf({ screen: 'library', shelf: 'van-ban', id })}>{wording}</Link>
              )}
              {record !== undefined && record.conflicts.length > 0 && (
                <Badge appearance="filled" color="warning">
                  {t('library.conflict')}
                </Badge>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
