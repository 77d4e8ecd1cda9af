import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, Subtract16Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { decimal } from '../i18n';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  frame: { flex: 1, minWidth: 0 },
  // The browser gives an input the width of twenty letters; the column decides here.
  input: { width: '100%', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  unit: { color: tokens.colorNeutralForeground2 },
});

interface NumberFieldProps {
  label: string;
  unit: string;
  hint: string;
  /** Read once; give the component a new key to show another number. */
  initialValue: number;
  min: number;
  max: number;
  step: number;
  words: { less: string; more: string };
  /** null while what stands there is no number. */
  onChange: (value: number | null) => void;
  /** Said below the field when the number cannot be used. */
  problem: string | null;
  readOnly?: boolean;
}

const DIGITS = 2;

/** Comma or point; nothing else but digits and a sign. null for anything that is not a number. */
export const parseDecimal = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : null;
};

/** The next whole step from a number, upwards or downwards, kept within the range. */
export const stepFrom = (
  value: number,
  direction: 1 | -1,
  { min, max, step }: Pick<NumberFieldProps, 'min' | 'max' | 'step'>,
): number => {
  const steps = (value - min) / step;
  const next = direction === 1 ? Math.floor(steps + 1e-6) + 1 : Math.ceil(steps - 1e-6) - 1;
  const stepped = Number((min + next * step).toFixed(6));
  return Math.min(max, Math.max(min, stepped));
};

/** A number with its unit: typed freely, or moved in steps by the arrow keys and two buttons. */
export const NumberField = ({
  label,
  unit,
  hint,
  initialValue,
  min,
  max,
  step,
  words,
  onChange,
  problem,
  readOnly = false,
}: NumberFieldProps) => {
  const styles = useStyles();
  const [text, setText] = useState(() => decimal(initialValue, DIGITS));
  const move = (direction: 1 | -1): void => {
    const from = parseDecimal(text) ?? initialValue;
    const next = stepFrom(from, direction, { min, max, step });
    setText(decimal(next, DIGITS));
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || event.altKey || event.ctrlKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? 1 : -1);
  };
  const stepButton = (direction: 1 | -1) => (
    <Button
      appearance="subtle"
      size="small"
      icon={direction === 1 ? <Add16Regular /> : <Subtract16Regular />}
      aria-label={`${direction === 1 ? words.more : words.less}: ${label}`}
      tabIndex={-1}
      onClick={() => move(direction)}
    />
  );
  return (
    <Field
      label={label}
      {...(problem === null ? { hint } : { validationMessage: problem, validationState: 'error' })}
    >
      {(control) => (
        <div className={styles.row}>
          <Input
            {...control}
            className={styles.frame}
            input={{ inputMode: 'decimal', className: styles.input }}
            value={text}
            readOnly={readOnly}
            contentAfter={<span className={styles.unit}>{unit}</span>}
            onKeyDown={onKeyDown}
            onChange={(_, data) => {
              setText(data.value);
              onChange(parseDecimal(data.value));
            }}
          />
          {!readOnly && stepButton(-1)}
          {!readOnly && stepButton(1)}
        </div>
      )}
    </Field>
  );
};
