import { Badge, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import {
  Add20Regular,
  BuildingFactory24Regular,
  Delete20Regular,
  Edit20Regular,
  Star20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { OrganisationProfile } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  loadOrganisations,
  notify,
  removeOrganisation,
  saveOrganisation,
  useOrganisations,
} from '../../state';
import { Delayed, EmptyState, FailureBar, Screen } from '../../ui';
import { OrganisationDialog } from './organisation-dialog';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXXS, alignItems: 'flex-start' },
});

const joined = (...parts: string[]): string =>
  parts.filter((part) => part.trim() !== '').join(' · ');

export const OrganisationsScreen = () => {
  const t = useWords();
  const styles = useStyles();
  const { phase, profiles, failure } = useOrganisations();
  const [edited, setEdited] = useState<OrganisationProfile | 'new' | null>(null);
  const tell = (message: string, hint?: string): void =>
    notify({ intent: 'error', text: [message, hint].filter(Boolean).join(' ') });

  const lineOf = ({ address, taxCode = '' }: OrganisationProfile): string =>
    joined(address, taxCode.trim() === '' ? '' : t('organisations.taxCodeOf', { code: taxCode }));

  const remove = async (profile: OrganisationProfile): Promise<void> => {
    const answer = await removeOrganisation(profile.id);
    if (!answer.ok) return tell(answer.error.message, answer.error.hint);
    notify({
      intent: 'success',
      text: t('organisations.removed', { name: profile.name }),
      action: { label: t('common.undo'), run: () => void saveOrganisation(profile) },
    });
  };
  const makeDefault = async (profile: OrganisationProfile): Promise<void> => {
    const answer = await saveOrganisation({ ...profile, isDefault: true });
    if (!answer.ok) tell(answer.error.message, answer.error.hint);
  };

  return (
    <Screen
      narrow
      title={t('organisations.title')}
      intro={t('organisations.intro')}
      actions={
        <Button appearance="primary" icon={<Add20Regular />} onClick={() => setEdited('new')}>
          {t('organisations.new')}
        </Button>
      }
    >
      {failure !== null && (
        <FailureBar failure={failure}>
          <Button onClick={() => void loadOrganisations()}>{t('common.retry')}</Button>
        </FailureBar>
      )}
      {phase === 'loading' && (
        <Delayed>
          <Spinner />
        </Delayed>
      )}
      {phase === 'ready' && profiles.length === 0 && (
        <EmptyState
          icon={<BuildingFactory24Regular />}
          title={t('organisations.emptyTitle')}
          text={t('organisations.emptyText')}
        >
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => setEdited('new')}>
            {t('organisations.new')}
          </Button>
        </EmptyState>
      )}
      <ul className={styles.list}>
        {profiles.map((profile) => (
          <li key={profile.id} className={styles.item}>
            <div className={styles.words}>
              <div className={styles.name}>
                <Text weight="semibold">{profile.name}</Text>
                {profile.isDefault && (
                  <Badge appearance="tint" color="brand">
                    {t('organisations.default')}
                  </Badge>
                )}
              </div>
              <Text className={styles.quiet}>{lineOf(profile)}</Text>
              <Text className={styles.quiet}>{joined(...Object.values(profile.contact))}</Text>
            </div>
            <div className={styles.actions}>
              {!profile.isDefault && (
                <Button
                  appearance="subtle"
                  icon={<Star20Regular />}
                  title={t('organisations.makeDefault')}
                  aria-label={`${t('organisations.makeDefault')}: ${profile.name}`}
                  onClick={() => void makeDefault(profile)}
                />
              )}
              <Button
                appearance="subtle"
                icon={<Edit20Regular />}
                title={t('common.edit')}
                aria-label={`${t('common.edit')}: ${profile.name}`}
                onClick={() => setEdited(profile)}
              />
              <Button
                appearance="subtle"
                icon={<Delete20Regular />}
                title={t('common.delete')}
                aria-label={`${t('common.delete')}: ${profile.name}`}
                onClick={() => void remove(profile)}
              />
            </div>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <OrganisationDialog
          profile={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Screen>
  );
};
