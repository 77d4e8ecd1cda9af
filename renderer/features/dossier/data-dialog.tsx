import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DossierRecord } from '../../../shared/ipc';
import { type DossierData, signingAuthorities } from '../../../shared/model';
import { useWords } from '../../i18n';
import { saveDossier } from '../../state';
import { readDay } from '../../ui';
import { showDay } from './day-text';
import { DossierDialog } from './dossier-dialog';
import { EntryField } from './entry-field';
import { TaskFields } from './task-fields';

const useStyles = makeStyles({
  group: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    // A field with a hint beside it must not grow taller than itself.
    alignItems: 'start',
  },
  heading: { gridColumn: '1 / -1', paddingTop: tokens.spacingVerticalM },
  wide: { gridColumn: '1 / -1' },
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

interface DataDialogProps {
  record: DossierRecord;
  onClose: () => void;
}

/** What the letter and the other papers need beyond the proposals. What is empty is a blank on paper. */
export const DataDialog = ({ record, onClose }: DataDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const draft = useRef<DossierData>(structuredClone(record.data));
  const [badDay, setBadDay] = useState<string | null>(null);
  const data = draft.current;
  const { organisation, letter, signer, contact, recipient } = data;

  const field = (
    label: string,
    name: string,
    initial: string,
    set: (text: string) => void,
    more: { rows?: number; hint?: string; error?: string } = {},
  ) => (
    <EntryField key={name} label={label} name={name} initial={initial} onChange={set} {...more} />
  );
  const day = (
    label: string,
    name: string,
    initial: string | null,
    set: (day: string | null) => void,
  ) =>
    field(
      label,
      name,
      initial === null ? '' : showDay(initial),
      (text) => {
        const read = text.trim() === '' ? null : readDay(text);
        setBadDay(text.trim() !== '' && read === null ? name : null);
        set(read);
      },
      {
        hint: t('dossier.dayHint'),
        ...(badDay === name ? { error: t('dossier.dayBad') } : {}),
      },
    );
  const save = async (): Promise<void> => {
    if (await saveDossier(record.lead, data)) onClose();
  };
  return (
    <DossierDialog
      wide
      title={t('dossier.dataTitle')}
      action={t('common.save')}
      isOff={badDay !== null}
      onDo={() => void save()}
      onClose={onClose}
    >
      <Text>{t('dossier.dataIntro')}</Text>
      <fieldset className={styles.group}>
        <Text as="h3" weight="semibold" className={styles.heading}>
          {t('dossier.dataLetter')}
        </Text>
        {field(t('dossier.letterNumber'), 'letter.number', letter.number, (text) => {
          letter.number = text;
        })}
        {day(t('dossier.letterDate'), 'letter.date', letter.date, (value) => {
          letter.date = value;
        })}
        {field(
          t('dossier.letterAbout'),
          'letter.about',
          letter.about,
          (text) => {
            letter.about = text;
          },
          { hint: t('dossier.letterAboutHint') },
        )}
        <div className={styles.wide}>
          {field(
            t('dossier.addressees'),
            'letter.addressees',
            letter.addressees.join('\n'),
            (text) => {
              letter.addressees = linesOf(text);
            },
            { rows: 2 },
          )}
        </div>
        <div className={styles.wide}>
          {field(
            t('dossier.copiesTo'),
            'letter.copiesTo',
            letter.copiesTo.join('\n'),
            (text) => {
              letter.copiesTo = linesOf(text);
            },
            { rows: 2 },
          )}
        </div>
        <Text as="h3" weight="semibold" className={styles.heading}>
          {t('dossier.dataOrganisation')}
        </Text>
        {field(t('organisations.name'), 'organisation.name', organisation.name, (text) => {
          organisation.name = text;
        })}
        {field(t('dossier.parent'), 'organisation.parent', organisation.parent, (text) => {
          organisation.parent = text;
        })}
        {field(t('organisations.address'), 'organisation.address', organisation.address, (text) => {
          organisation.address = text;
        })}
        {field(t('dossier.place'), 'organisation.place', organisation.place, (text) => {
          organisation.place = text;
        })}
        {field(t('organisations.taxCode'), 'organisation.taxCode', organisation.taxCode, (text) => {
          organisation.taxCode = text;
        })}
        {field(t('organisations.phone'), 'organisation.phone', organisation.phone, (text) => {
          organisation.phone = text;
        })}
        {field(t('organisations.email'), 'organisation.email', organisation.email, (text) => {
          organisation.email = text;
        })}
        {field(
          t('dossier.department'),
          'organisation.department',
          organisation.department,
          (text) => {
            organisation.department = text;
          },
          { hint: t('dossier.departmentHint') },
        )}
        {field(t('dossier.shortName'), 'organisation.shortName', organisation.shortName, (text) => {
          organisation.shortName = text;
        })}
        <Checkbox
          className={styles.wide}
          label={t('dossier.individual')}
          defaultChecked={organisation.individual}
          onChange={(_, { checked }) => {
            organisation.individual = checked === true;
          }}
        />
        <Text as="h3" weight="semibold" className={styles.heading}>
          {t('dossier.dataSigner')}
        </Text>
        <Field label={t('dossier.authority')}>
          <Select
            data-field="signer.authority"
            defaultValue={signer.authority}
            onChange={(_, { value }) => {
              signer.authority = signingAuthorities.find((one) => one === value) ?? '';
            }}
          >
            <option value="">{t('dossier.authority_own')}</option>
            <option value="TM.">{t('dossier.authority_tm')}</option>
            <option value="KT.">{t('dossier.authority_kt')}</option>
            <option value="TL.">{t('dossier.authority_tl')}</option>
            <option value="TUQ.">{t('dossier.authority_tuq')}</option>
            <option value="Q.">{t('dossier.authority_q')}</option>
          </Select>
        </Field>
        {field(
          t('dossier.signerBody'),
          'signer.body',
          signer.body,
          (text) => {
            signer.body = text;
          },
          { hint: t('dossier.signerBodyHint') },
        )}
        {field(t('dossier.signerPosition'), 'signer.position', signer.position, (text) => {
          signer.position = text;
        })}
        {field(t('dossier.signerName'), 'signer.name', signer.name, (text) => {
          signer.name = text;
        })}
        <Text as="h3" weight="semibold" className={styles.heading}>
          {t('dossier.dataRecipient')}
        </Text>
        {field(t('dossier.recipientName'), 'recipient.name', recipient.name, (text) => {
          recipient.name = text;
        })}
        {field(t('dossier.recipientAddress'), 'recipient.address', recipient.address, (text) => {
          recipient.address = text;
        })}
        {field(t('dossier.recipientEmail'), 'recipient.email', recipient.email, (text) => {
          recipient.email = text;
        })}
        {field(t('dossier.contactName'), 'contact.name', contact.name, (text) => {
          contact.name = text;
        })}
        {field(t('dossier.contactPhone'), 'contact.phone', contact.phone, (text) => {
          contact.phone = text;
        })}
        {field(t('dossier.contactEmail'), 'contact.email', contact.email, (text) => {
          contact.email = text;
        })}
        <TaskFields record={record} data={data} day={day} />
      </fieldset>
    </DossierDialog>
  );
};
