import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { useProgram } from '../../state';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';
import { ReceiptEntry } from './receipt-entry';

const Deliveries = ({ record }: { record: DossierRecord }) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const { deliveries } = record.course;
  const [adds, setAdds] = useState(deliveries.length === 0);
  const [medium, setMedium] = useState<'paper' | 'electronic'>('paper');
  const [method, setMethod] = useState('');
  const add = async (on: string): Promise<void> => {
    const delivery = { medium, on, method: method.trim(), note: '' };
    if (await enter({ kind: 'delivery', delivery })) {
      setAdds(false);
      setMethod('');
    }
  };
  return (
    <>
      {deliveries.length > 0 && (
        <ul className={styles.list} data-deliveries>
          {deliveries.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: deliveries are only ever added.
            <li key={index}>
              {t(`dossier.medium_${one.medium}`)}, {showDay(one.on)}
              {one.method === '' ? '' : `, ${one.method}`}
              {one.code === '' ? '' : ` (${one.code})`}
            </li>
          ))}
        </ul>
      )}
      {adds ? (
        <DayEntry
          label={t('dossier.deliveredOn')}
          action={t('dossier.enterDelivery')}
          onEnter={(on) => void add(on)}
        >
          <Field label={t('dossier.medium')}>
            <Select
              data-field="medium"
              defaultValue={medium}
              onChange={(_, data) =>
                setMedium(data.value === 'electronic' ? 'electronic' : 'paper')
              }
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
      ) : (
        <div>
          <Button onClick={() => setAdds(true)}>{t('dossier.addDelivery')}</Button>
        </div>
      )}
    </>
  );
};

/** What is taken along, where and until when; then what was handed over, and what came back for it. */
export const DeliverPanel = ({ record, onPaper }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const wording = useProgram(
    ({ calls }) => calls.find(({ id }) => id === record.call.id)?.deadline.wording ?? '',
  );
  const { recipient } = record.data;
  const handing = record.papers.filter(({ kind }) =>
    ['delivery-note', 'receipt', 'envelope-label'].includes(kind),
  );
  return (
    <>
      <div className={styles.fact}>
        <Text weight="semibold">{recipient.name || t('dossier.unknown')}</Text>
        <Text>{recipient.address || t('dossier.addressUnknown')}</Text>
        {wording !== '' && <Text>{t('dossier.deliverUntil', { wording })}</Text>}
      </div>
      <Text>{t('dossier.deliverPrint')}</Text>
      <div className={styles.row}>
        {handing.map((paper) => (
          <Button key={paper.id} onClick={() => onPaper(paper.id)}>
            {paper.title}
          </Button>
        ))}
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{t('dossier.deliveredPart')}</Text>
        <Deliveries record={record} />
      </div>
      <div className={styles.part}>
        <Text weight="semibold">{t('dossier.receipt')}</Text>
        <ReceiptEntry record={record} />
      </div>
    </>
  );
};
