import { Field, Input, Textarea } from '@fluentui/react-components';

interface EntryFieldProps {
  label: string;
  name: string;
  initial: string;
  hint?: string;
  error?: string | undefined;
  rows?: number;
  onChange: (text: string) => void;
}

/** One text of a dialog. It keeps its own letters: nothing is written back into it. */
export const EntryField = ({
  label,
  name,
  initial,
  hint,
  error,
  rows,
  onChange,
}: EntryFieldProps) => (
  <Field
    label={label}
    {...(hint === undefined ? {} : { hint })}
    {...(error === undefined ? {} : { validationMessage: error })}
  >
    {rows === undefined ? (
      <Input
        data-field={name}
        defaultValue={initial}
        onChange={(_, data) => onChange(data.value)}
      />
    ) : (
      <Textarea
        data-field={name}
        rows={rows}
        resize="vertical"
        defaultValue={initial}
        onChange={(_, data) => onChange(data.value)}
      />
    )}
  </Field>
);
