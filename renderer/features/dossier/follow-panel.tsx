import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { outcomes } from '../../../shared/model';
import { useWords } from '../../i18n';
import { hashOf } from '../../state';
import { DayEntry, useEnter } from './day-entry';
import { showDay } from './day-text';
import { EntryField } from './entry-field';
import type { PanelProps } from './panel-props';
import { usePanelStyles } from './panel-styles';

/** What became of it, each time something is heard; the newest first. */
export const FollowPanel = ({ record }: PanelProps) => {
  const t = useWords();
  const styles = usePanelStyles();
  const enter = useEnter(record);
  const [status, setStatus] = useState<(typeof outcomes)[number]>('waiting');
  const [note, setNote] = useState('');
  const [entered, setEntered] = useState(0);
  const add = async (on: string): Promise<void> => {
    const outcome = { status, on, note: note.trim() };
    if (await enter({ kind: 'outcome', outcome })) {
      setNote('');
      setEntered(entered + 1);
    }
  };
  const { deliveries, outcomes: known } = record.course;
  const lastOf = (medium: 'paper' | 'electronic'): string => {
    const last = deliveries.findLast((one) => one.medium === medium);
    return last === undefined ? t('dossier.notDelivered') : showDay(last.on);
  };
  return (
    <>
      <div className={styles.fact}>
        <Text>{`${t('dossier.medium_paper')}: ${lastOf('paper')}`}</Text>
        <Text>{`${t('dossier.medium_electronic')}: ${lastOf('electronic')}`}</Text>
      </div>
      {known.length > 0 && (
        <ol className={styles.rows} data-outcomes>
          {known.toReversed().map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: outcomes are only ever added.
            <li key={index} className={styles.fact}>
              <Text weight="semibold">{t(`dossier.outcome_${one.status}`)}</Text>
              <Text size={200} className={styles.quiet}>
                {showDay(one.on)}
                {one.note === '' ? '' : ` · ${one.note}`}
              </Text>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.part}>
        <Text>{t('dossier.followText')}</Text>
        <DayEntry
          label={t('dossier.outcomeOn')}
          action={t('dossier.enterOutcome')}
          onEnter={(on) => void add(on)}
        >
          <Field label={t('dossier.outcome')}>
            <Select
              data-field="outcome"
              defaultValue={status}
              onChange={(_, data) =>
                setStatus(outcomes.find((one) => one === data.value) ?? 'waiting')
              }
            >
              {outcomes.map((one) => (
                <option key={one} value={one}>
                  {t(`dossier.outcome_${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <EntryField
            // A field of its own after each entry: what was written went with that one.
            key={entered}
            label={t('dossier.note')}
            name="note"
            rows={3}
            initial=""
            onChange={setNote}
          />
        </DayEntry>
        <div>
          <Button as="a" href={hashOf({ screen: 'board' })}>
            {t('dossier.toBoard')}
          </Button>
        </div>
      </div>
    </>
  );
};
