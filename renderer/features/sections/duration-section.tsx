import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { monthNumber, monthsBetween, parseMonth, shortMonth } from '../../../shared/base';
import type { DurationValue } from '../../../shared/model';
import { useWords } from '../../i18n';
import { editSection, emptyValue } from '../../state';
import { AnswerGroup } from './answer-group';
import { fieldLabel } from './field-label';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    maxWidth: '520px',
  },
  input: { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  computed: { color: tokens.colorNeutralForeground2 },
});

const MONTHS = /^\d{1,3}$/;

/** 'YYYY-MM' where it is a month; otherwise the words as typed, so that none are lost. */
const monthOf = (text: string): string | null => {
  const trimmed = text.normalize('NFC').trim();
  return trimmed === '' ? null : (parseMonth(trimmed) ?? trimmed);
};

/** Months from the first to the last; null while one of them is missing or is none. */
export const spanOf = ({ from, to }: Pick<DurationValue, 'from' | 'to'>): number | null => {
  const first = from === null ? null : monthNumber(from);
  const last = to === null ? null : monthNumber(to);
  return first === null || last === null ? null : monthsBetween(first, last);
};

const isBadMonth = (text: string | null): text is string =>
  text !== null && monthNumber(text) === null;

/** First and last month, and how many they are. */
export const DurationSection = ({ section, readOnly, onFocus }: SectionProps) => {
  const t = useWords();
  const styles = useStyles();
  const initial = useInitialValue(section, 'duration') ?? (emptyValue('duration') as DurationValue);
  const [value, setValue] = useState(initial);
  const [monthsText, setMonthsText] = useState(
    initial.months === null ? '' : String(initial.months),
  );
  /** Fields somebody has left: what is still being typed is not called wrong. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(['from', 'to', 'months']));

  const showMonths = (months: number | null): void =>
    setMonthsText(months === null ? '' : String(months));
  const keep = (next: DurationValue): void => {
    setValue(next);
    editSection(section.id, next);
  };
  const changeEnd = (patch: Partial<Pick<DurationValue, 'from' | 'to'>>): void => {
    const next = { ...value, ...patch };
    const span = spanOf(next);
    // The count follows the two ends until somebody writes another one.
    const follows = value.months === null || value.months === spanOf(value);
    if (follows && span !== null && span > 0) {
      showMonths(span);
      keep({ ...next, months: span });
    } else keep(next);
  };
  const changeMonths = (text: string): void => {
    const trimmed = text.trim();
    setMonthsText(text);
    keep({ ...value, months: MONTHS.test(trimmed) ? Number(trimmed) : null });
  };
  const typing = (field: string) => () =>
    setLeft((before) => new Set([...before].filter((one) => one !== field)));
  const leaving = (field: string) => () => setLeft((before) => new Set([...before, field]));

  const badMonth = (field: 'from' | 'to'): string | null => {
    const text = value[field];
    return left.has(field) && isBadMonth(text) ? t('duration.badMonth', { text }) : null;
  };
  const months = monthsText.trim();
  const badMonths =
    left.has('months') && months !== '' && !MONTHS.test(months)
      ? t('duration.badMonths', { text: months })
      : null;
  const span = spanOf(value);
  const ends = {
    from: value.from === null ? '' : shortMonth(value.from),
    to: value.to === null ? '' : shortMonth(value.to),
  };

  const monthField = (field: 'from' | 'to', label: string) => {
    const bad = badMonth(field);
    return (
      <Field
        label={fieldLabel(section, field, label)}
        {...(bad === null ? {} : { validationMessage: bad })}
      >
        <Input
          className={styles.input}
          input={{ lang: 'vi', spellCheck: false }}
          data-field={field}
          placeholder={t('duration.placeholder')}
          defaultValue={initial[field] === null ? '' : shortMonth(initial[field])}
          readOnly={readOnly}
          onChange={(_, data) => {
            typing(field)();
            changeEnd({ [field]: monthOf(data.value) });
          }}
          onBlur={leaving(field)}
        />
      </Field>
    );
  };

  return (
    <AnswerGroup sectionId={section.id} className={styles.root} onFocus={onFocus}>
      <div className={styles.fields}>
        {monthField('from', t('duration.from'))}
        {monthField('to', t('duration.to'))}
        <Field
          label={fieldLabel(section, 'months', t('duration.months'))}
          {...(badMonths === null ? {} : { validationMessage: badMonths })}
        >
          <Input
            className={styles.input}
            input={{ inputMode: 'numeric' }}
            data-field="months"
            value={monthsText}
            readOnly={readOnly}
            onChange={(_, data) => {
              typing('months')();
              changeMonths(data.value);
            }}
            onBlur={leaving('months')}
          />
        </Field>
      </div>
      {span !== null && span < 1 && (
        <MessageBar intent="error">
          <MessageBarBody>{t('duration.order')}</MessageBarBody>
        </MessageBar>
      )}
      {span !== null && span >= 1 && value.months !== null && value.months !== span && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {t('duration.mismatch', { ...ends, span, months: value.months })}
          </MessageBarBody>
          {!readOnly && (
            <MessageBarActions>
              <Button
                size="small"
                onClick={() => {
                  showMonths(span);
                  keep({ ...value, months: span });
                }}
              >
                {t('duration.useSpan', { months: span })}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {(span === null || (span >= 1 && (value.months === span || value.months === null))) && (
        <Text size={200} className={styles.computed}>
          {span === null ? t('duration.hint') : t('duration.computed', { ...ends, months: span })}
        </Text>
      )}
    </AnswerGroup>
  );
};
