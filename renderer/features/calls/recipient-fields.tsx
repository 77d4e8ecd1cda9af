import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Call, OfficeHours, Recipient } from '../../../shared/model';
import { useWords } from '../../i18n';
import { useStaleSentence } from '../../state';
import { readClock } from '../../ui';
import { DeadlineFields } from './deadline-fields';
import { FormGrid, Repeated, TextRow } from './form-parts';

const newRecipient = (): Recipient => ({
  name: '',
  address: '',
  deadline: null,
  note: '',
  step: 1,
  sender: '',
  hours: null,
  email: '',
});

const hoursToText = (hours: OfficeHours | null): string =>
  hours === null
    ? ''
    : `${hours.morning.from}-${hours.morning.to}, ${hours.afternoon.from}-${hours.afternoon.to}`;

/** '7:30-11:30, 13:30-17:00'; null for nothing, undefined for what cannot be read. */
const textToHours = (text: string): OfficeHours | null | undefined => {
  if (text.trim() === '') return null;
  const clocks = text.split(/[-–,;]/u).map(readClock);
  const [a, b, c, d] = clocks;
  if (clocks.length !== 4 || !a || !b || !c || !d) return undefined;
  return { morning: { from: a, to: b }, afternoon: { from: c, to: d } };
};

const RecipientRow = ({
  recipient,
  index,
  call,
}: {
  recipient: Recipient;
  index: number;
  call: Call;
}) => {
  const t = useWords();
  const [address, setAddress] = useState(recipient.address);
  const [own, setOwn] = useState(recipient.deadline !== null);
  const [badHours, setBadHours] = useState(false);
  const stale = useStaleSentence(address);
  const at = `recipients[${index}]`;
  return (
    <>
      <FormGrid>
        <TextRow
          wide
          name={`${at}.name`}
          label={t('callForm.recipientName')}
          initial={recipient.name}
          onChange={(text) => {
            recipient.name = text;
          }}
        />
        <TextRow
          wide
          name={`${at}.address`}
          label={t('organisations.address')}
          initial={recipient.address}
          {...(stale === '' ? {} : { hint: stale })}
          onChange={(text) => {
            recipient.address = text;
            setAddress(text);
          }}
        />
        <TextRow
          name={`${at}.email`}
          label={t('organisations.contactEmail')}
          initial={recipient.email}
          onChange={(text) => {
            recipient.email = text;
          }}
        />
        <TextRow
          name={`${at}.hours`}
          label={t('callForm.hours')}
          hint={badHours ? t('callForm.hoursBad') : t('callForm.hoursHint')}
          initial={hoursToText(recipient.hours)}
          onChange={(text) => {
            const hours = textToHours(text);
            setBadHours(hours === undefined);
            recipient.hours = hours ?? null;
          }}
        />
        <TextRow
          name={`${at}.step`}
          label={t('callForm.step')}
          hint={t('callForm.stepHint')}
          initial={String(recipient.step)}
          onChange={(text) => {
            recipient.step = Number(text);
          }}
        />
        <TextRow
          name={`${at}.sender`}
          label={t('callForm.sender')}
          initial={recipient.sender}
          onChange={(text) => {
            recipient.sender = text;
          }}
        />
        <TextRow
          wide
          name={`${at}.note`}
          label={t('callForm.note')}
          initial={recipient.note}
          onChange={(text) => {
            recipient.note = text;
          }}
        />
      </FormGrid>
      <Checkbox
        label={t('callForm.ownDeadline')}
        checked={own}
        onChange={(_, data) => {
          recipient.deadline = data.checked === true ? { ...call.deadline, wording: '' } : null;
          setOwn(data.checked === true);
        }}
      />
      {recipient.deadline !== null && (
        <DeadlineFields deadline={recipient.deadline} where={`${at}.deadline`} />
      )}
    </>
  );
};

export const RecipientFields = ({ call }: { call: Call }) => {
  const t = useWords();
  return (
    <Repeated
      items={call.recipients}
      make={newRecipient}
      least={1}
      addLabel={t('callForm.addRecipient')}
      itemLabel={(index) => t('callForm.recipientNumber', { number: index + 1 })}
    >
      {(recipient, index) => <RecipientRow recipient={recipient} index={index} call={call} />}
    </Repeated>
  );
};

const newContact = (): Call['contacts'][number] => ({
  name: '',
  position: '',
  phone: '',
  email: '',
});

export const ContactFields = ({ call }: { call: Call }) => {
  const t = useWords();
  return (
    <Repeated
      items={call.contacts}
      make={newContact}
      addLabel={t('callForm.addContact')}
      itemLabel={(index) => t('callForm.contactNumber', { number: index + 1 })}
    >
      {(contact, index) => (
        <FormGrid>
          {(
            [
              ['name', 'organisations.contactName'],
              ['position', 'organisations.contactPosition'],
              ['phone', 'organisations.contactPhone'],
              ['email', 'organisations.contactEmail'],
            ] as const
          ).map(([part, label]) => (
            <TextRow
              key={part}
              name={`contacts[${index}].${part}`}
              label={t(label)}
              initial={contact[part]}
              onChange={(text) => {
                contact[part] = text;
              }}
            />
          ))}
        </FormGrid>
      )}
    </Repeated>
  );
};
