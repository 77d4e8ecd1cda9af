import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { ShapeFault } from '../../../shared/model';
import { useWords } from '../../i18n';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  wide: { gridColumn: '1 / -1' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  foot: { display: 'flex', justifyContent: 'flex-end' },
  list: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** What is wrong with the draft, by place; fields below show what is theirs. */
export const FormFaults = createContext<readonly ShapeFault[]>([]);

const useFault = (where: string | undefined): { validationMessage?: string } => {
  const faults = useContext(FormFaults);
  const found = faults.find((fault) => where !== undefined && fault.where === where);
  return found === undefined ? {} : { validationMessage: found.sentence };
};

export const FormGrid = ({ children }: { children: ReactNode }) => (
  <div className={useStyles().grid}>{children}</div>
);

interface TextRowProps {
  label: string;
  /** Name for finding the field; the place in the call for its faults where `where` is not given. */
  name: string;
  where?: string;
  hint?: string;
  initial: string;
  /** More than one line. */
  rows?: number;
  wide?: boolean;
  onChange: (text: string) => void;
}

/** One text of a call. It keeps its own letters; what it says goes out, nothing comes back in. */
export const TextRow = ({
  label,
  name,
  where = name,
  hint,
  initial,
  rows,
  wide = false,
  onChange,
}: TextRowProps) => {
  const styles = useStyles();
  const fault = useFault(where);
  const change = (_: unknown, data: { value: string }): void => onChange(data.value);
  return (
    <Field
      label={label}
      {...fault}
      {...(hint === undefined ? {} : { hint })}
      {...(wide || rows !== undefined ? { className: styles.wide } : {})}
    >
      {rows === undefined ? (
        <Input data-field={name} defaultValue={initial} onChange={change} />
      ) : (
        <Textarea
          data-field={name}
          rows={rows}
          resize="vertical"
          defaultValue={initial}
          onChange={change}
        />
      )}
    </Field>
  );
};

const keys = new WeakMap<object, number>();
let lastKey = 0;
const keyOf = (item: object): number => {
  const known = keys.get(item);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(item, lastKey);
  return lastKey;
};

interface RepeatedProps<T extends object> {
  /** Changed in place. */
  items: T[];
  make: () => T;
  addLabel: string;
  /** Name of the group of one item, for the ear. */
  itemLabel: (index: number) => string;
  least?: number;
  children: (item: T, index: number) => ReactNode;
}

/** Things of which a call has any number: recipients, contacts, papers. */
export const Repeated = <T extends object>({
  items,
  make,
  addLabel,
  itemLabel,
  least = 0,
  children,
}: RepeatedProps<T>) => {
  const t = useWords();
  const styles = useStyles();
  const [, redraw] = useState(0);
  const change = (edit: () => void) => () => {
    edit();
    redraw((count) => count + 1);
  };
  return (
    <div className={styles.list}>
      {items.map((item, index) => (
        <fieldset
          key={keyOf(item)}
          className={styles.item}
          style={{ border: 'none', margin: 0, minWidth: 0 }}
          aria-label={itemLabel(index)}
        >
          {children(item, index)}
          {items.length > least && (
            <div className={styles.foot}>
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete20Regular />}
                onClick={change(() => items.splice(index, 1))}
              >
                {t('callForm.remove', { name: itemLabel(index) })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          icon={<Add20Regular />}
          onClick={change(() => {
            items.push(make());
          })}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  );
};
