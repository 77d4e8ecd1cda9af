import { Button, Checkbox, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Call, DossierDocument } from '../../../shared/model';
import { useWords } from '../../i18n';
import { useProgram } from '../../state';
import { FormGrid, Repeated, TextRow } from './form-parts';

const MEDIA = ['paper', 'electronic', 'docx'] as const;
const KINDS = [
  'proposal-form',
  'cover-letter',
  'summary-table',
  'commitment',
  'electronic-copy',
  'attachment',
] as const;
const STANDINGS = ['verbatim', 'basis', 'unknown', 'none'] as const;

const newDocument = (taken: readonly DossierDocument[]): DossierDocument => {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `giay-to-${number}`)) number += 1;
  return {
    id: `giay-to-${number}`,
    kind: 'proposal-form',
    title: '',
    wording: '',
    copies: null,
    media: ['paper'],
    required: 'always',
    condition: '',
    form: { name: '', template: null, standing: 'none', note: '' },
  };
};

const DocumentRow = ({ document, at }: { document: DossierDocument; at: string }) => {
  const t = useWords();
  const templates = useProgram((state) => state.templates);
  return (
    <FormGrid>
      <TextRow
        wide
        name={`${at}.title`}
        label={t('callForm.documentTitle')}
        initial={document.title}
        onChange={(text) => {
          document.title = text;
        }}
      />
      <TextRow
        wide
        name={`${at}.wording`}
        label={t('callForm.documentWording')}
        initial={document.wording}
        onChange={(text) => {
          document.wording = text;
        }}
      />
      <Field label={t('callForm.documentKind')}>
        <Select
          defaultValue={document.kind}
          onChange={(_, data) => {
            document.kind = KINDS.find((kind) => kind === data.value) ?? document.kind;
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`calls.kind_${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TextRow
        name={`${at}.copies`}
        label={t('callForm.copies')}
        hint={t('callForm.copiesHint')}
        initial={document.copies === null ? '' : String(document.copies)}
        onChange={(text) => {
          document.copies = text.trim() === '' ? null : Number(text);
        }}
      />
      <Field label={t('callForm.media')}>
        <div>
          {MEDIA.map((medium) => (
            <Checkbox
              key={medium}
              label={t(`calls.medium_${medium}`)}
              defaultChecked={document.media.includes(medium)}
              onChange={(_, data) => {
                const others = document.media.filter((one) => one !== medium);
                document.media = data.checked === true ? [...others, medium] : others;
              }}
            />
          ))}
        </div>
      </Field>
      <Field label={t('callForm.form')}>
        <Select
          defaultValue={document.form.template ?? ''}
          onChange={(_, data) => {
            document.form.template = data.value === '' ? null : data.value;
          }}
        >
          <option value="">{t('callForm.noForm')}</option>
          {templates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('callForm.standing')}>
        <Select
          defaultValue={document.form.standing}
          onChange={(_, data) => {
            document.form.standing =
              STANDINGS.find((one) => one === data.value) ?? document.form.standing;
          }}
        >
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {t(`callForm.standing_${standing}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TextRow
        name={`${at}.form.name`}
        label={t('callForm.formName')}
        initial={document.form.name}
        onChange={(text) => {
          document.form.name = text;
        }}
      />
      <TextRow
        wide
        name={`${at}.condition`}
        label={t('callForm.condition')}
        hint={t('callForm.conditionHint')}
        initial={document.condition}
        onChange={(text) => {
          document.condition = text;
          document.required = text.trim() === '' ? 'always' : 'conditional';
        }}
      />
      <TextRow
        wide
        name={`${at}.form.note`}
        label={t('callForm.note')}
        initial={document.form.note}
        onChange={(text) => {
          document.form.note = text;
        }}
      />
    </FormGrid>
  );
};

/** What a call wants sent. Nothing at all where nobody knows yet. */
export const DossierFields = ({ call }: { call: Call }) => {
  const t = useWords();
  const [, redraw] = useState(0);
  const { dossier } = call;
  if (dossier === null) {
    return (
      <div>
        <Text block>{t('callForm.noDossier')}</Text>
        <Button
          size="small"
          onClick={() => {
            call.dossier = {
              documents: [newDocument([])],
              inPriorityOrder: false,
              email: '',
              note: '',
            };
            redraw((count) => count + 1);
          }}
        >
          {t('callForm.addDocument')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Repeated
        items={dossier.documents}
        make={() => newDocument(dossier.documents)}
        least={1}
        addLabel={t('callForm.addDocument')}
        itemLabel={(index) => t('callForm.documentNumber', { number: index + 1 })}
      >
        {(document, index) => (
          <DocumentRow document={document} at={`dossier.documents[${index}]`} />
        )}
      </Repeated>
      <FormGrid>
        <TextRow
          name="dossier.email"
          label={t('callForm.dossierEmail')}
          initial={dossier.email}
          onChange={(text) => {
            dossier.email = text;
          }}
        />
        <Checkbox
          label={t('callForm.inPriorityOrder')}
          defaultChecked={dossier.inPriorityOrder}
          onChange={(_, data) => {
            dossier.inPriorityOrder = data.checked === true;
          }}
        />
        <TextRow
          wide
          name="dossier.note"
          label={t('callForm.note')}
          initial={dossier.note}
          onChange={(text) => {
            dossier.note = text;
          }}
        />
      </FormGrid>
    </>
  );
};
