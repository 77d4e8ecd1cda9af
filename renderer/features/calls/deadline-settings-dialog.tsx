import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { vietnameseNumber } from '../../../shared/base';
import { type DeadlineSettings, deadlineSettingsSchema } from '../../../shared/model';
import { useWords } from '../../i18n';
import { saveDeadlineSettings, useLibrary } from '../../state';
import { FormDialog, readClock } from '../../ui';

const useStyles = makeStyles({
  content: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(110px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  wide: { gridColumn: '1 / -1' },
  // A field is as wide as twenty letters by itself; the column decides here.
  field: { minWidth: 0 },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
});

const number = (text: string): number => Number(text.trim().replace(',', '.'));

/** What this organisation needs between the finished print and the recipient's counter. */
export const DeadlineSettingsDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const styles = useStyles();
  const before = useLibrary.getState().settings;
  const typed = useRef<Record<string, string>>({
    signingDays: vietnameseNumber(before.signingDays),
    sealingDays: vietnameseNumber(before.sealingDays),
    travelDays: vietnameseNumber(before.travelDays),
    nearDays: String(before.nearDays),
    morningFrom: before.officeHours.morning.from,
    morningTo: before.officeHours.morning.to,
    afternoonFrom: before.officeHours.afternoon.from,
    afternoonTo: before.officeHours.afternoon.to,
  });
  const [failure, setFailure] = useState<{ message: string; hint?: string | undefined } | null>(
    null,
  );
  const text = (name: string): string => typed.current[name] ?? '';
  const save = async (): Promise<void> => {
    const clock = (name: string): string => readClock(text(name)) ?? text(name);
    const settings: DeadlineSettings = {
      signingDays: number(text('signingDays')),
      sealingDays: number(text('sealingDays')),
      travelDays: number(text('travelDays')),
      nearDays: number(text('nearDays')),
      officeHours: {
        morning: { from: clock('morningFrom'), to: clock('morningTo') },
        afternoon: { from: clock('afternoonFrom'), to: clock('afternoonTo') },
      },
    };
    const parsed = deadlineSettingsSchema.safeParse(settings);
    if (!parsed.success) {
      setFailure({ message: t('calls.settingsWrong'), hint: t('calls.settingsHint') });
      return;
    }
    const saved = await saveDeadlineSettings(parsed.data);
    if (saved.ok) onClose();
    else setFailure(saved.error);
  };
  const input = (
    name: string,
    label:
      | 'calls.signingDays'
      | 'calls.sealingDays'
      | 'calls.travelDays'
      | 'calls.nearDays'
      | 'calls.morningFrom'
      | 'calls.morningTo'
      | 'calls.afternoonFrom'
      | 'calls.afternoonTo',
  ) => (
    <Field label={t(label)} className={styles.field}>
      <Input
        className={styles.input}
        data-field={name}
        defaultValue={text(name)}
        onChange={(_, data) => {
          typed.current[name] = data.value;
        }}
      />
    </Field>
  );
  return (
    <FormDialog
      title={t('calls.settingsTitle')}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <div className={styles.content}>
        <Text className={styles.wide}>{t('calls.settingsIntro')}</Text>
        {input('signingDays', 'calls.signingDays')}
        {input('sealingDays', 'calls.sealingDays')}
        {input('travelDays', 'calls.travelDays')}
        {input('nearDays', 'calls.nearDays')}
        <Text className={styles.wide}>{t('calls.hoursIntro')}</Text>
        {input('morningFrom', 'calls.morningFrom')}
        {input('morningTo', 'calls.morningTo')}
        {input('afternoonFrom', 'calls.afternoonFrom')}
        {input('afternoonTo', 'calls.afternoonTo')}
      </div>
    </FormDialog>
  );
};
