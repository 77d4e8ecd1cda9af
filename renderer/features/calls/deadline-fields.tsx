import { Checkbox } from '@fluentui/react-components';
import type { Deadline } from '../../../shared/model';
import { dateWords, useWords } from '../../i18n';
import { readClock, readDay } from '../../ui';
import { FormGrid, TextRow } from './form-parts';

interface DeadlineFieldsProps {
  /** Changed in place. */
  deadline: Deadline;
  /** Its place in the call: 'deadline', 'recipients[0].deadline'. */
  where: string;
}

/** A deadline as the letter words it and as the calendar reads it. */
export const DeadlineFields = ({ deadline, where }: DeadlineFieldsProps) => {
  const t = useWords();
  return (
    <FormGrid>
      <TextRow
        wide
        name={`${where}.wording`}
        label={t('callForm.wording')}
        hint={t('callForm.wordingHint')}
        initial={deadline.wording}
        onChange={(text) => {
          deadline.wording = text;
        }}
      />
      <TextRow
        name={`${where}.date`}
        label={t('callForm.deadlineDate')}
        hint={t('callForm.dayHint')}
        initial={dateWords(deadline.date)}
        onChange={(text) => {
          deadline.date = readDay(text) ?? text;
        }}
      />
      <TextRow
        name={`${where}.hour`}
        label={t('callForm.hour')}
        hint={t('callForm.hourHint')}
        initial={deadline.hour ?? ''}
        onChange={(text) => {
          deadline.hour = text.trim() === '' ? null : (readClock(text) ?? text);
        }}
      />
      <Checkbox
        data-field={`${where}.inclusive`}
        label={t('callForm.inclusive')}
        defaultChecked={deadline.inclusive}
        onChange={(_, data) => {
          deadline.inclusive = data.checked === true;
        }}
      />
    </FormGrid>
  );
};
