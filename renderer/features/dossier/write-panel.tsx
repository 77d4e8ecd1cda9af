import { Button, Link, Text } from '@fluentui/react-components';
import { useWords } from '../../i18n';
import { hashOf } from '../../state';
import { blanksOf } from './next-thing';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';

const BLANK_WORDS = {
  'organisation.name': 'dossier.dataOrganisation',
  'organisation.place': 'dossier.place',
  'signer.position': 'dossier.signerPositionBlank',
  'signer.name': 'dossier.signerNameBlank',
} as const;

/** The proposals themselves, and what the other papers need beyond them. */
export const WritePanel = ({ record, onData, onProposals, onCounts }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const isFrozen = record.freeze !== null;
  const blanks = blanksOf(record).map((name) => t(BLANK_WORDS[name as keyof typeof BLANK_WORDS]));
  const command = (label: string, onDo: () => void, primary: boolean) => (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      disabledFocusable={isFrozen}
      onClick={() => !isFrozen && onDo()}
    >
      {label}
    </Button>
  );
  return (
    <>
      <ol className={styles.list} aria-label={t('dossier.proposals')}>
        {record.proposals.map(({ id, title, pages, pageLimit, errors, changed }) => (
          <li key={id}>
            <Link href={hashOf({ screen: 'proposal', id })}>{title || t('common.untitled')}</Link>
            <Text size={200} block className={errors > 0 ? styles.error : styles.quiet}>
              {pages !== null && t('dossier.pagesOf', { pages, limit: pageLimit })}
              {errors > 0 && ` · ${t('dossier.errors', { count: errors })}`}
              {changed && ` · ${t('dossier.changedSince')}`}
            </Text>
          </li>
        ))}
      </ol>
      <div className={styles.part}>
        <Text>{t('dossier.writeText')}</Text>
        {blanks.length > 0 && !isFrozen && (
          <Text className={styles.error} data-blanks>
            {t('dossier.blanks', { names: blanks.join(', ') })}
          </Text>
        )}
        <div className={styles.row}>
          {command(t('dossier.editData'), onData, blanks.length > 0)}
          {command(t('dossier.editProposals'), onProposals, false)}
          {command(t('dossier.editCounts'), onCounts, false)}
        </div>
        {isFrozen && <Text className={styles.quiet}>{t('dossier.lockedText')}</Text>}
      </div>
    </>
  );
};
