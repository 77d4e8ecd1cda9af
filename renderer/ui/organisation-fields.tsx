import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OrganisationValue } from '../../shared/model';
import { useWords } from '../i18n';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  wide: { gridColumn: '1 / -1' },
  group: {
    gridColumn: '1 / -1',
    marginTop: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export type OrganisationLabels = Readonly<
  Partial<
    Record<
      | 'name'
      | 'address'
      | 'taxCode'
      | 'contact'
      | 'contact.name'
      | 'contact.position'
      | 'contact.phone'
      | 'contact.email',
      string
    >
  >
>;

interface OrganisationFieldsProps {
  /** Read once; give the component a new key to show other values. */
  initialValue: OrganisationValue;
  onChange: (value: OrganisationValue) => void;
  /** The form's own words where it has some. */
  labels?: OrganisationLabels;
  readOnly?: boolean;
  /** What is to be said of an address, '' for nothing; asked at each change. */
  addressNote?: (address: string) => string;
  /** Shown at the name when it has to be filled in. */
  nameMessage?: string | undefined;
}

/** An official label without the colon and the dash it is printed with. */
const plainLabel = (label: string | undefined, otherwise: string): string =>
  label === undefined ? otherwise : label.replace(/^\s*[-–]\s*/, '').replace(/\s*:\s*$/, '');

/** Name, address and contact of an organisation; every field keeps its own text. */
export const OrganisationFields = ({
  initialValue,
  onChange,
  labels = {},
  readOnly = false,
  nameMessage,
  addressNote,
}: OrganisationFieldsProps) => {
  const t = useWords();
  const styles = useStyles();
  const value = useRef(initialValue);
  const [note, setNote] = useState(() => addressNote?.(initialValue.address) ?? '');
  const change = (patch: Partial<OrganisationValue>): void => {
    value.current = { ...value.current, ...patch };
    onChange(value.current);
  };
  const changeContact = (patch: Partial<OrganisationValue['contact']>): void =>
    change({ contact: { ...value.current.contact, ...patch } });
  return (
    <div className={styles.root}>
      <Field
        className={styles.wide}
        label={plainLabel(labels.name, t('organisations.name'))}
        {...(nameMessage === undefined ? {} : { validationMessage: nameMessage })}
      >
        <Input
          data-field="name"
          defaultValue={initialValue.name}
          readOnly={readOnly}
          onChange={(_, data) => change({ name: data.value })}
        />
      </Field>
      <Field
        className={styles.wide}
        label={plainLabel(labels.address, t('organisations.address'))}
        {...(note === '' ? {} : { validationState: 'warning' as const, validationMessage: note })}
      >
        <Textarea
          data-field="address"
          rows={2}
          resize="vertical"
          defaultValue={initialValue.address}
          readOnly={readOnly}
          onChange={(_, data) => {
            change({ address: data.value });
            setNote(addressNote?.(data.value) ?? '');
          }}
        />
      </Field>
      <Field
        label={`${plainLabel(labels.taxCode, t('organisations.taxCode'))} (${t('organisations.optional')})`}
      >
        <Input
          data-field="taxCode"
          defaultValue={initialValue.taxCode ?? ''}
          readOnly={readOnly}
          onChange={(_, data) => change({ taxCode: data.value })}
        />
      </Field>
      <div className={styles.group}>{plainLabel(labels.contact, t('organisations.contact'))}</div>
      <Field label={plainLabel(labels['contact.name'], t('organisations.contactName'))}>
        <Input
          data-field="contact.name"
          defaultValue={initialValue.contact.name}
          readOnly={readOnly}
          onChange={(_, data) => changeContact({ name: data.value })}
        />
      </Field>
      <Field label={plainLabel(labels['contact.position'], t('organisations.contactPosition'))}>
        <Input
          data-field="contact.position"
          defaultValue={initialValue.contact.position}
          readOnly={readOnly}
          onChange={(_, data) => changeContact({ position: data.value })}
        />
      </Field>
      <Field label={plainLabel(labels['contact.phone'], t('organisations.contactPhone'))}>
        <Input
          data-field="contact.phone"
          type="tel"
          defaultValue={initialValue.contact.phone}
          readOnly={readOnly}
          onChange={(_, data) => changeContact({ phone: data.value })}
        />
      </Field>
      <Field label={plainLabel(labels['contact.email'], t('organisations.contactEmail'))}>
        <Input
          data-field="contact.email"
          defaultValue={initialValue.contact.email}
          readOnly={readOnly}
          onChange={(_, data) => changeContact({ email: data.value })}
        />
      </Field>
    </div>
  );
};
