import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { dayNumber, shortDate } from '../../../shared/base';
import { freshCallId, type LegalReference, legalReferenceSchema } from '../../../shared/model';
import { useWords } from '../../i18n';
import { navigate, notify, saveRecord, useLibrary } from '../../state';
import { FormDialog, readDay } from '../../ui';

const STATES = ['in-force', 'replaced', 'ended', 'historical', 'unknown'] as const;

const emptyReference = (): LegalReference => ({
  id: 'moi',
  type: '',
  number: null,
  variants: [],
  date: null,
  issuer: null,
  title: null,
  validity: { state: 'unknown', from: null, to: null, note: '' },
  verified: false,
  knownBy: 'source',
  sources: ['Người dùng nhập'],
  replacedBy: [],
  amends: [],
  conflicts: [],
  note: '',
});

interface ReferenceDialogProps {
  /** null for a new one. */
  reference: LegalReference | null;
  onClose: () => void;
}

export const ReferenceDialog = ({ reference, onClose }: ReferenceDialogProps) => {
  const t = useWords();
  const before = reference ?? emptyReference();
  const typed = useRef({
    type: before.type,
    number: before.number ?? '',
    date: before.date === null ? '' : shortDate(dayNumber(before.date)),
    issuer: before.issuer ?? '',
    title: before.title ?? '',
    state: before.validity.state,
    verified: before.verified,
    note: before.note,
  });
  const [failure, setFailure] = useState<{ message: string } | null>(null);
  const save = async (): Promise<void> => {
    const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    const { type, number, date, issuer, title, state, verified, note } = typed.current;
    const taken = new Set(useLibrary.getState().references.map(({ id }) => id));
    const day = date.trim() === '' ? null : readDay(date);
    const value = {
      ...before,
      id: reference === null ? freshCallId(`${type} ${number || title}`, taken) : reference.id,
      type: type.trim(),
      number: orNull(number),
      date: day,
      issuer: orNull(issuer),
      title: orNull(title),
      validity: { ...before.validity, state },
      verified,
      note: note.trim(),
    };
    const named = value.number !== null || value.title !== null;
    const dated = date.trim() === '' || day !== null;
    const parsed = legalReferenceSchema.safeParse(value);
    if (!parsed.success || !named || !dated) {
      setFailure({ message: t('library.refWrong') });
      return;
    }
    const saved = await saveRecord('references', parsed.data);
    if (!saved.ok) {
      setFailure(saved.error);
      return;
    }
    notify({ intent: 'success', text: t('library.refSaved') });
    onClose();
    navigate({ screen: 'library', shelf: 'van-ban', id: parsed.data.id });
  };
  const input = (name: 'type' | 'number' | 'date' | 'issuer', hint?: string) => (
    <Field label={t(`library.${name === 'type' ? 'type' : name}`)} {...(hint ? { hint } : {})}>
      <Input
        data-field={name}
        defaultValue={typed.current[name]}
        onChange={(_, data) => {
          typed.current[name] = data.value;
        }}
      />
    </Field>
  );
  return (
    <FormDialog
      title={reference === null ? t('library.addReference') : t('library.editReference')}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      {input('type')}
      {input('number')}
      {input('date', '20/5/2023')}
      {input('issuer')}
      <Field label={t('library.subject')}>
        <Textarea
          data-field="title"
          defaultValue={typed.current.title}
          onChange={(_, data) => {
            typed.current.title = data.value;
          }}
        />
      </Field>
      <Field label={t('library.validity')}>
        <Select
          defaultValue={typed.current.state}
          onChange={(_, data) => {
            typed.current.state = STATES.find((one) => one === data.value) ?? 'unknown';
          }}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`library.validity_${state}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('library.verifiedBox')}
        defaultChecked={typed.current.verified}
        onChange={(_, data) => {
          typed.current.verified = data.checked === true;
        }}
      />
      <Field label={t('library.note')}>
        <Textarea
          data-field="note"
          defaultValue={typed.current.note}
          onChange={(_, data) => {
            typed.current.note = data.value;
          }}
        />
      </Field>
    </FormDialog>
  );
};
