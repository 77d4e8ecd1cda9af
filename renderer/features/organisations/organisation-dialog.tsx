import { Checkbox } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import type { OrganisationProfile, OrganisationValue } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  emptyOrganisation,
  notify,
  saveOrganisation,
  staleNow,
  useOrganisations,
  valueOfProfile,
} from '../../state';
import { FormDialog, OrganisationFields } from '../../ui';

interface OrganisationDialogProps {
  /** null for a new one. */
  profile: OrganisationProfile | null;
  onClose: () => void;
}

export const OrganisationDialog = ({ profile, onClose }: OrganisationDialogProps) => {
  const t = useWords();
  const isFirst = useOrganisations(({ profiles }) => profiles.length === 0);
  const value = useRef<OrganisationValue>(
    profile === null ? emptyOrganisation() : valueOfProfile(profile),
  );
  const [isDefault, setDefault] = useState(profile?.isDefault ?? isFirst);
  const [nameMissing, setNameMissing] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const save = async (): Promise<void> => {
    if (value.current.name.trim() === '') {
      setNameMissing(true);
      return;
    }
    const answer = await saveOrganisation({
      ...value.current,
      ...(profile === null ? {} : { id: profile.id }),
      isDefault,
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({ intent: 'success', text: t('organisations.saved', { name: answer.value.name }) });
    onClose();
  };
  return (
    <FormDialog
      title={profile === null ? t('organisations.newTitle') : t('organisations.editTitle')}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <OrganisationFields
        initialValue={value.current}
        addressNote={staleNow}
        nameMessage={nameMissing ? t('organisations.nameNeeded') : undefined}
        onChange={(next) => {
          value.current = next;
          if (next.name.trim() !== '') setNameMissing(false);
        }}
      />
      <Checkbox
        label={t('organisations.isDefault')}
        checked={isDefault}
        onChange={(_, data) => setDefault(data.checked === true)}
      />
    </FormDialog>
  );
};
