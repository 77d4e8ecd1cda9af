import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierPaper, DossierRecord } from '../../../shared/ipc';
import type { PaperFormat } from '../../../shared/model';
import { useWords } from '../../i18n';
import { askDossier, notify, signPaper, takeBackSigned } from '../../state';
import { DossierDialog } from './dossier-dialog';
import { EntryField } from './entry-field';

interface SignDialogProps {
  record: DossierRecord;
  paper: DossierPaper;
  onClose: () => void;
}

/** Signs a frozen paper with a certificate file, or takes back what another program signed. */
export const SignDialog = ({ record, paper, onClose }: SignDialogProps) => {
  const t = useWords();
  const [certificate, setCertificate] = useState<{ ticket: string; fileName: string } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [tries, setTries] = useState(0);
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const [visible, setVisible] = useState(true);
  const [reason, setReason] = useState('');
  const choose = async (): Promise<void> => {
    const answer = await askDossier('sign.chooseCertificate', undefined);
    if (answer.ok) setCertificate(answer.value);
  };
  const sign = async (): Promise<void> => {
    if (certificate === null) return;
    const done = await signPaper({
      id: record.lead,
      paper: paper.id,
      format,
      ticket: certificate.ticket,
      passphrase,
      reason: reason.trim(),
      location: record.data.organisation.place,
      visible,
    });
    // Not kept a moment longer than it is needed, whatever came of it.
    setPassphrase('');
    setTries(tries + 1);
    if (!done) return;
    notify({ intent: 'success', text: t('dossier.signedNow', { title: paper.title }) });
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    if (!(await takeBackSigned(record.lead, paper.id))) return;
    notify({ intent: 'success', text: t('dossier.takenBack', { title: paper.title }) });
    onClose();
  };
  return (
    <DossierDialog
      title={t('dossier.signTitle', { title: paper.title })}
      action={t('dossier.sign')}
      isOff={certificate === null || passphrase === ''}
      onDo={() => void sign()}
      onClose={onClose}
    >
      <Text>{t('dossier.signText')}</Text>
      <Field label={t('dossier.certificate')}>
        <div>
          <Button onClick={() => void choose()}>{t('dossier.chooseCertificate')}</Button>{' '}
          <Text data-certificate>{certificate?.fileName ?? t('dossier.noCertificate')}</Text>
        </div>
      </Field>
      <Field label={t('dossier.passphrase')} hint={t('dossier.passphraseHint')}>
        <Input
          type="password"
          autoComplete="off"
          data-field="passphrase"
          key={tries}
          onChange={(_, data) => setPassphrase(data.value)}
        />
      </Field>
      <Field label={t('dossier.signFormat')}>
        <RadioGroup
          layout="horizontal"
          value={format}
          onChange={(_, data) => setFormat(data.value === 'docx' ? 'docx' : 'pdf')}
        >
          <Radio value="pdf" label="PDF" />
          <Radio value="docx" label="DOCX" />
        </RadioGroup>
      </Field>
      {format === 'pdf' && (
        <Checkbox
          label={t('dossier.signVisible')}
          checked={visible}
          onChange={(_, { checked }) => setVisible(checked === true)}
        />
      )}
      <EntryField
        name="sign.reason"
        label={t('dossier.signReason')}
        initial=""
        onChange={setReason}
      />
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('dossier.tokenText')}</MessageBarBody>
      </MessageBar>
      <div>
        <Button onClick={() => void takeBack()}>{t('dossier.takeBack')}</Button>
      </div>
    </DossierDialog>
  );
};
