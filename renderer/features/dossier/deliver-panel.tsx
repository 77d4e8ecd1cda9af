import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { useDossier } from '../../state';
import { readClock } from '../../ui';
import { DayEntry, useEnter } from './day-entry';
import { clockText, showDay } from './day-text';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';

const ReceiptEntry = ({ record }: { record: DossierRecord }) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const { receipt } = record.course;
  const [time, setTime] = useState(() => receipt?.time ?? clockText(new Date()));
  const [receiver, setReceiver] = useState(receipt?.receiver ?? '');
  const [number, setNumber] = useState(receipt?.number ?? '');
  const [photo, setPhoto] = useState(receipt?.photo ?? null);
  const addPhoto = async (): Promise<void> => {
    const answer = await call('attachments.add', { id: record.lead, job: 'receipt-photo' });
    if (answer.ok) setPhoto(answer.value.id);
    else if (answer.error.code !== 'cancelled') useDossier.setState({ refusal: answer.error });
  };
  return (
    <>
      <Text weight="semibold">{t('dossier.receipt')}</Text>
      {receipt !== null && (
        <Text data-receipt>
          {t('dossier.receiptFact', {
            number: receipt.number || '—',
            day: showDay(receipt.on),
            time: receipt.time,
            receiver: receipt.receiver,
          })}
        </Text>
      )}
      <DayEntry
        label={t('dossier.receivedOn')}
        action={t('dossier.enterReceipt')}
        onEnter={(on) =>
          void enter({
            kind: 'receipt',
            receipt: {
              on,
              time: readClock(time) ?? time.trim(),
              receiver: receiver.trim(),
              number: number.trim(),
              note: '',
              photo,
            },
          })
        }
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
        <div className={styles.row}>
          <Button onClick={() => void addPhoto()}>{t('dossier.addPhoto')}</Button>
          {photo !== null && <Text className={styles.quiet}>{t('dossier.photoAdded')}</Text>}
        </div>
      </DayEntry>
    </>
  );
};

export const DeliverPanel = ({ record, onPaper }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const [medium, setMedium] = useState<'paper' | 'electronic'>('paper');
  const [method, setMethod] = useState('');
  const { recipient } = record.data;
  const handing = record.papers.filter(({ kind }) =>
    ['delivery-note', 'receipt', 'envelope-label'].includes(kind),
  );
  return (
    <>
      <Text>
        {t('dossier.deliverTo', {
          name: recipient.name || t('dossier.unknown'),
          address: recipient.address || t('dossier.unknown'),
        })}
      </Text>
      <div className={styles.row}>
        {handing.map((paper) => (
          <Button key={paper.id} onClick={() => onPaper(paper.id)}>
            {paper.title}
          </Button>
        ))}
      </div>
      {record.course.deliveries.length > 0 && (
        <ul className={styles.list} data-deliveries>
          {record.course.deliveries.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: deliveries are only ever added.
            <li key={index}>
              {t(`dossier.medium_${one.medium}`)} · {showDay(one.on)}
              {one.method === '' ? '' : ` · ${one.method}`}
              {one.code === '' ? '' : ` · ${one.code}`}
            </li>
          ))}
        </ul>
      )}
      <DayEntry
        label={t('dossier.deliveredOn')}
        action={t('dossier.enterDelivery')}
        onEnter={(on) =>
          void enter({
            kind: 'delivery',
            delivery: { medium, on, method: method.trim(), note: '' },
          })
        }
      >
        <Field label={t('dossier.medium')}>
          <Select
            data-field="medium"
            defaultValue={medium}
            onChange={(_, data) => setMedium(data.value === 'electronic' ? 'electronic' : 'paper')}
          >
            <option value="paper">{t('dossier.medium_paper')}</option>
            <option value="electronic">{t('dossier.medium_electronic')}</option>
          </Select>
        </Field>
        <EntryField
          label={t('dossier.method')}
          name="method"
          initial=""
          hint={t('dossier.methodHint')}
          onChange={setMethod}
        />
      </DayEntry>
      <ReceiptEntry record={record} />
    </>
  );
};
