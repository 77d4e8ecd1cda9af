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
import { dongInWords, parseAmount, vietnameseNumber } from '../../../shared/base';
import type { MoneyValue } from '../../../shared/model';
import { useWords } from '../../i18n';
import { editSection, emptyValue, notify } from '../../state';
import { AnswerGroup } from './answer-group';
import { BudgetRatio } from './budget-ratio';
import { fieldLabel } from './field-label';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    // Long official labels keep to one line, so that the two amounts stand side by side.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(290px, 100%), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0 },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  unit: { color: tokens.colorNeutralForeground2 },
  words: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

const FIELDS = ['total', 'state', 'matching'] as const;
type FieldName = (typeof FIELDS)[number];

const LABELS = {
  total: 'money.total',
  state: 'money.stateField',
  matching: 'money.matchingField',
} as const;

const shown = (amount: number | null): string => (amount === null ? '' : vietnameseNumber(amount));

type Texts = Readonly<Record<FieldName, string>>;

/** Total and its two sources: typed in any usual way, grouped when the field is left. */
export const MoneySection = ({ section, readOnly, onFocus }: SectionProps) => {
  const t = useWords();
  const styles = useStyles();
  const initial = useInitialValue(section, 'money') ?? (emptyValue('money') as MoneyValue);
  const [value, setValue] = useState(initial);
  const [texts, setTexts] = useState<Texts>(() => ({
    total: shown(initial.total),
    state: shown(initial.state),
    matching: shown(initial.matching),
  }));
  const [typing, setTyping] = useState<FieldName | null>(null);

  const keep = (next: MoneyValue): void => {
    setValue(next);
    editSection(section.id, next);
  };
  const change = (name: FieldName, text: string): void => {
    setTyping(name);
    setTexts({ ...texts, [name]: text });
    keep({ ...value, [name]: parseAmount(text) });
  };
  const show = (name: FieldName, amount: number | null): void =>
    setTexts((before) => ({ ...before, [name]: shown(amount) }));
  const leave = (name: FieldName): void => {
    setTyping(null);
    const amount = value[name];
    // Grouped now and not before: a field that changes under the fingers loses letters.
    if (amount !== null && !readOnly) show(name, amount);
  };

  const { total, state, matching } = value;
  const sum = state === null || matching === null ? null : state + matching;
  const takeSum = (): void => {
    if (sum === null) return;
    const before = total;
    const set = (amount: number | null): void => {
      show('total', amount);
      keep({ ...value, total: amount });
    };
    set(sum);
    notify({
      intent: 'success',
      text: t('money.sumTaken', { sum: vietnameseNumber(sum) }),
      action: { label: t('common.undo'), run: () => set(before) },
    });
  };

  const amountField = (name: FieldName) => {
    const text = texts[name].trim();
    const isBad = typing !== name && text !== '' && value[name] === null;
    return (
      <Field
        key={name}
        {...(name === 'total' ? { className: styles.wide, hint: t('money.hint') } : {})}
        label={fieldLabel(section, name, t(LABELS[name]))}
        {...(isBad ? { validationMessage: t('money.bad', { text }) } : {})}
      >
        <Input
          className={styles.input}
          input={{ className: styles.number, lang: 'vi', spellCheck: false }}
          data-field={name}
          contentAfter={<span className={styles.unit}>{t('money.unit')}</span>}
          value={texts[name]}
          readOnly={readOnly}
          onChange={(_, data) => change(name, data.value)}
          onBlur={() => leave(name)}
        />
      </Field>
    );
  };

  const inWords = total === null ? null : dongInWords(total);
  const differs = sum !== null && typing === null && total !== sum;
  return (
    <AnswerGroup sectionId={section.id} className={styles.root} onFocus={onFocus}>
      <div className={styles.fields}>
        {FIELDS.map(amountField)}
        {inWords !== null && (
          <Text className={styles.wide} lang="vi">
            {t('money.inWords')} <span className={styles.words}>{inWords}</span>
          </Text>
        )}
      </div>
      {sum !== null && <BudgetRatio state={state ?? 0} matching={matching ?? 0} />}
      {differs && (
        <MessageBar intent={total === null ? 'info' : 'error'}>
          <MessageBarBody>
            {total === null
              ? t('money.totalMissing', { sum: vietnameseNumber(sum) })
              : t('money.sumDiffers', {
                  total: vietnameseNumber(total),
                  sum: vietnameseNumber(sum),
                  difference: vietnameseNumber(Math.abs(total - sum)),
                })}
          </MessageBarBody>
          {!readOnly && (
            <MessageBarActions>
              <Button size="small" onClick={takeSum}>
                {t('money.useSum')}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </AnswerGroup>
  );
};
