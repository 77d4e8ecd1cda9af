import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { Call, CallReference } from '../../../shared/model';
import { useWords } from '../../i18n';
import { useLibrary, useProgram } from '../../state';
import { FormGrid, Repeated, TextRow } from './form-parts';

const ROLES = ['relays', 'basis', 'programme', 'procedure', 'form'] as const;

/** The documents a call stands on, each tied to its record. */
export const ReferenceFields = ({ call }: { call: Call }) => {
  const t = useWords();
  const references = useLibrary((state) => state.references);
  const make = (): CallReference => ({
    reference: references[0]?.id ?? '',
    role: 'basis',
    wording: '',
  });
  return (
    <Repeated
      items={call.references}
      make={make}
      addLabel={t('callForm.addReference')}
      itemLabel={(index) => t('callForm.referenceNumber', { number: index + 1 })}
    >
      {(entry, index) => (
        <FormGrid>
          <Field label={t('callForm.reference')}>
            <Select
              defaultValue={entry.reference}
              onChange={(_, data) => {
                entry.reference = data.value;
              }}
            >
              {references.map(({ id, type, number, title }) => (
                <option key={id} value={id}>
                  {[type, number ?? title ?? ''].join(' ')}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('callForm.role')}>
            <Select
              defaultValue={entry.role}
              onChange={(_, data) => {
                entry.role = ROLES.find((role) => role === data.value) ?? entry.role;
              }}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`calls.role_${role}`)}
                </option>
              ))}
            </Select>
          </Field>
          <TextRow
            wide
            name={`references[${index}].wording`}
            label={t('callForm.referenceWording')}
            initial={entry.wording}
            onChange={(text) => {
              entry.wording = text;
            }}
          />
        </FormGrid>
      )}
    </Repeated>
  );
};

/** Which forms a proposal for the call may take. */
export const TemplateFields = ({ call }: { call: Call }) => {
  const templates = useProgram((state) => state.templates);
  return (
    <div>
      {templates.map(({ id, title }) => (
        <div key={id}>
          <Checkbox
            data-template={id}
            label={title}
            defaultChecked={call.templates.includes(id)}
            onChange={(_, data) => {
              const others = call.templates.filter((one) => one !== id);
              call.templates = data.checked === true ? [...others, id] : others;
            }}
          />
        </div>
      ))}
    </div>
  );
};
