import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowUpload20Regular, BuildingFactory20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { OrganisationProfile, OrganisationValue } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  editSection,
  emptyOrganisation,
  notify,
  readValue,
  saveOrganisation,
  staleNow,
  useOpenProposal,
  useOrganisations,
  valueOfProfile,
} from '../../state';
import { OrganisationFields } from '../../ui';
import { AnswerGroup } from './answer-group';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export const OrganisationSection = ({ section, readOnly, onFocus }: SectionProps) => {
  const t = useWords();
  const styles = useStyles();
  const { profiles } = useOrganisations();
  const initial = useInitialValue(section, 'organisation') ?? emptyOrganisation();
  // A new generation shows the fields anew; only taking over a profile makes one.
  const [shown, setShown] = useState({ generation: 0, value: initial });
  const [profileId, setProfileId] = useState(
    () => useOpenProposal.getState().record?.organisationId ?? null,
  );

  const current = (): OrganisationValue =>
    readValue('organisation', useOpenProposal.getState().values[section.id]) ?? emptyOrganisation();

  const take = (profile: OrganisationProfile): void => {
    const before = current();
    const show = (value: OrganisationValue): void => {
      editSection(section.id, value);
      setShown(({ generation }) => ({ generation: generation + 1, value }));
    };
    setProfileId(profile.id);
    show(valueOfProfile(profile));
    notify({
      intent: 'success',
      text: t('profile.filled', { name: profile.name }),
      action: { label: t('common.undo'), run: () => show(before) },
    });
  };

  const pushBack = async (): Promise<void> => {
    const known = profiles.find(({ id }) => id === profileId);
    const answer = await saveOrganisation({
      ...current(),
      ...(known === undefined ? {} : { id: known.id }),
      isDefault: known?.isDefault ?? profiles.length === 0,
    });
    if (!answer.ok) {
      const { message, hint } = answer.error;
      notify({ intent: 'error', text: [message, hint].filter(Boolean).join(' ') });
      return;
    }
    setProfileId(answer.value.id);
    notify({ intent: 'success', text: t('profile.pushed', { name: answer.value.name }) });
  };

  const known = profiles.some(({ id }) => id === profileId);
  return (
    <AnswerGroup sectionId={section.id} className={styles.root} onFocus={onFocus}>
      {!readOnly && (
        <div className={styles.actions}>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button icon={<BuildingFactory20Regular />}>{t('profile.choose')}</Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {profiles.length === 0 && <MenuItem disabled>{t('profile.chooseNone')}</MenuItem>}
                {profiles.map((profile) => (
                  <MenuItem key={profile.id} onClick={() => take(profile)}>
                    {profile.name}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          <Button
            appearance="subtle"
            icon={<ArrowUpload20Regular />}
            onClick={() => void pushBack()}
          >
            {known ? t('profile.pushBack') : t('profile.pushNew')}
          </Button>
        </div>
      )}
      <OrganisationFields
        key={shown.generation}
        initialValue={shown.value}
        addressNote={staleNow}
        labels={section.labels}
        readOnly={readOnly}
        onChange={(value) => editSection(section.id, value)}
      />
    </AnswerGroup>
  );
};
