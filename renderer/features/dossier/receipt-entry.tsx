import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { useDossier } from '../../state';
import { readClock } from '../../ui';
import { DayEntry, useEnter } from './day-entry';
import { clockText, showDay } from './day-text';
import { EntryField } from './entry-field';
import { usePanelStyles } from './panel-styles';

const refuse = (answer: Awaited<ReturnType<typeof call<'attachments.open'>>>): void => {
  if (!answer.ok && answer.error.code !== 'cancelled') {
    useDossier.setState({ refusal: answer.error });
  }
};

/** The receipt of the counter: when, who, which number, and a photo of it. */
export const ReceiptEntry = ({ record }: { record: DossierRecord }) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const { receipt } = record.course;
  const [mends, setMends] = useState(receipt === null);
  const [time, setTime] = useState(() => receipt?.time ?? clockText(new Date()));
  const [receiver, setReceiver] = useState(receipt?.receiver ?? '');
  const [number, setNumber] = useState(receipt?.number ?? '');
  const [note, setNote] = useState(receipt?.note ?? '');
  const [photo, setPhoto] = useState(receipt?.photo ?? null);
  const addPhoto = async (): Promise<void> => {
    const answer = await call('attachments.add', { id: record.lead, job: 'receipt-photo' });
    if (answer.ok) setPhoto(answer.value.id);
    else if (answer.error.code !== 'cancelled') useDossier.setState({ refusal: answer.error });
  };
  const showPhoto = async (id: string): Promise<void> =>
    refuse(
      await call('attachments.open', { id, proposalId: record.lead, job: 'receipt-photo-open' }),
    );
  const keep = async (on: string): Promise<void> => {
    const done = await enter({
      kind: 'receipt',
      receipt: {
        on,
        time: readClock(time) ?? time.trim(),
        receiver: receiver.trim(),
        number: number.trim(),
        note: note.trim(),
        photo,
      },
    });
    if (done) setMends(false);
  };
  if (receipt !== null && !mends) {
    return (
      <div className={styles.fact} data-receipt>
        <Text>
          {t('dossier.receiptFact', {
            number: receipt.number || '—',
            day: showDay(receipt.on),
            time: receipt.time,
            receiver: receipt.receiver || '—',
          })}
        </Text>
        {receipt.note !== '' && <Text className={styles.quiet}>{receipt.note}</Text>}
        <div className={styles.row}>
          {receipt.photo !== null && (
            <Button size="small" onClick={() => void showPhoto(receipt.photo ?? '')}>
              {t('dossier.showPhoto')}
            </Button>
          )}
          <Button size="small" onClick={() => setMends(true)}>
            {t('dossier.mendReceipt')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <DayEntry
      label={t('dossier.receivedOn')}
      action={t('dossier.enterReceipt')}
      initial={receipt === null ? undefined : showDay(receipt.on)}
      onEnter={(on) => void keep(on)}
    >
      <EntryField label={t('dossier.receivedAt')} name="time" initial={time} onChange={setTime} />
      <EntryField
        label={t('dossier.receiver')}
        name="receiver"
        initial={receiver}
        onChange={setReceiver}
      />
      <EntryField
        label={t('dossier.receiptNumber')}
        name="receiptNumber"
        initial={number}
        onChange={setNumber}
      />
      <EntryField
        label={t('dossier.note')}
        name="receiptNote"
        rows={2}
        initial={note}
        onChange={setNote}
      />
      <div className={styles.row}>
        <Button onClick={() => void addPhoto()}>
          {photo === null ? t('dossier.addPhoto') : t('dossier.otherPhoto')}
        </Button>
        {photo !== null && (
          <Button appearance="subtle" onClick={() => void showPhoto(photo)}>
            {t('dossier.showPhoto')}
          </Button>
        )}
      </div>
      {photo !== null && <Text className={styles.quiet}>{t('dossier.photoAdded')}</Text>}
    </DayEntry>
  );
};
