import { Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { freezeDossier, unfreezeDossier } from '../../state';
import { announce } from '../../ui';
import { DossierDialog } from './dossier-dialog';
import { EntryField } from './entry-field';

interface FreezeDialogProps {
  record: DossierRecord;
  onClose: () => void;
}

/** Says what freezing does, and asks who does it. */
export const FreezeDialog = ({ record, onClose }: FreezeDialogProps) => {
  const t = useWords();
  const [name, setName] = useState(record.actor);
  const [knows, setKnows] = useState(false);
  const errors = record.findings.filter(({ severity }) => severity === 'error').length;
  const freeze = async (): Promise<void> => {
    if (!(await freezeDossier(record.lead, name.trim(), knows))) return;
    // The step says it to eyes, with what comes next.
    announce(t('dossier.frozenNow'));
    onClose();
  };
  return (
    <DossierDialog
      title={t('dossier.freezeTitle')}
      action={t('dossier.freeze')}
      isOff={name.trim() === '' || (errors > 0 && !knows)}
      onDo={() => void freeze()}
      onClose={onClose}
    >
      <Text>{t('dossier.freezeText')}</Text>
      {errors > 0 && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('dossier.freezeErrors', { count: errors })}</MessageBarBody>
          </MessageBar>
          <Checkbox
            label={t('dossier.freezeAnyway')}
            checked={knows}
            onChange={(_, { checked }) => setKnows(checked === true)}
          />
        </>
      )}
      <EntryField
        name="actor"
        label={t('dossier.person')}
        hint={t('dossier.personHint')}
        initial={record.actor}
        onChange={setName}
      />
    </DossierDialog>
  );
};

/** Opening a frozen version again needs a reason, which the register keeps. */
export const UnfreezeDialog = ({ record, onClose }: FreezeDialogProps) => {
  const t = useWords();
  const [name, setName] = useState(record.actor);
  const [reason, setReason] = useState('');
  const unfreeze = async (): Promise<void> => {
    if (!(await unfreezeDossier(record.lead, name.trim(), reason))) return;
    announce(t('dossier.unfrozenNow'));
    onClose();
  };
  return (
    <DossierDialog
      title={t('dossier.unfreezeTitle', { code: record.freeze?.code ?? '' })}
      action={t('dossier.unfreeze')}
      isOff={name.trim() === '' || reason.trim() === ''}
      onDo={() => void unfreeze()}
      onClose={onClose}
    >
      <Text>{t('dossier.unfreezeText')}</Text>
      <EntryField
        name="reason"
        label={t('dossier.reason')}
        rows={3}
        initial=""
        onChange={setReason}
      />
      <EntryField
        name="actor"
        label={t('dossier.person')}
        initial={record.actor}
        onChange={setName}
      />
    </DossierDialog>
  );
};
